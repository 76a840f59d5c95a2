import type { Event } from '../../contract/event.ts';
import type { Session } from '../../contract/session.ts';
import type { Reply, Turn } from '../../contract/turn.ts';
import { commandSaid } from '../command-said.ts';
import { dialogueCommands } from '../commands.ts';
import { eventWords } from '../words-of.ts';

/** How a message said in a group is taken: there, or as though it had been said in private. */
interface Heard {
  session: Session;
  aside: boolean;
}

/**
 * Takes a person aside whose words are not for a group (a command marked `private`): the turn is his private chat's,
 * with its prompts and his whole scope.
 */
export function heard(session: Session, event: Event): Heard {
  const { chat, speaker } = session;
  if (chat.kind !== 'room' || !chat.mentioned || speaker === null) return { session, aside: false };
  const said = commandSaid(dialogueCommands, eventWords(event));
  if (said?.command.inRoom !== 'private') return { session, aside: false };
  const { channel } = chat;
  return {
    session: { ...session, chat: { kind: 'private', key: `private:${channel}`, channel } },
    aside: true,
  };
}

const toldApart = '这个不在群里说，已私聊回您。';
const personal = '这条涉及个人信息，已私聊回您。';

/**
 * A turn as a group may hear it. What was answered aside goes to the person and the group hears so; a reply that
 * holds one of the `secrets` goes the same way, whichever dialogue made it.
 */
export function asHeardInRoom(
  turn: Turn,
  { aside }: Pick<Heard, 'aside'>,
  secrets: ReadonlySet<string>,
): Turn {
  const replies = turn.replies.map((reply): Reply => {
    const apart = aside || holds(reply, secrets);
    return apart ? { ...reply, privately: true } : reply;
  });
  if (replies.length === 0 || replies.some((reply) => reply.privately !== true)) return { ...turn, replies };
  const why = turn.replies.some((reply) => holds(reply, secrets)) && !aside ? personal : toldApart;
  return { ...turn, replies: [{ text: why }, ...replies] };
}

function holds({ text }: Reply, secrets: ReadonlySet<string>): boolean {
  for (const secret of secrets) if (text.includes(secret)) return true;
  return false;
}
