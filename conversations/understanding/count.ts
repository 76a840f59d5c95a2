import { isExact } from '../language/numbers/number-span.ts';
import { scanNumbers } from '../language/numbers/numerals.ts';
import { trimFillers } from '../language/text.ts';
import { ask, none, value } from '../reading/outcome.ts';
import type { Understood } from '../reading/understood.ts';
import { afterCorrection } from './correction.ts';
import { isHedged, isQuestion } from './doubt.ts';

/** A number of anything: 3, 三个, 没有 (0). Ranges and 好几个 are asked back. */
export function readCount(raw: string): Understood<number> {
  const { text } = afterCorrection(trimFillers(raw));
  const numbers = scanNumbers(text).filter((n) => !/(?:不是|第)$/.test(text.slice(0, n.start)));
  const [only, ...others] = numbers;
  if (!only) {
    if (/^(?:没有?|无|木有|冇|没得|不|一个(?:都|也)?没有?)(?:了|的|啊)*$/.test(text)) return value(0);
    return /几|多|不少|一些/.test(text) ? ask('approximate') : none;
  }
  if (isQuestion(text)) return ask('question', isExact(only) ? only.lo : undefined);
  if (others.some((n) => n.lo !== only.lo)) return ask('conflict');
  if (only.lo !== only.hi && only.hi - only.lo <= 4)
    return ask('range', undefined, { options: steps(only.lo, only.hi) });
  if (!isExact(only)) return ask('approximate');
  if (!Number.isInteger(only.lo)) return ask('unusual', only.lo);
  return isHedged(text) ? ask('hedged', only.lo) : value(only.lo);
}

function steps(lo: number, hi: number): { label: string; value: number }[] {
  const options: { label: string; value: number }[] = [];
  for (let n = Math.ceil(lo); n <= hi; n++) options.push({ label: String(n), value: n });
  return options;
}
