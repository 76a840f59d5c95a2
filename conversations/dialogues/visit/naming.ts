import type { Conversation } from '../../contract/conversation.ts';
import type { Household } from '../../contract/household.ts';
import type { Question } from '../../form/question.ts';
import { maskName } from '../../language/masking.ts';

/** Names household and village group in front of every prompt, so that a late reply finds its way back. */
export function householdHeading(c: Conversation, household: Household): string {
  const name = nameSaid(c, household);
  return household.group === '' ? `【${name}】` : `【${name}·${household.group}】`;
}

/** The head's name as it may be said here. */
export function nameSaid(c: Conversation, household: Household): string {
  return c.inRoom ? maskName(household.headName) : household.headName;
}

/** May this question be spoken about in this chat? Health, income and schooling stay out of groups. */
export function mayBeSaid(c: Conversation, question: Question): boolean {
  return !(c.inRoom && question.sensitive === true);
}
