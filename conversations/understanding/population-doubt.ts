import { isExact, type NumberSpan } from '../language/numbers/number-span.ts';
import { ask, value } from '../reading/outcome.ts';
import type { AskOption, Understood } from '../reading/understood.ts';

/** More than this is possible but rare: confirmed before it is stored. */
const commonLimit = 15;

const misheard =
  /(?:^|[家有共里,。;: 户计])(?<sound>[是事市思试似石实时])口|(?<five>[舞午误无吾武])口(?:人|子|$)|(?<six>[流留刘])口(?:人|子|$)|(?<three>[散伞])口(?:人|子|$)/;
const several = /好几|几(?:口|个|人|位)|不少|很多|一大家子?$|一大群|一堆|若干|多口/;

const digits = '[\\d一二两三四五六七八九十]';
const atMost = '(?:不到|不足|不超过|最多|顶多|至多|起码|至少|最少|少说)';
const nearly = '(?:快|(?<!大|老|下有|有)小(?!两)|马上|将近|差不多|就要|要)(?:到|有)?';
const orSo = '(?:多|以内|以下|往上|左右|上下|来|以上|半|不到)';
const approximate = new RegExp(
  `${atMost}[^,。;]{0,2}${digits}|(?<=${digits} ?)(?:口|口人|个|个人|人) ?${orSo}|${nearly}${digits}+ ?(?:口|人|个)`,
);

/** 是口人, heard for 四口人 or 十口人. */
export function readMisheard(text: string): Understood<number> | undefined {
  const sound = misheard.exec(text)?.groups;
  return sound && ask('misheard', undefined, { options: soundOptions(sound) });
}

/** 四五口, 不到6口, 好几口: no exact number. */
export function readInexact(text: string, numbers: readonly NumberSpan[]): Understood<number> | undefined {
  const doubtful = numbers.find((n) => !isExact(n));
  if (doubtful) return doubtfulNumber(doubtful);
  if (approximate.test(text)) return ask('approximate', numbers[0]?.lo);
  return numbers.length === 0 && several.test(text) ? ask('approximate') : undefined;
}

function soundOptions(groups: Record<string, string | undefined>): AskOption<number>[] {
  const guess = groups['five'] ? [5] : groups['six'] ? [6] : groups['three'] ? [3] : [4, 10];
  return guess.map((n) => ({ label: `${n}口`, value: n }));
}

function doubtfulNumber(n: NumberSpan): Understood<number> {
  if (n.vague || n.more || n.hi - n.lo > 4) return ask('approximate');
  const options: AskOption<number>[] = [];
  for (let k = n.lo; k <= n.hi; k++) options.push({ label: `${k}口`, value: k });
  return ask('range', undefined, { options });
}

/** A total that is common is taken; a rare one, or one that may be misheard, is confirmed. */
export function plausible(n: number, text: string): Understood<number> {
  if (!Number.isInteger(n) || n <= 0) return ask('unusual', n);
  if (n <= commonLimit) return value(n);
  // 四口 is often transcribed as 四十.
  const heard = n % 10 === 0 && n <= 90 && /十/.test(text);
  if (!heard) return ask('unusual', n);
  return ask('misheard', n, { options: [n / 10, n].map((k) => ({ label: `${k}口`, value: k })) });
}
