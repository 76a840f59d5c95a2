import type { Conversation } from '../contract/conversation.ts';
import { type Asking, ask } from '../contract/needs.ts';
import { isSurname } from '../language/surnames.ts';

/** What is asked of a second reader, with what the first one knows: an inquiry or an order in its own words. */
const question = [
  '这是基层干部对入户排查助手说的话。如果是在查数或交代办事，改写成助手听得懂的一句短话，意思和范围不能多也不能少；不是查数也不是办事，sure 为 false。',
  '查数照这样写：“进度”“未排查 3组”“龙城镇哪些户没参保”“脱贫户饮水有问题几户”“逾期问题”“各村进度”“还有几天截止”。',
  '办事照这样写：“排查 某某”“查 某某”“退回 某某 原因”“销号 12”“整改 12 说明”“把1组给某某”“抽查 抽取 5%”。',
].join('');

/** What a message may be heard as instead; `sure` once the speaker said that it is what he meant. */
export interface Instead {
  text: string;
  sure: boolean;
}

/** Stands for a name that didn't leave. */
const hidden = '某某';

/**
 * A message that the first reader makes nothing of, said again by a second reader in words that the first knows; it is
 * read by the first like any other. Undefined where there is no second reader, or it says nothing of use.
 */
export function* restated(c: Conversation): Asking<Instead | undefined> {
  const text = c.text.normalize('NFKC').trim();
  const length = [...text].length;
  if (c.inRoom || c.chat.open !== undefined || length < 4 || length > 60) return undefined;
  const names = namesIn(text);
  const second = yield* ask('secondReading', { text, ask: question, kind: 'words', names });
  if (second?.sure !== true || typeof second.value !== 'string') return undefined;
  const [name, ...more] = names;
  const words = second.value.normalize('NFKC').trim();
  if (words === '' || words === text || (words.includes(hidden) && (name === undefined || more.length > 0)))
    return undefined;
  return { text: name === undefined ? words : words.replaceAll(hidden, name), sure: false };
}

/** 孙红家, 给李四: whoever is named as people name somebody. */
function namesIn(text: string): string[] {
  const named = [...text.matchAll(/(?=(?<name>\p{Script=Han}{2,3})(?:[家户的，,。；;\s]|$))/gu)];
  return [...new Set(named.map(({ groups }) => groups?.['name'] ?? ''))].filter(isSurname);
}
