import { statfs } from 'node:fs/promises';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { read } from '../../db/base/transaction.ts';
import { type DatabaseVitals, readVitals } from '../../db/outbox/vitals.ts';
import { inTime } from '../channels/deadline.ts';
import type { Workplace } from '../setting/workplace.ts';
import type { Pulse } from './pulse.ts';

/** How a running bot is. Ages are seconds. */
export interface Vitals {
  database: { reachable: boolean; version?: string };
  /** Each loop: seconds since it last went round well. */
  rounds: Readonly<Record<string, number>>;
  /** Names of loops that stand still. */
  still: readonly string[];
  /** How long the longest waiting reply has been waiting; null where none waits or nobody can tell. */
  oldestUnsentSeconds: number | null;
  /** Of the disk that the data folder is on; null with a database elsewhere. */
  diskFreeBytes: number | null;
  diskIsFull: boolean;
  /** How far this machine's clock is off the database's, and how far it was moved since the start. */
  clock: { offSeconds: number | null; movedSeconds: number };
}

const DATABASE_DEADLINE_MS = 2_000;
/** With less the database stops soon: a segment of its log takes 16 MB. */
const fullBelowBytes = 48 * 1024 * 1024;

const begun = Date.now() - performance.now();

/** Looks how the bot is; never throws, and takes little longer than two seconds. */
export async function takeVitals(
  { database, county, config }: Pick<Workplace, 'database' | 'county' | 'config'>,
  pulse: Pulse,
): Promise<Vitals> {
  const [seen, diskFreeBytes] = await Promise.all([
    inTime(read(database, wholeCounty(county), readVitals, 'turn'), DATABASE_DEADLINE_MS).catch(() => null),
    config.databaseUrl === undefined ? freeBytes(config.dataDir) : null,
  ]);
  const now = Date.now();
  const said: DatabaseVitals | null = seen?.is === 'done' ? seen.value : null;
  const beats = pulse.beats();
  return {
    database: said === null ? { reachable: false } : { reachable: true, version: said.version },
    rounds: Object.fromEntries(beats.map(({ round, ageMs }) => [round, seconds(ageMs)])),
    still: beats.filter(({ still }) => still).map(({ round }) => round),
    oldestUnsentSeconds: said?.oldestUnsentMs == null ? null : seconds(said.oldestUnsentMs),
    diskFreeBytes,
    diskIsFull: pulse.diskIsFull || (diskFreeBytes !== null && diskFreeBytes < fullBelowBytes),
    clock: {
      offSeconds: said === null ? null : seconds(now - said.now.getTime()),
      movedSeconds: seconds(now - performance.now() - begun),
    },
  };
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    // A folder that can't be looked at isn't known to be full.
    return null;
  }
}

const seconds = (ms: number): number => Math.round(ms / 100) / 10;
