import { scanNumbers } from '../language/numbers/numerals.ts';
import { trimFillers } from '../language/text.ts';
import { doubtOf } from '../reading/manner.ts';
import { afterCorrection } from '../reading/operators/correction.ts';
import { ask, doubt, none, value } from '../reading/outcome.ts';
import { plainAnswer } from '../reading/plain-answer.ts';
import type { QuestionHint, Understood } from '../reading/understood.ts';

type Choices = NonNullable<QuestionHint['choices']>;

interface Word {
  value: string;
  word: string;
}

const tables = new WeakMap<Choices, readonly Word[]>();

/** Words of all choices, longest first; made once per list. */
function wordsOf(choices: Choices): readonly Word[] {
  const found = tables.get(choices);
  if (found) return found;
  const made = choices
    .flatMap((c) =>
      [...new Set([c.label, c.value, ...(c.words ?? [])])].map((w) => ({
        value: c.value,
        word: w.toLowerCase(),
      })),
    )
    .filter((w) => w.word.length > 0)
    .sort((a, b) => b.word.length - a.word.length);
  tables.set(choices, made);
  return made;
}

const numbersOnly = /^(?:我?选|第|回复?|答|是|就)?[\d一二三四五六七八九十 、,.和跟及与还有项个号条+;:]+$/;

/** The numbers shown beside the choices: 1、3, 1和3, 第2个, 13 (where there are fewer than 13). */
export function pickedNumbers(text: string, count: number): number[] | undefined {
  if (!numbersOnly.test(text)) return undefined;
  const found: number[] = [];
  for (const token of text.split(/[^\d一二三四五六七八九十]+/)) {
    if (token === '') continue;
    const n = /^\d+$/.test(token) ? Number(token) : (scanNumbers(token)[0]?.lo ?? Number.NaN);
    if (n >= 1 && n <= count) found.push(n);
    else if (/^[1-9]+$/.test(token) && [...token].every((d) => Number(d) <= count))
      found.push(...[...token].map(Number));
    else return undefined;
  }
  return found.length > 0 ? [...new Set(found)] : undefined;
}

/** Values of the choices named in the text, in the order of naming. */
export function namedChoices(text: string, choices: Choices): string[] {
  const taken: { value: string; start: number; end: number }[] = [];
  for (const { value: v, word } of wordsOf(choices)) {
    let at = text.indexOf(word);
    while (at >= 0) {
      const end = at + word.length;
      const start = at;
      if (!taken.some((t) => t.start < end && start < t.end) && !isDenied(text, at, word))
        taken.push({ value: v, start: at, end });
      at = text.indexOf(word, end);
    }
  }
  taken.sort((a, b) => a.start - b.start);
  return [...new Set(taken.map((t) => t.value))];
}

function isDenied(text: string, at: number, word: string): boolean {
  if (/^[没不无未]/.test(word)) return false;
  if (/^(?:都|也)?(?:没有|没|无)(?!问题)/.test(text.slice(at + word.length))) return true;
  return /(?:没|不|无|未|没有|不是|不再)$/.test(text.slice(Math.max(0, at - 2), at));
}

/** A text that is exactly one choice's label or word: a pick, whatever else it could mean. */
export function exactChoice(text: string, choices: Choices): string | undefined {
  const values = new Set(
    wordsOf(choices)
      .filter((w) => w.word === text)
      .map((w) => w.value),
  );
  return values.size === 1 ? [...values][0] : undefined;
}

export function readChoices(raw: string, hint: QuestionHint): Understood<string[]> {
  const { text } = afterCorrection(trimFillers(raw));
  const choices = hint.choices ?? [];
  const picked = pickedNumbers(text, choices.length);
  if (picked) return value(picked.flatMap((n) => choices[n - 1]?.value ?? []));
  const named = namedChoices(text, choices);
  const reason = doubtOf(text);
  if (named.length > 0) return reason ? ask(reason, named) : value(named);
  const loose = insideLabel(text, choices);
  if (loose) return doubtIf(value([loose]), reason);
  if (/^(?:都|全|以上|全部)(?:都)?(?:有|是|选|不满意|算)/.test(text)) return ask('vague');
  return reason ? ask(reason) : none;
}

export function readChoice(raw: string, hint: QuestionHint): Understood<string> {
  const { text } = afterCorrection(trimFillers(raw));
  const choices = hint.choices ?? [];
  const picked = pickedNumbers(text, choices.length);
  const [only, ...more] = picked ?? [];
  const chosen = only === undefined ? undefined : choices[only - 1]?.value;
  if (chosen !== undefined)
    return more.length === 0
      ? value(chosen)
      : conflict(choices, picked?.flatMap((n) => choices[n - 1]?.value ?? []) ?? []);
  const named = namedChoices(text, choices);
  const reason = doubtOf(text);
  const [first] = named;
  if (first !== undefined)
    return named.length === 1 ? doubtIf(value(first), reason) : conflict(choices, named);
  const loose = insideLabel(text, choices) ?? yesOrNo(text, choices);
  if (loose) return doubtIf(value(loose), reason);
  return reason ? ask(reason) : none;
}

function doubtIf<V>(u: Understood<V>, reason: ReturnType<typeof doubtOf>): Understood<V> {
  return reason ? doubt(u, reason) : u;
}

function conflict(choices: Choices, values: readonly string[]): Understood<string> {
  const options = choices
    .filter((c) => values.includes(c.value))
    .map((c) => ({ label: c.label, value: c.value }));
  return ask('conflict', undefined, { options });
}

/** 没续 answers 到期没续 when no other label holds it. */
function insideLabel(text: string, choices: Choices): string | undefined {
  if (text.length < 2) return undefined;
  const holders = new Set(
    wordsOf(choices)
      .filter((w) => w.word.includes(text))
      .map((w) => w.value),
  );
  return holders.size === 1 ? [...holders][0] : undefined;
}

function yesOrNo(text: string, choices: Choices): string | undefined {
  const plain = plainAnswer(text);
  if (plain !== 'yes' && plain !== 'no') return undefined;
  return choices.find((c) => c.value === plain)?.value;
}
