import { wordsInTable } from '../../language/table.ts';
import { Trie } from '../../language/trie.ts';
import { correctionWords } from '../../language/words/correction.ts';

/** A text and what of it holds. */
interface Corrected {
  text: string;
  corrected: boolean;
  /** What stood before the correction. */
  before: string;
}

let known: Trie<string> | undefined;

function markers(): Trie<string> {
  if (known !== undefined) return known;
  const made = new Trie<string>();
  for (const word of wordsInTable(correctionWords)) made.set(word.form, word.tells['back'] ?? 'no');
  known = made;
  return made;
}

const mark = /[\s,。;!~.、:]/u;
/** 应该是 corrects only what was said before it; at the start it is a hedge. */
const insteadOf = /([,。;、 ]|^)应该(?:是|为)/u;
const opening = /^(?:应该)?(?:是|为)/u;

/** Self-correction inside one message: of 三万二吧，不对，三万五 the latter part counts. */
export function afterCorrection(text: string): Corrected {
  let cut = 0;
  let from = 0;
  const chars = [...text];
  for (let at = 0; at < chars.length; ) {
    const hit = markerAt(chars, at);
    if (hit?.takesBack === true && restOf(chars, hit.to) < chars.length) {
      from = at;
      cut = restOf(chars, hit.to);
    }
    at = hit?.to ?? at + 1;
  }
  const instead = insteadOf.exec(text);
  const place = cut === 0 ? 0 : chars.slice(0, cut).join('').length;
  const before = chars.slice(0, from).join('');
  if (instead !== null && instead.index > place && instead.index + instead[0].length < text.length)
    return {
      text: text.slice(instead.index + instead[0].length),
      corrected: true,
      before: text.slice(0, instead.index),
    };
  const rest = text.slice(place).replace(opening, '');
  return cut === 0 || rest === ''
    ? { text, corrected: false, before: '' }
    : { text: rest, corrected: true, before };
}

/** The longest word of correction that begins here, and whether it takes back what stands before it. */
function markerAt(chars: readonly string[], at: number): { to: number; takesBack: boolean } | undefined {
  let found: { to: number; says: string } | undefined;
  markers().each(chars, at, (says, to) => {
    found = { to, says };
  });
  if (found === undefined) return undefined;
  const { to, says } = found;
  const after = mark.test(chars[at - 1] ?? '');
  if (says === 'mark') return { to, takesBack: after };
  // 三万，不是，四万; but 不是三万是四万 denies what follows.
  if (says === 'alone') return { to, takesBack: after && chars[to] === ',' };
  return { to, takesBack: says === 'yes' };
}

function restOf(chars: readonly string[], from: number): number {
  let at = from;
  while (at < chars.length && mark.test(chars[at] ?? '')) at += 1;
  return at;
}
