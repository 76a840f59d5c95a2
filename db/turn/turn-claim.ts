import type { Scope } from '../../conversations/access/scope.ts';
import type { CampaignId } from '../../conversations/contract/ids.ts';
import type { DialogueState } from '../../conversations/contract/state.ts';
import type { Change, Reply } from '../../conversations/contract/turn.ts';
import type { Carried } from './carriers.ts';

/** What a turn writes in the hot statement: the claimed message, the dialogue, the visits and their answers. */
export interface TurnClaim {
  /** With the campaign the turn was made in: what it says is stored there, also when the county goes on to the next. */
  scope: Scope & { campaign: CampaignId };
  channel: string;
  messageId: string;
  accountId: string | null;
  roomId: string | null;
  /** Where to answer, as the channel needs it, and the chat's name within the person's dialogue. */
  chat: Record<string, unknown>;
  chatKey: string;
  replies: readonly Reply[];
  /** When the message was sent, milliseconds since 1970. */
  at: number;
  /** null: whoever sends the replies marks this message by itself. */
  carried: Carried | null;
  /** null for somebody who isn't bound: only the message is claimed. */
  dialogue: { staffId: string; version: number; state: DialogueState } | null;
  visits: readonly SaveVisit[];
  answers: readonly LoggedIn[];
  /** Households that were looked at, of visits in this turn. */
  looked: readonly { household: string; village: string; what: string }[];
  /** The rows it was made from, where they were recalled and not read: the write checks each of them. */
  recalled: Recalled | null;
}

export interface Recalled {
  accountRow: string | null;
  staffRow: string | null;
  roomRow: string | null;
  household: { id: string; village: string; row: string } | null;
  visit: { id: string; version: number } | null;
  settingsVersion: number | null;
}

export type SaveVisit = Extract<Change, { do: 'saveVisit' }>;
export type LoggedIn = Extract<Change, { do: 'logAnswers' }>['answers'][number] & { village: string };

/** Two turns of one person or one visit never go in one statement: the second has to see the first. */
export function keysOf(claim: TurnClaim): string[] {
  const staff = claim.dialogue === null ? [] : [`staff ${claim.dialogue.staffId}`];
  return [
    ...staff,
    `message ${claim.channel} ${claim.messageId}`,
    ...claim.visits.map((v) => `visit ${v.visit.id}`),
  ];
}

/** The villages a statement touches: it runs in their scope and no wider. */
export function villagesOf(claims: readonly TurnClaim[]): string[] {
  return [
    ...new Set(
      claims.flatMap((c) => [
        ...c.visits.map((v) => v.household.village),
        ...c.answers.map((a) => a.village),
        ...c.looked.map((l) => l.village),
        ...(c.recalled?.household == null ? [] : [c.recalled.household.village]),
      ]),
    ),
  ];
}
