import type { Household } from '../contract/household.ts';
import type { Question, Questionnaire } from '../form/question.ts';

/** What the questions of a visit may look at beside the answers. A check asked by phone may know no register. */
export interface HouseholdSubject {
  household?: Household;
  /** Calendar year of the campaign, e.g. 2021. */
  year: number;
  /** Yuan per head and year under which a household is to be looked at. */
  incomeLine?: number;
}

/** A question put to a household. */
export type HouseholdQuestion = Question<HouseholdSubject>;

/** A form answered by a household. */
export type HouseholdForm = Questionnaire<HouseholdSubject>;
