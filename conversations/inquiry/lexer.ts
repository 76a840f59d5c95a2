import { cheapestWay, type Stretch } from '../language/lattice.ts';
import { pinyinOf } from '../language/pinyin.ts';
import { opensWithSurname } from '../language/surnames.ts';
import { Trie } from '../language/trie.ts';
import type { InquiryMark, InquiryToken, MarkFound, UnitNamed } from './mark.ts';
import { numbersIn } from './numbers.ts';

/** All that a sentence may be made of: each form with what it may mean, and the names of places beside them. */
export interface InquiryLexicon<M = InquiryMark> {
  words: Trie<readonly M[]>;
  names?: Trie<readonly M[]>;
  /** Content words by how they sound, for what was mistyped. */
  sounds: () => ReadonlyMap<string, string>;
}

/** Costs of a step: the cheapest way through the sentence is its reading. Longer words are fewer steps. */
const cost = { word: 10, filler: 8, number: 9, character: 4, pause: 1, unread: 40 } as const;

/** A lexicon of words; `content` are those that may be heard for others that sound alike. */
export function lexiconOf<M>(
  words: ReadonlyMap<string, readonly M[]>,
  content: Iterable<string>,
): InquiryLexicon<M> {
  const forms = new Trie<readonly M[]>();
  for (const [form, marks] of words) forms.set(form, marks);
  let heard: Map<string, string> | undefined;
  // Sounds cost more than all the rest and are seldom asked for.
  const sounds = () => {
    heard ??= soundsOf(content);
    return heard;
  };
  return { words: forms, sounds };
}

function soundsOf(content: Iterable<string>): Map<string, string> {
  const sounds = new Map<string, string>();
  for (const form of content) {
    if (!/^\p{Script=Han}{2,4}$/u.test(form)) continue;
    const { full } = pinyinOf(form);
    if (!sounds.has(full)) sounds.set(full, form);
  }
  return sounds;
}

/** The same lexicon with the names of units beside it; a word that is written as a name stays the word. */
export function withUnits(lexicon: InquiryLexicon, units: readonly UnitNamed[]): InquiryLexicon {
  if (units.length === 0) return lexicon;
  const named = new Map<string, UnitNamed[]>();
  for (const unit of units)
    for (const form of formsOf(unit)) named.set(form, [...(named.get(form) ?? []), unit]);
  const names = new Trie<readonly InquiryMark[]>();
  for (const [form, found] of named)
    if (lexicon.words.get(form) === undefined) names.set(form, [{ is: 'unit', units: found }]);
  return { ...lexicon, names };
}

/** 龙城镇 is called 龙城 as well, 姬村 of 龙城镇 also 龙城镇姬村 and 龙城姬村. */
function formsOf({ name, kind, townshipName }: UnitNamed): Set<string> {
  const bare = name.replace(/(?:村|社区|镇|乡)$/u, '');
  const forms = new Set([name, ...(bare.length >= 2 ? [bare] : [])]);
  if (kind === 'village') forms.add(name.endsWith('村') || name.endsWith('社区') ? name : `${name}村`);
  if (townshipName === undefined) return forms;
  const township = townshipName.replace(/(?:镇|乡)$/u, '');
  for (const form of [...forms]) for (const above of [townshipName, township]) forms.add(`${above}${form}`);
  return forms;
}

const pause = /^[,，。.;；!！?？、:：~…“”"'()（）\n—《》【】]$/u;

/** A stretch of a sentence with all it may mean; without a meaning it is unread. */
interface Part<M> {
  text: string;
  marks: readonly (M | MarkFound)[];
  /** A space stands before it. */
  spaced: boolean;
}

/** Parts a sentence into words by the cheapest way through it. Unread characters side by side are one stretch. */
export function partsOf<M extends { is: string }>(lexicon: InquiryLexicon<M>, text: string): Part<M>[] {
  const said = text.normalize('NFKC').toLowerCase();
  const chars = said.split('');
  const numbers = numbersIn(said);
  const { words, names } = lexicon;
  const way = cheapestWay<readonly (M | MarkFound)[]>(chars.length, (from, offer) => {
    const here = chars[from] ?? '';
    offer(from + 1, /\s/u.test(here) ? 0 : cost.unread);
    if (pause.test(here)) offer(from + 1, cost.pause, [{ is: 'pause' }]);
    const number = numbers.get(from);
    if (number !== undefined) offer(from + number.length, cost.number, number.marks);
    const take = (marks: readonly M[], to: number) => {
      const each = marks.every((m) => m.is === 'filler') ? cost.filler : cost.word;
      offer(to, each + (to - from === 1 ? cost.character : 0), marks);
    };
    words.each(chars, from, take);
    names?.each(chars, from, take);
  });
  return joined(said, way);
}

function joined<M>(said: string, way: readonly Stretch<readonly (M | MarkFound)[]>[]): Part<M>[] {
  const parts: Part<M>[] = [];
  let spaced = false;
  for (const { from, to, by } of way) {
    const text = said.slice(from, to);
    const before = parts.at(-1);
    if (by === undefined && /\s/u.test(text)) spaced = true;
    else if (by === undefined && before?.marks.length === 0 && !spaced)
      parts[parts.length - 1] = { ...before, text: `${before.text}${text}` };
    else {
      parts.push({ text, marks: by ?? [], spaced });
      spaced = false;
    }
  }
  return parts;
}

/** The words of a question about the data; what is no word stays as it is, a stretch without marks. */
export function lex(lexicon: InquiryLexicon, text: string): InquiryToken[] {
  return wholeNames(partsOf(lexicon, text));
}

/** Particles that end a name as often as a sentence; nothing of a sentence follows them there: 王德才。 */
const endsOfNames: ReadonlySet<string> = new Set(['才', '能', '会', '全', '快', '共', '整', '实', '来']);

/** A stretch that begins as a name and is cut off by such a particle, at the end or before 家. */
const endsName = (
  before: InquiryToken | undefined,
  { text }: InquiryToken,
  next: InquiryToken | undefined,
): boolean =>
  before?.marks.length === 0 &&
  /^\p{Script=Han}{2}$/u.test(before.text) &&
  opensWithSurname(before.text) &&
  endsOfNames.has(text) &&
  (next === undefined || next.text.startsWith('家') || next.marks.some((m) => m.is === 'pause'));

/** 大吴集村: a known place behind one more character is another place. */
const otherPlace = (before: InquiryToken | undefined, { text, marks }: InquiryToken): boolean =>
  before?.marks.length === 0 &&
  ((before.text.length === 1 && /[村镇乡]$/u.test(text) && marks.some((m) => m.is === 'unit')) ||
    (before.text.length <= 4 && /^[村镇乡]$/u.test(text)));

const lettersOfName = /^\p{Script=Han}{1,2}$/u;

/** 王有才: a particle between two unread characters belongs to the name that they are. */
function wholeNames(tokens: readonly InquiryToken[]): InquiryToken[] {
  const whole: InquiryToken[] = [];
  for (const [i, token] of tokens.entries()) {
    const before = whole.at(-1);
    const next = tokens[i + 1];
    const inside =
      token.text.length === 1 &&
      token.text !== '的' &&
      token.marks.some((m) => m.is === 'filler' || m.is === 'verb') &&
      before?.marks.length === 0 &&
      next?.marks.length === 0 &&
      lettersOfName.test(before.text) &&
      lettersOfName.test(next.text);
    const follows = before?.marks.length === 0 && token.marks.length === 0 && before.text.length <= 2;
    if (
      inside ||
      (follows && wasInside(tokens, i)) ||
      endsName(before, token, next) ||
      otherPlace(before, token)
    )
      whole[whole.length - 1] = { text: `${before?.text ?? ''}${token.text}`, marks: [] };
    else whole.push(token);
  }
  return whole;
}

function wasInside(tokens: readonly InquiryToken[], i: number): boolean {
  const particle = tokens[i - 1];
  return particle !== undefined && particle.text.length === 1 && particle.marks.length > 0;
}
