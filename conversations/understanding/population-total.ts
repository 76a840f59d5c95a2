import type { NumberSpan } from '../language/numbers/number-span.ts';
import { ask, value } from '../reading/outcome.ts';
import type { Understood } from '../reading/understood.ts';
import type { KinGroup } from './kin.ts';
import { fromKin, uncounted } from './population-kin.ts';
import { isSubset, measured, within } from './population-number.ts';

const adding = /(?:加上?|外加|\+|另加|还有|带|带着|领着|和|跟|与|[,、;])[^,。;]{0,3}$/;
const closing = /^ ?(?:口|个|人|个人|口人)*$/;
const plus = /加|\+/;

/** 父母和我们三口: whether the three hold the parents too is open. */
const joinedHousehold =
  /(?:和|跟|与)(?:我们?|俺们?|咱们?|[大小二三老]?(?:儿子|闺女|女儿|孙子)|老[大二三])(?:一?家)?[\d一二两三四五六七八九]+口|[\d一二两三四五六七八九]+口(?:人)?(?:和|跟|与|加上?)(?:我们?|俺们?)?(?:老两口|两口子|夫妻|父母)/;

const saysInAll = /一共|总共|合计|共计|拢共/;
const statedInAll = /(?:一共|总共|合计|共计|共)[^,。;\d]{0,3}$/;
const stated = /(?:一共|总共|合计|共计|共|现在|如今|今年|全家|家里)[^,。;\d]{0,3}$/;

/** What is counted: numbers of people, and kin that no number counts already. */
interface Counted {
  text: string;
  first: NumberSpan;
  others: readonly NumberSpan[];
  /** All numbers, and those that are no part of another. */
  numbers: readonly NumberSpan[];
  main: readonly NumberSpan[];
  kin: readonly KinGroup[];
  kinSum: number;
}

/** How many the numbers and the kin of a text come to. */
export function totalOf(
  text: string,
  all: readonly NumberSpan[],
  named: readonly KinGroup[],
): Understood<number> {
  const kin = named.filter(
    (k) => !isDenied(text, k) && !all.some((n) => overlaps(n, k) && measured(text, n) && !within(n, k)),
  );
  const numbers = all.filter(
    (n) => (measured(text, n) && !kin.some((k) => within(n, k))) || !kin.some((k) => overlaps(n, k)),
  );
  const main = numbers.filter((n) => numbers.length === 1 || !isSubset(text, n));
  const [first, ...others] = main.length > 0 ? main : numbers;
  const kinSum = kin.reduce((sum, k) => sum + k.count, 0);
  if (!first) return fromKin(text, kin, kinSum);
  const counted = { text, first, others, numbers, main, kin, kinSum };
  if (plus.test(text) && (others.length > 0 || kin.length > 0)) return addedUp(counted);
  return byNumber(counted);
}

/** 爹娘加上俺四口. */
function addedUp({ text, first, others, numbers, kinSum }: Counted): Understood<number> {
  // 五口，老两口小两口加个娃: who the five are, not five more.
  if (
    /^[口人个]*[,。;(（ ]/u.test(text.slice(first.end)) &&
    text.slice(0, first.start).trim().length <= 4 &&
    kinSum > 1 &&
    others.length === 0
  )
    return kinSum === first.lo ? value(first.lo) : ask('conflict', first.lo);
  const total = numbers.at(-1);
  const parts = kinSum + numbers.reduce((s, n) => s + (n === total ? 0 : n.lo), 0);
  // 爹娘加上俺四口,六个: the sum said at the end.
  if (
    total &&
    numbers.length > 1 &&
    /[,。; ]$/.test(text.slice(0, total.start)) &&
    closing.test(text.slice(total.end))
  )
    return parts === total.lo ? value(total.lo) : ask('conflict', total.lo);
  // 五口,加上刚出生的六口: six may be all of them.
  if (kinSum === 0 && total && numbers.length === 2 && total.lo > first.lo) return ask('conflict', total.lo);
  if (!saysInAll.test(text)) return value(kinSum + [first, ...others].reduce((s, n) => s + n.lo, 0));
  const open = kinSum < first.lo && uncounted(text);
  return kinSum === first.lo || open ? value(first.lo) : ask('conflict', first.lo);
}

/** One number stands for the household; others and kin beside it agree, are part of it, or leave it open. */
function byNumber({ text, first, others, main, kin, kinSum }: Counted): Understood<number> {
  if (/在外|外面|外头/.test(text) && /在家|家里/.test(text) && others.length > 0)
    return ask('conflict', first.lo);
  if (kinSum > 0 && joinedHousehold.test(text)) return ask('conflict', kinSum + first.lo);
  if (others.some((n) => n.lo !== first.lo && !(main.length > 0 && isSubset(text, n)))) {
    const said = main.find((n) => stated.test(text.slice(0, n.start)));
    return said && !/常住|在家|实际|户口本/.test(text)
      ? value(said.lo)
      : ask('conflict', said?.lo ?? first.lo);
  }
  if (first.lo === 1 && kin.length > 0 && kinSum > 1) return fromKin(text, kin, kinSum);
  const isTotal = statedInAll.test(text.slice(0, first.start));
  return kinSum > first.lo && kin.length > 1 && !adding.test(text) && !isTotal
    ? ask('conflict', first.lo)
    : value(first.lo);
}

/** 没爹娘: who isn't there isn't counted. */
function isDenied(text: string, k: KinGroup): boolean {
  return /(?:没(?:有)?|无|不算)$/.test(text.slice(0, k.start));
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}
