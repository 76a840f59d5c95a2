import { isExact, type NumberSpan } from '../../language/numbers/number-span.ts';
import { scanNumbers } from '../../language/numbers/numerals.ts';

const inAll = /(?:一共|总共|合计|共计|总计|拢共|统共|合一块|加一块|加起来|算下来|拢归|共)[^,。;\d]{0,3}$/u;
/** Below this it is a count of months or heads, not money. */
const money = 100;
/** More numbers than a household has sources. */
const most = 12;

/**
 * A sum that is said outright and comes out right: 六千…五千…两万四总共三万五, 3500×10个月=35000, or the same sum
 * said again. Anything that doesn't come out is left to be asked about.
 */
export function statedSum(text: string): number | undefined {
  const numbers = scanNumbers(text);
  const last = numbers.at(-1);
  if (last === undefined || numbers.length < 2 || numbers.length > most || !numbers.every(isExact))
    return undefined;
  const before = numbers.slice(0, -1);
  if (before.every((n) => n.lo === last.lo) && last.lo >= money && last.unit >= 1000) return last.lo;
  if (/[=＝]\s*$/u.test(text.slice(0, last.start))) return fits(before, last.lo) ? last.lo : undefined;
  if (!inAll.test(text.slice(0, last.start)) || last.lo < money) return undefined;
  const parts = before.filter((n) => n.lo >= money);
  return parts.length > 0 && sum(parts) === last.lo ? last.lo : undefined;
}

function fits(numbers: readonly NumberSpan[], total: number): boolean {
  return sum(numbers) === total || numbers.reduce((product, n) => product * n.lo, 1) === total;
}

function sum(numbers: readonly NumberSpan[]): number {
  return numbers.reduce((total, n) => total + n.lo, 0);
}
