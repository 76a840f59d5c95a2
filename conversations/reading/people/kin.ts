import { wordsInTable } from '../../language/table.ts';
import { Trie } from '../../language/trie.ts';
import { kinHeads } from '../../subjects/people/kin-words.ts';

let known: Trie<true> | undefined;

/** Single characters that hardly ever stand inside another word. */
const aloneToo = new Set(['爹', '娘', '爸', '妈', '哥', '弟', '姐', '妹']);
const whose = /^(?:俺|我|他|她)?家?[大二三四小老]?/u;
const owner = /^[俺大二三四小]$/u;

function kinTrie(): Trie<true> {
  if (known !== undefined) return known;
  const made = new Trie<true>();
  for (const word of wordsInTable(kinHeads)) if (word.tells['heads'] !== undefined) made.set(word.form, true);
  known = made;
  return made;
}

/** The longest word of kin that begins at a place. */
function kinAt(chars: readonly string[], from: number): number | undefined {
  let to: number | undefined;
  kinTrie().each(chars, from, (_, end) => {
    to = end;
  });
  return to;
}

/** Who is spoken of first, in the sender's words: 老太太, 二儿子, 3号. */
export function whoIn(text: string): string | undefined {
  const chars = [...text];
  for (let from = 0; from < chars.length; from += 1) {
    const to = kinAt(chars, from);
    if (to === undefined || (to - from === 1 && !aloneToo.has(chars[from] ?? ''))) continue;
    const before = chars[from - 1] ?? '';
    return chars.slice(owner.test(before) && to - from > 1 ? from - 1 : from, to).join('');
  }
  return /\d{1,2}号/u.exec(text)?.[0];
}

/** 奶奶, 妈妈, 二儿子, 俺娘: words of kinship and nothing else. */
export function isKinWord(text: string): boolean {
  const prefix = whose.exec(text)?.[0].length ?? 0;
  return [0, prefix].some((from) => isAllKin([...text.slice(from)]));
}

function isAllKin(chars: readonly string[]): boolean {
  let at = 0;
  while (at < chars.length) {
    const to = kinAt(chars, at);
    if (to === undefined) return false;
    at = to;
  }
  return at > 0;
}

/** What follows the last word of kin: 上初二的孙女小玲 → 小玲. Undefined where there is none. */
export function behindKin(text: string): string | undefined {
  const chars = [...text];
  let behind: number | undefined;
  for (let at = 0; at < chars.length; ) {
    const to = kinAt(chars, at);
    if (to !== undefined) behind = to;
    at = to ?? at + 1;
  }
  return behind === undefined ? undefined : chars.slice(behind).join('');
}
