import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { UnitNamed } from '../../inquiry/mark.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { pinyinOf } from '../../language/pinyin.ts';
import type { AnswerSaid } from './answer-said.ts';

const mostOffered = 3;

/** What could not be read is named: a place outside the reach, one that sounds alike, or words without a meaning. */
export function* notRead(c: Conversation, said: InquirySaid): Asking<AnswerSaid> {
  // What somebody says may be a name or an illness: a group doesn't hear it again.
  if (c.inRoom) return { text: '这句我没全看懂，群里也不便复述。换个说法，或者私聊问我。' };
  const [words = ''] = [...said.unread, ...said.stranded];
  const shown = words.slice(0, 8);
  const near = nearest(
    words,
    (yield* ask('unitNames', {})).filter((u) => u.outside !== true),
  );
  const offered = near.length > 0 ? `是不是${near.map((u) => u.name).join('、')}？说全名再问一遍。` : '';
  const others =
    said.unread.length > 1
      ? `、${said.unread
          .slice(1, 3)
          .map((w) => `“${w.slice(0, 8)}”`)
          .join('、')}`
      : '';
  return {
    text: `“${shown}”${others}我没看懂${said.unread.length > 0 ? `，${c.speaker.unitName}范围里没有叫这个的村镇或人` : ''}。${offered === '' ? '换个说法，或者去掉它再问一遍。' : offered}`,
  };
}

/** Units that sound or look most like it. */
function nearest(words: string, units: readonly UnitNamed[]): UnitNamed[] {
  const sound = pinyinOf(words).full;
  return units
    .filter((u) => u.kind !== 'county')
    .map((unit) => ({
      unit,
      far: distance(sound, pinyinOf(unit.name.replace(/(?:村|镇|乡|社区)$/u, '')).full),
    }))
    .filter(({ far }) => far <= 2 && sound.length > 3)
    .sort((a, b) => a.far - b.far)
    .slice(0, mostOffered)
    .map(({ unit }) => unit);
}

/** Letters to change to make one of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
