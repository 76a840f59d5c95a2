import type { Event } from '../../contract/event.ts';
import type { StaffId } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Session } from '../../contract/session.ts';
import type { Change, Turn } from '../../contract/turn.ts';
import { brakeAt, codesIn, triesAllowed } from './code.ts';
import { exposedCodes } from './exposed.ts';
import type { FoundCode } from './needs.ts';

/**
 * Everything an unbound person can do: bind by the code the township handed out. Five wrong tries lock the
 * account for an hour. In a group an unbound person is answered only when the bot is spoken to, or has shown a code.
 */
export function* bindDialogue(
  session: Session,
  event: Event,
  text: string,
  hashOf: (code: string) => string,
): Asking<Turn> {
  const turn = (reply: string | undefined, changes: readonly Change[] = []): Turn => ({
    state: session.dialogue,
    replies: reply === undefined ? [] : [{ text: reply }],
    changes,
  });
  const { chat } = session;
  if (chat.kind === 'room') {
    const exposed = yield* exposedCodes(chat, text, hashOf);
    if (exposed !== undefined) return turn(exposed.says, [exposed.change]);
    return turn(chat.mentioned ? howToBindInRoom : undefined);
  }
  const tried = yield* tryCode(session, event.at, text, hashOf);
  if (tried.is === 'none') return turn(howToBind);
  if (tried.is === 'refused') return turn(tried.says, tried.changes);
  const { code } = tried;
  return turn(
    `绑定好了，${code.name}（${code.unitName}）。回“培训”看怎么查、回“小测”做十道题，再回“排查”开始；用法回“帮助”。`,
    [{ do: 'bindAccount', codeHash: code.hash, staffId: code.staffId }],
  );
}

/** What a message is as a try to bind: none at all, refused with the reason, or a code that works. */
type Tried =
  | { is: 'none' }
  /** `of` is whose code it was, when it was one. */
  | { is: 'refused'; says: string; changes: readonly Change[]; of?: StaffId }
  | { is: 'good'; code: FoundCode };

/** Looks a code up, unless the account is locked. Only a code that never was counts as a wrong try. */
export function* tryCode(
  session: Session,
  at: number,
  text: string,
  hashOf: (code: string) => string,
): Asking<Tried> {
  const refused = (says: string, changes: readonly Change[] = []): Tried => ({
    is: 'refused',
    says,
    changes,
  });
  const [code, ...more] = codesIn(text);
  const minutes = lockedMinutes(session, at);
  if (minutes > 0) return refused(`绑定码输错次数太多，请过${minutes}分钟再试；码记不清就找乡镇重新要一个。`);
  if (code === undefined) return { is: 'none' };
  if (more.length > 0) return refused('一次只发一个码，发您自己的那个。');
  const tries = yield* ask('bindTries', { account: session.account?.id ?? null });
  if (tries.byAll >= brakeAt) return refused('现在试错绑定码的太多，先停一停，请过10分钟再发。');
  const [found] = yield* ask('bindCodes', { hashes: [hashOf(code)] });
  if (found === undefined) return refused(wrong(tries.own), [{ do: 'wrongCode' }]);
  if (found.is !== 'open') return { is: 'refused', says: gone[found.is], changes: [], of: found.staffId };
  return found.waits
    ? { is: 'refused', says: waits, changes: [], of: found.staffId }
    : { is: 'good', code: found };
}

function wrong(before: number): string {
  const left = triesAllowed - before - 1;
  return left > 0
    ? `绑定码不对，核对一下再发“绑定 码”，还能试${left}次。`
    : `绑定码连着错了${triesAllowed}次，先锁一个小时。码记不清就找乡镇重新要一个。`;
}

function lockedMinutes(session: Session, at: number): number {
  const until = session.account?.lockedUntil ?? null;
  return until === null || until <= at ? 0 : Math.ceil((until - at) / 60_000);
}

const waits =
  '这个人已经绑定过，换号要多一个人点头：请在原来的号上回“同意换号”；原来的号用不了，就请另一位能发码的同志（不是发码的那位）回“同意换号 姓名”。点头后再发一次这个码。';

const gone: Readonly<Record<Exclude<FoundCode['is'], 'open'>, string>> = {
  used: '这个绑定码已经用过了，一个码只能用一次。请找乡镇重新要一个。',
  expired: '这个绑定码过期了，请找乡镇重新要一个。',
  revoked: '这个绑定码已经作废，请用最新的那个，或找乡镇重新要一个。',
};

const howToBind = '您还没绑定身份。请向乡镇要一个绑定码，然后发：绑定 码（如“绑定 8K3F-2M7Q”）。';
const howToBindInRoom = '您还没绑定身份。请向乡镇要一个绑定码，私聊发给我，别发在群里。';
