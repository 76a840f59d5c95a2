import type { ProblemCategory } from '../contract/finding.ts';
import type { ClauseId } from '../form/keys.ts';
import type { CheckFacts } from './check-facts.ts';

interface Base {
  clause: ClauseId;
  /** Who can know, in the plan's words; without it everybody responsible in the area is asked. */
  asked?: readonly string[];
  /** The clause that asks the same thing: who answers that one isn't asked this one too. */
  sameAs?: ClauseId;
  /** Stands beside the comparison with the national system, which is counted only for sheets that ask this. */
  comparison?: true;
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

interface Figure {
  of: 'money' | 'count';
  measure: string;
  max: number;
}

/** A unit- or village-level clause of the plan as something to be asked. */
export type CheckItem =
  /** A yes or no; `good` says whether 是 is the good news, `bad` is what the ledger says otherwise. */
  | (Base & { is: 'judged'; good: boolean; bad: string })
  /** This year's figure and last year's; a fall by more than `tolerated` per cent is a problem. */
  | (Base & Figure & { is: 'compared'; tolerated: number; before: string; bad: string })
  /** A figure that has to reach `least` or mustn't exceed `most`. */
  | (Base & Figure & { is: 'counted'; least?: number; most?: number; bad: string })
  /** A whole and a part of it: the part has to be `least` per cent of it, or no more than `most`. */
  | (Base & Figure & { is: 'part'; part: string; least?: number; most?: number; bad: string });

/** Items that ask for two figures: the second one is a question of its own. */
export function hasSecondFigure(item: CheckItem): boolean {
  return item.is === 'compared' || item.is === 'part';
}
