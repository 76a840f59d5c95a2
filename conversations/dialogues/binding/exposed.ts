import { type Asking, ask } from '../../contract/needs.ts';
import type { Chat } from '../../contract/session.ts';
import type { Change } from '../../contract/turn.ts';
import { codesIn } from './code.ts';

interface Exposed {
  change: Change;
  says: string;
}

/**
 * A code written in a group has been read by everybody there: whoever wrote it, spoken to or not, it is void and
 * that is said. undefined when the words hold no code that still works.
 */
export function* exposedCodes(
  chat: Chat,
  text: string,
  hashOf: (code: string) => string,
): Asking<Exposed | undefined> {
  if (chat.kind !== 'room') return undefined;
  const codes = codesIn(text);
  if (codes.length === 0) return undefined;
  const found = yield* ask('bindCodes', { hashes: codes.map(hashOf) });
  const open = found.filter((code) => code.is === 'open');
  if (open.length === 0) return undefined;
  const which = open.length === 1 ? '这个绑定码' : `这${open.length}个绑定码`;
  return {
    change: { do: 'voidCodes', hashes: open.map((code) => code.hash) },
    says: `绑定码发在群里谁都能用，${which}已经作废。请找乡镇换一个，私聊发给我。`,
  };
}
