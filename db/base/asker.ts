import type { Speaker } from '../../conversations/contract/session.ts';

/** Who asks and when (milliseconds since 1970). Needs are answered within the scope of `db`. */
export interface Asker {
  speaker: Speaker | null;
  at: number;
}
