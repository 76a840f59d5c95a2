import type { QualitySignal } from '../contract/finding.ts';
import type { Answers } from '../form/answer.ts';
import { grossPerHead } from '../subjects/income/per-head.ts';
import { qualitySignals, type VisitTrace } from './quality.ts';

/** A submitted visit as it is looked at for signals, in the order of its helper's work. */
interface TracedVisit extends VisitTrace {
  helper: string;
  village: string;
}

/** The median of income per head of each village, with how many visits it rests on. */
function villageMedians(
  visits: readonly { village: string; answers: Answers }[],
): Map<string, { medianIncomePerHead: number; visits: number }> {
  const incomes = new Map<string, number[]>();
  for (const { village, answers } of visits) {
    const perHead = grossPerHead(answers);
    if (perHead === undefined) continue;
    const list = incomes.get(village);
    if (list === undefined) incomes.set(village, [perHead]);
    else list.push(perHead);
  }
  return new Map(
    [...incomes].map(([village, list]) => [
      village,
      { medianIncomePerHead: medianOf(list), visits: list.length },
    ]),
  );
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return Math.round(sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2);
}

/** As many earlier visits as the signals look back. */
const lookBack = 5;

/** The signals of every visit, in the order given; visits come by helper and time. */
export function signalsOf(visits: readonly TracedVisit[]): QualitySignal[][] {
  const medians = villageMedians(visits);
  const nothing = { medianIncomePerHead: 0, visits: 0 };
  const before = new Map<string, TracedVisit[]>();
  return visits.map((visit) => {
    const own = before.get(visit.helper) ?? [];
    before.set(visit.helper, [visit, ...own].slice(0, lookBack));
    return qualitySignals(visit, { before: own, village: medians.get(visit.village) ?? nothing });
  });
}
