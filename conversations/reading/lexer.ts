import { Lately } from '../form/lately.ts';
import { cheapestWay, type Offer, type Stretch } from '../language/lattice.ts';
import { isPlainHan, type Lexicon } from '../language/lexicon.ts';
import type { NumberSpan } from '../language/numbers/number-span.ts';
import { scanNumbers } from '../language/numbers/numerals.ts';
import type { Sounds } from '../language/sound.ts';
import type { Word } from '../language/table.ts';
import type { OwnWords } from './own-words.ts';
import type { Vocabulary } from './vocabulary.ts';

export type WordToken =
  | { is: 'word'; text: string; word: Word; sound: boolean }
  | { is: 'number'; text: string; number: NumberSpan }
  | { is: 'mark'; text: string }
  | { is: 'unread'; text: string };

const costs = {
  word: 1,
  character: 1.5,
  number: 1.2,
  mark: 0.1,
  unread: 3,
  sound: 2.3,
  asked: -0.3,
  own: -0.6,
  length: -0.02,
} as const;

/** The widest gap within a word, in characters. */
const widest = 6;
const fillers: ReadonlySet<string> = new Set(['p', 'n', 'who', 'aux', 'all', 'now', 'last']);

function begins(chars: readonly string[], at: number, word: string): boolean {
  return [...word].every((char, i) => chars[at + i] === char);
}

const mark = /^[\p{P}\p{S}\s]$/u;
const isMark = (char: string): boolean => !(char >= '\u4e00' && char <= '\u9fff') && mark.test(char);

/**
 * The best way through the lattice of words, numbers, sounds and characters nobody knows. Words of the subject
 * asked about come a little cheaper: 管子|坏了 against 管子坏|了. Linear in the text: from each character only as
 * many edges leave as the longest word has characters, and each is looked at once.
 */
export function tokensOf(
  text: string,
  vocabulary: Vocabulary,
  topic?: string,
  own?: OwnWords,
): readonly WordToken[] {
  return lately.of(own ?? vocabulary, text, topic, () => lexed(text, vocabulary, { topic, own }));
}

/** A message is looked at clause by clause and subject by subject: each stretch is lexed once for each. */
const lately = new Lately<Vocabulary | OwnWords, readonly WordToken[]>();

interface About {
  topic: string | undefined;
  own: OwnWords | undefined;
}

function lexed(text: string, vocabulary: Vocabulary, about: About): readonly WordToken[] {
  const lattice = new Lattice(text, vocabulary.lexicon, about);
  const written = lattice.best();
  if (!written.some((token) => token.is === 'unread' && isPlainHan(token.text))) return written;
  return lattice.best(vocabulary.sounds());
}

type Said = { word: Word; heard?: boolean } | { number: NumberSpan };

class Lattice {
  readonly #chars: readonly string[];
  readonly #lexicon: Lexicon;
  readonly #topic: string | undefined;
  readonly #own: OwnWords | undefined;
  readonly #numbers: ReadonlyMap<number, { to: number; number: NumberSpan }>;

  constructor(text: string, lexicon: Lexicon, { topic, own }: About) {
    this.#chars = [...text];
    this.#lexicon = lexicon;
    this.#topic = topic;
    this.#own = own;
    this.#numbers = numbersOf(text, this.#chars);
  }

  best(sounds?: Sounds): WordToken[] {
    const chars = this.#chars;
    const way = cheapestWay<Said>(chars.length, (from, offer) => {
      offer(from + 1, isMark(chars[from] ?? '') ? costs.mark : costs.unread);
      this.#lexicon.each(chars, from, (word, to) => offer(to, this.#costOf(word, to - from), { word }));
      if (this.#own !== undefined) this.#offerOwn(this.#own, from, offer);
      const counted = this.#numbers.get(from);
      if (counted !== undefined) offer(counted.to, costs.number, { number: counted.number });
      sounds?.each(chars, from, (word, to) =>
        offer(to, costs.sound, { word, heard: this.#isWritten(from, to) }),
      );
    });
    return way.map((stretch) => this.#tokenOf(stretch));
  }

  /** Words of the question asked, those with a gap included: 给俺家办 is one word of 给…办. */
  #offerOwn({ lexicon, gapped }: OwnWords, from: number, offer: Offer<Said>): void {
    const chars = this.#chars;
    lexicon.each(chars, from, (word, to) => offer(to, this.#costOf(word, to - from) + costs.own, { word }));
    for (const { first, last, word } of gapped) {
      if (!begins(chars, from, first)) continue;
      const gap = from + first.length;
      for (let at = gap; at <= gap + widest && this.#isFilling(gap, at); at++)
        if (begins(chars, at, last))
          offer(at + last.length, costs.word + costs.own + (at - gap) * 0.3, { word });
    }
  }

  /** Nothing between the parts of a word but people, things and particles. */
  #isFilling(from: number, to: number): boolean {
    let at = from;
    while (at < to) {
      let next = at;
      this.#lexicon.each(this.#chars.slice(0, to), at, (word, end) => {
        if (word.classes.some((c) => fillers.has(c)) && word.facts.length === 0) next = end;
      });
      const counted = this.#numbers.get(at)?.to;
      if (counted !== undefined && counted <= to) next = Math.max(next, counted);
      if (next === at) return false;
      at = next;
    }
    return true;
  }

  #costOf(word: Word, length: number): number {
    const topic = this.#topic;
    const asked = topic !== undefined && word.facts.some((fact) => fact.topic === topic);
    return (length === 1 ? costs.character : costs.word) + (asked ? costs.asked : 0) + costs.length * length;
  }

  /** A word heard is beyond doubt only where what is written is no word at all: 新弄合, but not 坚定. */
  #isWritten(from: number, to: number): boolean {
    return this.#chars.slice(from, to).every((char) => this.#lexicon.get(char) !== undefined);
  }

  #tokenOf({ from, to, by }: Stretch<Said>): WordToken {
    const text = this.#chars.slice(from, to).join('');
    if (by === undefined) return { is: isMark(text) ? 'mark' : 'unread', text };
    if ('number' in by) return { is: 'number', text, number: by.number };
    return { is: 'word', text, word: by.word, sound: by.heard === true };
  }
}

/** Numbers by the place among the characters where they begin. */
function numbersOf(text: string, chars: readonly string[]): Map<number, { to: number; number: NumberSpan }> {
  const found = scanNumbers(text);
  const numbers = new Map<number, { to: number; number: NumberSpan }>();
  if (found.length === 0) return numbers;
  const at = new Map<number, number>();
  let position = 0;
  for (const [i, char] of chars.entries()) {
    at.set(position, i);
    position += char.length;
  }
  at.set(position, chars.length);
  for (const number of found) {
    const from = at.get(number.start);
    const to = at.get(number.end);
    if (from !== undefined && to !== undefined) numbers.set(from, { to, number });
  }
  return numbers;
}
