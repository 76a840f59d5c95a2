import { isGap, type SlotKind, slotReaders } from './slots.ts';
import { Trie } from './trie.ts';

/** One place of a phrase. */
type Part =
  /** `name`: which of the words it was is told like a slot. */
  | { is: 'words'; name?: string; words: Trie<true>; first: ReadonlySet<string>; times: Times }
  | { is: 'slot'; name: string; kind: SlotKind; times: Times }
  /** Something must stand between what is before and behind. */
  | { is: 'gap' };
type Times = 'once' | 'maybe' | 'any';

interface Phrase {
  parts: readonly Part[];
  /** Of each of these a message must hold a sign to be the phrase: seen before it is read. */
  holds: readonly ReadonlySet<string>[];
}

/** What stood in the slots, as it was written. */
export type Slots = Readonly<Record<string, string | undefined>>;

/**
 * Ways to say one thing, a line each: words with `|` between those of one place, slots in `<…>`, spaces between the
 * places. `?` behind a place: it may be missing; `*`: it may come again; `_` alone: a gap must stand there, elsewhere
 * one may. `<to:who>` is a slot of the kind `who` that is called `to`; `which=他|她` tells which of the words it was.
 *
 *     销号|核销 <nos> <rest>?
 *     开始? 抽查 _ <name> 家|户?
 *
 * A message is read whole: every stretch is a word, a slot or a gap, or it is not this.
 */
export class Phrases {
  readonly #phrases: readonly Phrase[];
  /** What a message may begin with, as far as that can be told; undefined: anything. */
  readonly begins: ReadonlySet<string> | undefined;

  constructor(lines: readonly string[]) {
    this.#phrases = lines.map((line) => {
      const parts = line.split(' ').map(partOf);
      return { parts, holds: mustHold(parts) };
    });
    const begins = this.#phrases.map(({ parts }) => beginsOf(parts));
    this.begins = begins.includes(undefined) ? undefined : new Set(begins.flatMap((set) => [...(set ?? [])]));
  }

  /** The slots of the first phrase that the whole message is; undefined where it is none. */
  read(text: string): Slots | undefined {
    const raw = [...text.trim()];
    const chars = raw.map(folded);
    if (this.begins !== undefined && !this.begins.has(chars[0] ?? '')) return undefined;
    for (const { parts, holds } of this.#phrases) {
      if (!holds.every((signs) => chars.some((char) => signs.has(char)))) continue;
      const spans = new Reading(parts, chars).from(0, 0);
      if (spans !== undefined)
        return Object.fromEntries(
          spans.map(({ name, from, to }) => [name, raw.slice(from, to).join('').trim()]),
        );
    }
    return undefined;
  }
}

/** As it is compared: full width as half, capitals as small letters, one sign for one sign. */
function folded(char: string): string {
  if (char >= '\u4e00' && char <= '\u9fff') return char;
  const plain = char.normalize('NFKC').toLowerCase();
  return plain.length === char.length ? plain : char;
}

const mustHold = (parts: readonly Part[]): ReadonlySet<string>[] =>
  parts.flatMap((part) => (part.is === 'words' && part.times === 'once' ? [part.first] : []));

const numberSigns = ['#', ...'0123456789'];
const startsWithNumber = new Set<SlotKind>(['no', 'nos', 'percent']);

function beginsOf(parts: readonly Part[]): ReadonlySet<string> | undefined {
  const begins = new Set<string>();
  for (const part of parts) {
    if (part.is === 'gap') continue;
    if (part.is === 'words') for (const char of part.first) begins.add(char);
    else if (startsWithNumber.has(part.kind)) for (const sign of numberSigns) begins.add(sign);
    else return undefined;
    if (part.times === 'once') return begins;
  }
  return undefined;
}

function partOf(token: string): Part {
  if (token === '_') return { is: 'gap' };
  const times = token.endsWith('?') ? 'maybe' : token.endsWith('*') ? 'any' : 'once';
  const said = times === 'once' ? token : token.slice(0, -1);
  const slot = /^<(?:(?<name>[a-z]+):)?(?<kind>[a-zA-Z]+)>$/u.exec(said)?.groups;
  if (slot === undefined) {
    if (/[<>]/u.test(said)) throw new Error(`No such slot: ${token}`);
    const words = new Trie<true>();
    const { name, list = said } = /^(?<name>[a-z]+)=(?<list>.+)$/u.exec(said)?.groups ?? {};
    const all = list.split('|').map((word) => [...word].map(folded).join(''));
    if (all.includes('')) throw new Error(`A phrase with an empty word: ${token}`);
    for (const word of all) words.set(word, true);
    const first = new Set(all.map((word) => [...word][0] ?? ''));
    return { is: 'words', ...(name === undefined ? {} : { name }), words, first, times };
  }
  const kind = slot['kind'] as SlotKind;
  if (!(kind in slotReaders)) throw new Error(`No such slot: ${token}`);
  return { is: 'slot', name: slot['name'] ?? kind, kind, times };
}

interface Span {
  name: string;
  from: number;
  to: number;
}

/** One phrase against one message. What failed once at a place is not tried there again: work stays bounded. */
class Reading {
  readonly #parts: readonly Part[];
  readonly #chars: readonly string[];
  readonly #failed = new Set<number>();

  constructor(parts: readonly Part[], chars: readonly string[]) {
    this.#parts = parts;
    this.#chars = chars;
  }

  /** The spans of the slots from here on, or undefined where the rest of the message is not the rest of the phrase. */
  from(index: number, at: number): Span[] | undefined {
    const key = index * (this.#chars.length + 1) + at;
    if (this.#failed.has(key)) return undefined;
    const found = this.#tried(index, at);
    if (found === undefined) this.#failed.add(key);
    return found;
  }

  #tried(index: number, at: number): Span[] | undefined {
    const part = this.#parts[index];
    if (part === undefined) return this.#isOver(at) ? [] : undefined;
    const begin = this.#behindGap(at);
    if (part.is === 'gap') return begin > at ? this.from(index + 1, begin) : undefined;
    const next = part.times === 'any' ? index : index + 1;
    for (const end of this.#endsOf(part, begin)) {
      const rest = this.from(next, end);
      if (rest === undefined) continue;
      return part.name === undefined ? rest : [{ name: part.name, from: begin, to: end }, ...rest];
    }
    return part.times === 'once' ? undefined : this.from(index + 1, at);
  }

  #endsOf(part: Exclude<Part, { is: 'gap' }>, begin: number): readonly number[] {
    if (begin >= this.#chars.length) return [];
    if (part.is === 'slot') return slotReaders[part.kind](this.#chars, begin);
    if (!part.first.has(this.#chars[begin] ?? '')) return [];
    const ends: number[] = [];
    part.words.each(this.#chars, begin, (_, to) => ends.push(to));
    return ends.toReversed();
  }

  #behindGap(at: number): number {
    let end = at;
    while (isGap(this.#chars[end])) end += 1;
    return end;
  }

  #isOver(at: number): boolean {
    for (let i = at; i < this.#chars.length; i += 1)
      if (!isGap(this.#chars[i]) && !/^[.!~]$/u.test(this.#chars[i] ?? '')) return false;
    return true;
  }
}
