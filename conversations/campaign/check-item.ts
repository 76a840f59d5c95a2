import type { ProblemCategory } from '../contract/finding.ts';
import type { ClauseId } from '../form/keys.ts';
import type { CheckFacts } from './check-facts.ts';

interface Base {
  clause: ClauseId;
  /** Short name, used in lists and for 改 X. */
  title: string;
  /** The spoken question, our own words. */
  ask: string;
  category: ProblemCategory;
  /** What may serve as evidence: shown when the words give none. */
  evidence: string;
  /** What the inspection's own data shows already, put beside the question. */
  shows?: (facts: CheckFacts) => string | undefined;
  /** What the data says against a good answer: then the finding stands, whatever the unit says of itself. */
  computed?: (facts: CheckFacts) => string | undefined;
}

/** A unit- or village-level clause of the plan as something to be asked. */
export type CheckItem =
  /** A yes or no; `good` says whether 是 is the good news, `bad` is what the ledger says otherwise. */
  | (Base & { is: 'judged'; good: boolean; bad: string })
  /** This year's figure and last year's; a fall by more than `tolerated` per cent is a problem. */
  | (Base & {
      is: 'compared';
      of: 'money' | 'count';
      measure: string;
      max: number;
      tolerated: number;
      before: string;
      bad: string;
    })
  /** A share in per cent that has to lie above `least`. */
  | (Base & { is: 'share'; least: number; bad: string });
