import { Gauge, type Registry } from 'prom-client';
import type { Vitals } from '../schedule/vitals.ts';

interface Figure {
  name: string;
  help: string;
  of(vitals: Vitals): number | null;
}

/** The figures that say whether a bot goes on. */
const figures: readonly Figure[] = [
  {
    name: 'ruhu_delivery_round_age_seconds',
    help: 'Since the last pass over the outbox that went well',
    of: (v) => v.rounds['delivery'] ?? null,
  },
  {
    name: 'ruhu_schedule_round_age_seconds',
    help: 'Since the schedule last ran well',
    of: (v) => v.rounds['schedule'] ?? null,
  },
  {
    name: 'ruhu_oldest_unsent_seconds',
    help: 'How long the longest waiting reply has been waiting',
    of: (v) => v.oldestUnsentSeconds ?? 0,
  },
  { name: 'ruhu_disk_free_bytes', help: 'Free on the disk of the data folder', of: (v) => v.diskFreeBytes },
  { name: 'ruhu_disk_full', help: '1 when the disk is full', of: (v) => (v.diskIsFull ? 1 : 0) },
  {
    name: 'ruhu_database_reachable',
    help: '1 when the database answers',
    of: (v) => (v.database.reachable ? 1 : 0),
  },
  {
    name: 'ruhu_clock_off_seconds',
    help: 'How far the clock is off the clock of the database',
    of: (v) => v.clock.offSeconds,
  },
  {
    name: 'ruhu_clock_moved_seconds',
    help: 'How far the clock was moved since the start',
    of: (v) => v.clock.movedSeconds,
  },
];

/** Adds them to what `/metrics` prints; they are looked up once per reading. */
export function addVitals(registry: Registry, take: () => Promise<Vitals>): void {
  let looking: Promise<Vitals> | null = null;
  const look = (): Promise<Vitals> => {
    looking ??= take().finally(() => {
      looking = null;
    });
    return looking;
  };
  for (const { name, help, of } of figures) {
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const value = of(await look());
        if (value === null) this.reset();
        else this.set(value);
      },
    });
  }
}
