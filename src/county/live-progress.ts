import type { Scope } from '../../conversations/access/scope.ts';
import { wholeCounty } from '../../conversations/access/scope.ts';
import type { UnitCode } from '../../conversations/contract/ids.ts';
import type { VillageProgress } from '../../conversations/progress/rollup.ts';
import { read, write } from '../../db/base/transaction.ts';
import { countVillages } from '../../db/progress/progress.ts';
import { readSummary, refreshSummary } from '../../db/progress/summary.ts';
import type { Workplace } from '../setting/workplace.ts';

/** Counted so quickly that there is no point in keeping the result. */
const quickMs = 25;
/** A count may take so small a part of the database's time: one that took 80 ms is kept for 1.6 s. */
const shareOfTime = 20;
/** Older than this nobody is shown a stored count. */
const oldestMs = 60_000;

interface LiveProgress {
  villages: VillageProgress[];
  /** Everything committed before it is in, milliseconds since 1970. */
  asOf: number;
}

export interface LivePlace extends Pick<Workplace, 'database' | 'county' | 'log'> {
  /** Keeps what goes on behind an answer alive where a process ends with its request (Workers). */
  behind?: (work: Promise<unknown>) => void;
}

/**
 * Progress for pages that many look at again and again: a county that is counted in a moment is counted each time;
 * a large one is shown its stored count (a few milliseconds whatever its size) while it is counted anew behind.
 * Both come from the same statement (db/progress/progress.ts), so that no number differs but by its time.
 */
export async function liveProgress(
  place: LivePlace,
  scope: Scope,
  wanted: { unit?: UnitCode; today: string },
): Promise<LiveProgress> {
  const now = Date.now();
  const stored = await read(place.database, scope, (db) => readSummary(db, wanted));
  const age = stored === null ? Number.POSITIVE_INFINITY : now - stored.asOf;
  const isSlow = stored !== null && stored.tookMs > quickMs;
  if (stored === null || age > stored.tookMs * shareOfTime) refreshBehind(place);
  if (stored !== null && isSlow && age <= oldestMs) return stored;
  return { villages: await read(place.database, scope, (db) => countVillages(db, wanted)), asOf: now };
}

const refreshing = new Set<string>();

/** One count at a time per county; other processes are kept apart by the database's lock. */
function refreshBehind({ database, county, log, behind }: LivePlace): void {
  if (refreshing.has(county)) return;
  refreshing.add(county);
  const work = write(database, wholeCounty(county), refreshSummary)
    .catch((error: unknown) => log.warn({ err: error }, 'the progress summary was not refreshed'))
    .finally(() => refreshing.delete(county));
  behind?.(work);
}
