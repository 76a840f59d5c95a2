import { scanNumbers } from '../language/numbers/numerals.ts';
import { whoIn } from './people/kin.ts';
import type { Detail } from './understood.ts';

/** 差一个, 剩俩没交: what stands before the number of those left out. */
const leftOut = /(?:差|缺|少|漏|落|剩|除了|有|就|还有)(?:了|下)?[^,。;]{0,2}$/u;

/** Who is meant and how many are the exception (差一个 → 1). */
export function detailOf(text: string): Detail | undefined {
  const who = whoIn(text);
  const count = scanNumbers(text).find((n) => n.lo === n.hi && leftOut.test(text.slice(0, n.start)));
  if (who === undefined && !count) return undefined;
  return { ...(who === undefined ? {} : { who }), ...(count ? { missing: count.lo } : {}) };
}
