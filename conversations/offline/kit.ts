import type { HouseholdOpened } from '../contract/needs.ts';
import type { Session } from '../contract/session.ts';

/** No helper takes more households along: what can be visited in a day, with some to spare. */
export const mostTaken = 30;

/** What a helper takes along: how the talk stands, and the households he may come to today. */
export interface Kit {
  /** His private chat on the page. */
  session: Session;
  /** In the order in which he would be sent to them; those he has begun among them. */
  households: readonly HouseholdOpened[];
}
