import type { ProblemCategory } from '../contract/finding.ts';
import type { ClauseId } from '../form/keys.ts';

/** What a freely reported problem is about: its category, the clause it belongs to, and words that tell it. */
export interface Matter {
  label: string;
  category: ProblemCategory;
  clause: ClauseId;
  words: RegExp;
  /** A village's own affair, no household's: what is said of it may be heard by a group. */
  ofVillage?: true;
}
