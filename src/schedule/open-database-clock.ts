import { wholeCounty } from '../../conversations/access/scope.ts';
import { read, write } from '../../db/base/transaction.ts';
import { repairAfterStepAhead, repairAfterStepBack } from '../../db/outbox/clock-repair.ts';
import type { Workplace } from '../setting/workplace.ts';
import { DatabaseClock } from './database-clock.ts';

/** The clock of a county's database, which repairs what a step of it left wrong. */
export function databaseClock({
  database,
  county,
  log,
}: Pick<Workplace, 'database' | 'county' | 'log'>): DatabaseClock {
  const scope = wholeCounty(county);
  return new DatabaseClock({
    ask: async () => {
      const [row] = await read(
        database,
        scope,
        (db) => db.sql<{ now: Date }[]>`select clock_timestamp() as now`,
        'loop',
      );
      return row?.now.getTime() ?? Date.now();
    },
    repair: async (step, now) => {
      if (step !== null) log.warn({ seconds: Math.round(step / 1000) }, 'the clock of the database was set');
      await write(
        database,
        scope,
        (tx) =>
          step !== null && step > 0 ? repairAfterStepAhead(tx, now, step) : repairAfterStepBack(tx, now),
        'loop',
      );
    },
  });
}
