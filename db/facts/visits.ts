import { explainedOutcomes, handedInStatuses, inHandStatuses } from '../../conversations/contract/session.ts';
import type { HouseholdFilter } from '../../conversations/progress/needs.ts';
import { fact, isOneOf, type SqlFact } from '../base/fact.ts';

// What is true of a visit `v`; where a join may find none, all columns of it are null.

/** Joins the visit of the household `h`: of its questionnaire, in the campaign the transaction runs in. */
export const householdsVisit: SqlFact = fact(
  `left join visit v on v.county = h.county and v.household_id = h.id and v.questionnaire = 'household'`,
);

/** Nothing left to do: submitted or verified, by the letter that counts (see `tally` in table.ts). An index gives it. */
export const nothingLeft = (tally = 'v.tally'): SqlFact => fact(`left(${tally}, 1) in ('S', 'V')`);

/** Counts in the base of every rate: everything but what left it as moved away, deceased or merged. */
export const isInBase: SqlFact = fact(`(v.tally is null or v.tally not like '%x%')`);

/** Visited: done, and in the base. */
export const isVisited = (tally = 'v.tally'): SqlFact =>
  fact(`${nothingLeft(tally)} and ${tally} not like '%x%'`);

/** Not done, or not begun. */
export const isNotVisited: SqlFact = fact(`(v.tally is null or not ${nothingLeft()})`);

/** Done, by its status: also where what counts isn't asked after. */
export const wasHandedIn = (status = 'v.status'): SqlFact => isOneOf(status, handedInStatuses);

/** In the helper's hands: begun, or given back. */
export const isInHand: SqlFact = isOneOf('v.status', inHandStatuses);

/** Done without answers: moved away, deceased, merged with another household. */
export const isExplained: SqlFact = isOneOf('v.outcome', explainedOutcomes);

/** Begun or given back, and not said to be out or to refuse. */
export const isHalfDone: SqlFact = isOneOf('v.tally', ['D', 'R']);

const letter = (name: string): SqlFact => fact(`v.tally = '${name}'`);
const withLetter = (name: string): SqlFact => fact(`${isVisited()} and v.tally like '%${name}%'`);

/** Which households with their visit `v` a number of the progress counts, and its list shows. */
export const standingFacts: Readonly<
  Record<Exclude<HouseholdFilter, 'visitedToday' | 'unassigned'>, SqlFact>
> = {
  all: isInBase,
  remaining: isNotVisited,
  visited: isVisited(),
  submitted: fact(`v.tally like 'S%' and v.tally not like '%x%'`),
  verified: fact(`v.tally like 'V%' and v.tally not like '%x%'`),
  explained: fact(`${nothingLeft()} and v.tally like '%x%'`),
  toVerify: withLetter('u'),
  withProblems: withLetter('p'),
  draft: letter('D'),
  notHome: letter('N'),
  refused: letter('F'),
  returned: letter('R'),
  untouched: fact('v.tally is null'),
};
