import type { ProblemCategory } from '../contract/finding.ts';
import type { ClauseId } from '../form/keys.ts';

/**
 * What a row of a list becomes as it comes in: a problem at once, a monitoring lead, a question at the household's next
 * visit, or nothing but something to compare a lead with.
 */
export const listUses = ['problem', 'lead', 'question', 'comparison'] as const;
export type ListUse = (typeof listUses)[number];

/** A kind of list that other offices send. */
export interface ListKind {
  /** As the command line takes it: `ruhu import list --kind insurance`. */
  id: string;
  /** As people call it; also where a told row comes from: 省平台预警：…. */
  name: string;
  /** Further words by which somebody asks for it. */
  words: readonly string[];
  becomes: ListUse;
  /** What a question becomes when the answer is that it is so. */
  confirmed?: 'problem' | 'lead';
  /** Whose list it is, by full name: that unit may bring it in, see it and take it back. */
  unit: string;
  source: 'inspection' | 'assessment' | 'petition' | 'warning' | 'list';
  /** Where the row's own words don't tell. */
  category: ProblemCategory;
  clause: ClauseId;
  /** Key of the finding by which a visit says the same: a household never has both. */
  finding?: string;
  /** What it says of a household in the data comparison of a lead: 医保参保. */
  compares?: string;
}
