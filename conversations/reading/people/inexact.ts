import { isExact, type NumberSpan } from '../../language/numbers/number-span.ts';
import { ask, value } from '../outcome.ts';
import type { AskOption, Understood } from '../understood.ts';

/** More than this is possible but rare: confirmed before it is stored. */
const commonLimit = 15;

/** What voice typing writes for a digit before 口. */
const heard: Readonly<Record<string, readonly number[]>> = {
  是: [4, 10],
  事: [4, 10],
  市: [4, 10],
  思: [4, 10],
  试: [4, 10],
  似: [4, 10],
  石: [4, 10],
  实: [4, 10],
  寺: [4, 10],
  死: [4, 10],
  丝: [4, 10],
  时: [4, 10],
  舞: [5],
  午: [5],
  误: [5],
  无: [5],
  吾: [5],
  武: [5],
  流: [6],
  留: [6],
  刘: [6],
  散: [3],
  伞: [3],
};
const soundBefore = /(?:^|[家有共里,。;: 户计\d一二三四五六七八九])(\p{Script=Han})口(?=人|子|$|[,。; ])/u;

/** 是口人, heard for 四口人 or 十口人. */
export function readMisheard(text: string): Understood<number> | undefined {
  const guesses = heard[soundBefore.exec(text)?.[1] ?? ''];
  return guesses && ask('misheard', undefined, { options: guesses.map(option) });
}

/** 四五口, 不到6口, 好几口: no exact number. */
export function readInexact(
  numbers: readonly NumberSpan[],
  { about, several }: { about: boolean; several: boolean },
): Understood<number> | undefined {
  const doubtful = numbers.find((number) => !isExact(number));
  if (doubtful) return doubtfulNumber(doubtful);
  if (about && numbers.length > 0) return ask('approximate', numbers[0]?.lo);
  return several ? ask('approximate') : undefined;
}

function doubtfulNumber(n: NumberSpan): Understood<number> {
  if (n.vague || n.more || n.hi - n.lo > 4) return ask('approximate');
  const options: AskOption<number>[] = [];
  for (let k = n.lo; k <= n.hi; k++) options.push(option(k));
  return ask('range', undefined, { options });
}

function option(n: number): AskOption<number> {
  return { label: `${n}口`, value: n };
}

/** A total that is common is taken; a rare one, or one that may be misheard (四口 as 四十), is confirmed. */
export function plausible(n: number): Understood<number> {
  if (!Number.isInteger(n) || n <= 0) return ask('unusual', n);
  if (n <= commonLimit) return value(n);
  if (n % 10 !== 0 || n > 90) return ask('unusual', n);
  return ask('misheard', n, { options: [n / 10, n].map(option) });
}
