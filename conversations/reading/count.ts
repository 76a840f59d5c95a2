import { isExact } from '../language/numbers/number-span.ts';
import { scanNumbers } from '../language/numbers/numerals.ts';
import { trimFillers } from '../language/text.ts';
import { classOf } from './clauses.ts';
import { tokensOf } from './lexer.ts';
import { afterCorrection } from './operators/correction.ts';
import { ask, none, value } from './outcome.ts';
import { peopleVocabulary } from './people/people-vocabulary.ts';
import type { Understood } from './understood.ts';

/** 没有, 一个都没有: none of it. */
const nothing = /^(?:没有?|无|木有|冇|没得|不|一个(?:都|也)?没有?)[了的啊]*$/u;

/** A number of anything: 3, 三个, 没有 (0). Ranges and 好几个 are asked back. */
export function readCount(raw: string): Understood<number> {
  const { text } = afterCorrection(trimFillers(raw));
  const numbers = scanNumbers(text).filter((n) => !/(?:不是|第)$/u.test(text.slice(0, n.start)));
  const [only, ...others] = numbers;
  if (!only) {
    if (nothing.test(text)) return value(0);
    return /几|多|不少|一些/u.test(text) ? ask('approximate') : none;
  }
  const tokens = tokensOf(text, peopleVocabulary());
  const is = (...classes: Parameters<typeof classOf>[1][]): boolean =>
    tokens.some((token) => classOf(token, ...classes));
  if (is('ask') || /[?？吗]/u.test(text)) return ask('question', isExact(only) ? only.lo : undefined);
  if (others.some((n) => n.lo !== only.lo)) return ask('conflict');
  if (only.lo !== only.hi && only.hi - only.lo <= 4)
    return ask('range', undefined, { options: steps(only.lo, only.hi) });
  if (!isExact(only)) return ask('approximate');
  if (!Number.isInteger(only.lo)) return ask('unusual', only.lo);
  const unsure = is('hedge', 'most', 'cmp') || tokens.some(isAbout);
  return unsure ? ask('hedged', only.lo) : value(only.lo);
}

/** 大概, 左右, 吧. */
function isAbout(token: Parameters<typeof classOf>[0]): boolean {
  if (token.is !== 'word') return false;
  const said = token.word.tells['count'];
  return said === 'about' || said === 'hedge';
}

function steps(lo: number, hi: number): { label: string; value: number }[] {
  const options: { label: string; value: number }[] = [];
  for (let n = Math.ceil(lo); n <= hi; n++) options.push({ label: String(n), value: n });
  return options;
}
