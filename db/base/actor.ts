import type { Change } from '../../conversations/contract/turn.ts';

/** Who makes a change, where and when. */
export interface Actor {
  staff: string | null;
  account: string | null;
  room: string | null;
  channel: string;
  /** The chat's key within the person's dialogue. */
  chat: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** A change by its name. */
export type ChangeOf<Name extends Change['do']> = Extract<Change, { do: Name }>;
