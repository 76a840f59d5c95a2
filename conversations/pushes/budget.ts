import { type Push, receiverKey } from './push.ts';
import type { PushSettings } from './schedule.ts';

export interface Withheld {
  push: Push;
  why: 'muted' | 'budget';
}

/**
 * The burden rules (减负), applied after the messages are composed: whoever is muted gets deadlines only, and
 * nobody gets more than the day's budget. What is withheld is counted and told, never silently lost.
 * @param sentToday pushes already queued for the day by receiver key, deadlines left out
 * @param muted receiver keys
 */
export function withinBudget(
  pushes: readonly Push[],
  budget: PushSettings['budget'],
  sentToday: ReadonlyMap<string, number>,
  muted: ReadonlySet<string>,
): { kept: Push[]; withheld: Withheld[] } {
  const counts = new Map(sentToday);
  const kept: Push[] = [];
  const withheld: Withheld[] = [];
  for (const push of pushes) {
    const to = receiverKey(push.to);
    if (push.deadline === true) {
      kept.push(push);
      continue;
    }
    const count = counts.get(to) ?? 0;
    const limit = 'room' in push.to ? budget.room : budget.person;
    if (muted.has(to)) withheld.push({ push, why: 'muted' });
    else if (count >= limit) withheld.push({ push, why: 'budget' });
    else {
      kept.push(push);
      counts.set(to, count + 1);
    }
  }
  return { kept, withheld };
}
