import type { Event } from '../../engine/event.ts';
import type { Session } from '../../engine/session.ts';
import type { Change, Turn } from '../../engine/turn.ts';
import { type Asking, ask } from '../needs.ts';
import { normalCode } from './code.ts';

/** A one-time code as people type it: digits or letters, with spaces or dashes between. */
const codeShape = /^(?:绑定|bind)[\s:：]*([A-Za-z0-9][A-Za-z0-9\s-]{4,14})$/iu;

/**
 * Everything an unbound person can do: bind by the code the township handed out. Five wrong tries lock the
 * account for an hour. In a group an unbound person is answered only when the bot is spoken to.
 */
export function* bindDialogue(
  session: Session,
  event: Event,
  text: string,
  hashOf: (code: string) => string,
): Asking<Turn> {
  const turn = (reply: string | undefined, changes: Change[] = []): Turn => ({
    state: session.dialogue,
    replies: reply === undefined ? [] : [{ text: reply }],
    changes,
  });
  if (session.chat.kind === 'room' && !session.chat.mentioned) return turn(undefined);
  const locked = session.account?.lockedUntil ?? null;
  if (locked !== null && locked > event.at)
    return turn(
      `绑定码输错次数太多，请过${Math.ceil((locked - event.at) / 60_000)}分钟再试，或找乡镇重新要一个。`,
    );
  const code = codeShape.exec(text.normalize('NFKC'))?.[1];
  if (code === undefined) return turn(howToBind);
  if (session.chat.kind === 'room') return turn('绑定码请私聊发给我，群里发了就作废，找乡镇换一个。');
  const hash = hashOf(normalCode(code));
  const found = yield* ask('bindCode', { hash });
  if (found === null)
    return turn('绑定码不对或已过期。核对一下再发“绑定 码”；连错5次要等一小时。', [{ do: 'wrongCode' }]);
  return turn(`绑定好了，${found.name}（${found.unitName}）。回“排查”开始，回“帮助”看用法。`, [
    { do: 'bindAccount', codeHash: hash, staffId: found.staffId },
  ]);
}

const howToBind = '您还没绑定身份。请向乡镇要一个绑定码，然后发：绑定 码（如“绑定 8K3F-2M7Q”）。';
