import type { YesNoAsked } from '../../form/asked.ts';
import { isExact, type NumberSpan } from '../../language/numbers/number-span.ts';
import type { Fact } from '../../language/table.ts';

/** What stands behind a number that makes it an age; of 孙女14 and 闺女十五了 the word is left out. */
export function isAge(number: NumberSpan, next: string): boolean {
  if (/^(?:周|虚)?岁/u.test(next)) return true;
  return isExact(number) && number.lo >= 3 && number.lo <= 90 && /^(?:了|$|和|,|、|一个)/u.test(next);
}

/** 6-16岁: a range of ages, no child's. */
export function isWide({ lo, hi }: NumberSpan): boolean {
  return hi - lo > 4;
}

/** 8岁 is of school age, 30岁 is not unless there are others; 5岁半 and 虚岁6岁 leave it open. */
export function ageFact(
  asked: YesNoAsked,
  age: number,
  words: readonly [unit: string, behind: string],
): Fact | 'open' | undefined {
  if (asked.ages === undefined) return undefined;
  const [unit, behind] = words;
  if (behind.startsWith('半') || unit.startsWith('虚')) return 'open';
  const inside = age >= asked.ages.from && age <= asked.ages.to;
  return {
    topic: asked.topic,
    sign: inside ? asked.yes : asked.yes === '+' ? '-' : '+',
    weak: !inside,
    done: false,
  };
}
