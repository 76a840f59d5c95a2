import { z } from 'zod';
import type { QuestionKey } from '../form/keys.ts';
import { percentSaid } from '../language/percent.ts';
import type { HouseholdQuestion } from '../subjects/subject.ts';

/**
 * What a household thinks of the work done for it. Who visits it is one of those it is asked about, so it is asked by
 * who checks, or answered by the household itself with a code on paper.
 */
export interface SatisfactionData {
  /** In the order they are asked; each question of opinion before its reasons. */
  questions: readonly HouseholdQuestion[];
  /** Those a household answers by itself, on a page. */
  paper: readonly QuestionKey[];
  /** A share below this (0 … 1) is a finding of the unit. */
  low: number;
  /** Of fewer answers no share is told: it would say who answered what. */
  fewest: number;
}

/** Of how many households that answered a question how many are satisfied; nobody else is counted. */
export const opinionCount = z.object({
  /** What they are satisfied with, as the report calls it. */
  label: z.string(),
  asked: z.number().int().nonnegative(),
  good: z.number().int().nonnegative(),
});
export type OpinionCount = z.infer<typeof opinionCount>;

type Sum = Pick<OpinionCount, 'asked' | 'good'>;

const sumOf = (all: readonly Sum[]): Sum => ({
  asked: all.reduce((sum, { asked }) => sum + asked, 0),
  good: all.reduce((sum, { good }) => sum + good, 0),
});

/** Those that count, and those left out: too few even together. */
function apart(all: readonly { counted: Sum; left: Sum }[], fewest: number): { counted: Sum; left: Sum } {
  const counted = sumOf(all.map((one) => one.counted));
  const left = sumOf(all.map((one) => one.left));
  return left.asked < fewest ? { counted, left } : { counted: sumOf([counted, left]), left: sumOf([]) };
}

/**
 * The answers of a place, by village, summed up so that no share less another one tells of a few: villages with fewer
 * than `fewest` answers count in their township only where they are as many together, and what a township left out
 * likewise in the county. Where nothing counts, what there is (too few to be told).
 */
export function safeSum(villages: readonly (Sum & { township: string })[], fewest: number): Sum {
  const townships = Map.groupBy(villages, ({ township }) => township);
  const { counted, left } = apart(
    [...townships.values()].map((inside) =>
      apart(
        inside.map((village) => apart([{ counted: sumOf([]), left: village }], fewest)),
        fewest,
      ),
    ),
    fewest,
  );
  return counted.asked > 0 ? counted : left;
}

/** Those of whom enough households answered that a share says nothing of any one of them. */
export function tellable(
  { fewest }: Pick<SatisfactionData, 'fewest'>,
  counts: readonly OpinionCount[],
): OpinionCount[] {
  return counts.filter(({ asked }) => asked >= fewest);
}

/** 对驻村工作队满意96.5%（137/142户答过） */
export function opinionSaid({ label, asked, good }: OpinionCount): string {
  return `${label}${percentSaid(good, asked)}（${good}/${asked}户答过）`;
}

/** Those with a low share, which are a finding of the unit. */
export function lowOpinions(data: SatisfactionData, counts: readonly OpinionCount[]): OpinionCount[] {
  return tellable(data, counts).filter(({ asked, good }) => good < asked * data.low);
}

/** Said to who visits. */
export const ratesForOthers = '满意率由乡镇、县里和领导看；户里怎么答的，上门的人看不到。';

/** Said where somebody tells it during a visit all the same. */
export const askedByOthers = '满意不满意由抽查的同志问，或者户里凭纸上的码自己答，这里不问也不记。';

const never = (): boolean => false;

/**
 * The same questions for the form of a visit: understood when they are spoken of, so that nothing of it is taken for
 * another answer, but neither asked nor stored.
 */
export function askedElsewhere(questions: readonly HouseholdQuestion[]): HouseholdQuestion[] {
  return questions.map((question) => ({
    ...question,
    when: never,
    elsewhere: askedByOthers,
  }));
}
