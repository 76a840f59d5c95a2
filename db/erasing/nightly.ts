import { z } from 'zod';
import type { Tx } from '../base/transaction.ts';
import { readSetting, saveSetting } from '../campaign/settings.ts';
import { keepPeriods } from './keep-periods.ts';

const dayMs = 86_400_000;
const lastRun = z.object({ at: z.number() });

/**
 * The nightly run of `keepPeriods`. After days without one, or before the last one, the clock may be wrong, and what a
 * wrong clock erases is gone: such a night only notes the moment, and the next one, a day later by the same clock, erases.
 * null: nothing was looked at.
 */
export async function keepPeriodsNightly(tx: Tx, now: number): Promise<Record<string, number> | null> {
  const last = lastRun.safeParse(await readSetting(tx, 'periodsKept'));
  await saveSetting(tx, 'periodsKept', { at: now });
  const isBelieved = last.success && now >= last.data.at && now - last.data.at <= 2 * dayMs;
  return isBelieved ? keepPeriods(tx, now) : null;
}
