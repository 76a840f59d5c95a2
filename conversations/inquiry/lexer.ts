import { pinyinOf } from '../language/pinyin.ts';
import type { Mark, Token, UnitNamed } from './mark.ts';
import { numberAt } from './numbers.ts';

/** All that a sentence may be made of: each form with what it may mean. */
export interface Lexicon {
  words: ReadonlyMap<string, readonly Mark[]>;
  /** Length of the longest form. */
  longest: number;
  /** Content words by how they sound, for what was mistyped. */
  sounds: () => ReadonlyMap<string, string>;
}

/** Costs of a step: the cheapest way through the sentence is its reading. Longer words are fewer steps. */
const cost = { word: 10, filler: 8, number: 9, unread: 40 } as const;

/** A lexicon of words; `content` are those that may be heard for others that sound alike. */
export function lexiconOf(words: ReadonlyMap<string, readonly Mark[]>, content: Iterable<string>): Lexicon {
  let heard: Map<string, string> | undefined;
  const longest = Math.max(...[...words.keys()].map((w) => w.length), 1);
  // Sounds cost more than all the rest and are seldom asked for.
  const sounds = () => {
    heard ??= soundsOf(content);
    return heard;
  };
  return { words, longest, sounds };
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

/** The same lexicon with the names of units in it; a name goes before a word that is written alike. */
export function withUnits(lexicon: Lexicon, units: readonly UnitNamed[]): Lexicon {
  if (units.length === 0) return lexicon;
  const words = new Map(lexicon.words);
  const named = new Map<string, UnitNamed[]>();
  for (const unit of units)
    for (const form of formsOf(unit)) named.set(form, [...(named.get(form) ?? []), unit]);
  let { longest } = lexicon;
  for (const [form, found] of named) {
    if (words.has(form)) continue;
    words.set(form, [{ is: 'unit', units: found }]);
    longest = Math.max(longest, form.length);
  }
  return { ...lexicon, words, longest };
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

interface Step {
  to: number;
  cost: number;
  token?: Token;
}

/**
 * Parts a sentence into words by the cheapest way through it. What is no word stays as it is, a stretch without marks.
 * Work grows with the length times the longest form.
 */
export function lex(lexicon: Lexicon, text: string): Token[] {
  const said = text.normalize('NFKC').toLowerCase();
  const best: Step[] = [];
  const costs: number[] = new Array(said.length + 1).fill(Number.POSITIVE_INFINITY);
  costs[said.length] = 0;
  for (let at = said.length - 1; at >= 0; at -= 1) {
    for (const step of stepsAt(lexicon, said, at)) {
      const total = step.cost + (costs[step.to] ?? 0);
      if (total < (costs[at] ?? 0)) {
        costs[at] = total;
        best[at] = step;
      }
    }
  }
  return joined(said, best);
}

function* stepsAt(lexicon: Lexicon, said: string, at: number): Generator<Step> {
  const here = said.charAt(at);
  if (/\s/u.test(here)) yield { to: at + 1, cost: 0 };
  else yield { to: at + 1, cost: cost.unread };
  if (/[,，。.;；!！?？、:：~…“”"'()（）\n]/u.test(here))
    yield { to: at + 1, cost: 1, token: { text: here, marks: [{ is: 'pause' }] } };
  const number = numberAt(said, at);
  if (number !== undefined)
    yield {
      to: at + number.length,
      cost: cost.number,
      token: { text: said.slice(at, at + number.length), marks: number.marks },
    };
  for (let length = Math.min(lexicon.longest, said.length - at); length > 0; length -= 1) {
    const form = said.slice(at, at + length);
    const marks = lexicon.words.get(form);
    if (marks === undefined) continue;
    const filler = marks.every((m) => m.is === 'filler');
    yield {
      to: at + length,
      cost: (filler ? cost.filler : cost.word) + (length === 1 ? 4 : 0),
      token: { text: form, marks },
    };
  }
}

/** The tokens along the best way; unread characters side by side are one stretch. */
function joined(said: string, best: readonly Step[]): Token[] {
  const tokens: Token[] = [];
  let unread = '';
  const close = () => {
    if (unread !== '') tokens.push({ text: unread, marks: [] });
    unread = '';
  };
  for (let at = 0; at < said.length; ) {
    const step = best[at];
    const to = step?.to ?? at + 1;
    if (step?.token === undefined) {
      if (/\s/u.test(said.charAt(at))) close();
      else unread += said.charAt(at);
    } else {
      close();
      tokens.push(step.token);
    }
    at = to;
  }
  close();
  return wholeNames(tokens);
}

const lettersOfName = /^\p{Script=Han}{1,2}$/u;

/** 王有才: a particle between two unread characters belongs to the name that they are. */
function wholeNames(tokens: readonly Token[]): Token[] {
  const whole: Token[] = [];
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
    if (inside || (follows && wasInside(tokens, i)))
      whole[whole.length - 1] = { text: `${before?.text ?? ''}${token.text}`, marks: [] };
    else whole.push(token);
  }
  return whole;
}

function wasInside(tokens: readonly Token[], i: number): boolean {
  const particle = tokens[i - 1];
  return particle !== undefined && particle.text.length === 1 && particle.marks.length > 0;
}
