import { value } from '../outcome.ts';
import type { Money, Understood } from '../understood.ts';
import { type Amount, isPlainAmount } from './amount.ts';
import type { MoneySaid } from './amounts.ts';
import { askSum, highest, nothing } from './options.ts';

/** Several sums: parts with names add up (打工3万,种地5千); anything else contradicts itself. */
export function several(all: readonly Amount[], said: MoneySaid): Understood<Money> {
  if (said.tells.has('between')) return askSum('range', between(all));
  const spelled = yearOfWage(all) ?? wholeOfHeads(all) ?? restated(all);
  if (spelled) return value({ amount: Math.round(spelled.n.lo), period: 'year' });
  if (all.some((a) => a.period === 'month' || a.period === 'day')) {
    const monthly = all.every((a) => a.period === 'month' && a.labelled && isPlainAmount(a));
    return askSum('period', monthly ? { amount: total(all), period: 'month' } : nothing);
  }
  // 他说三万,她说四万: two tellers, not two parts.
  if (all.filter((a) => a.told).length > 1) return askSum('conflict', nothing);
  if (all.some((a) => a.sentHome) && all.some((a) => a.wage)) return askSum('conflict', nothing);
  if (!all.every(isPlainAmount)) return askSum('range', nothing);
  if (all.some((a) => a.perCapita)) return askSum('perCapita', nothing);
  if (all.some((a) => a.n.odd || a.gross || a.perPiece)) return askSum('unit', nothing);
  if (all.some((a) => a.outside)) return askSum('conflict', nothing);
  // 总收入三万，纯收入两万: which of the two is asked for?
  if (all.some((a) => a.net && !a.labelled) && all.some((a) => a.total && !a.net))
    return askSum('conflict', nothing);
  const whole = wholeOf(all);
  return whole ? withWhole(whole, all) : addedUp(all);
}

function addedUp(parts: readonly Amount[]): Understood<Money> {
  const sum = total(parts);
  const amounts = parts.map((a) => Math.round(a.n.lo));
  const labelledBehind = parts.every((a) => a.labelledBehind) && !parts[0]?.labelled;
  const joined =
    labelledBehind ||
    parts.every((a, i) => a.labelled || (i > 0 && a.added) || (i === 0 && parts[1]?.added === true));
  if (!joined || parts.some((a) => !a.hasUnit && a.n.lo < 100)) return askSum('conflict', nothing);
  const found: Money = { amount: sum, period: 'year', parts: amounts };
  if (isHalfAYear(parts)) return askSum('period', found);
  if (sum >= highest) return askSum('unusual', { amount: sum, period: 'year' });
  return value(parts.some((a) => a.approx) ? { ...found, approx: true } : found);
}

/** 上半年一万 leaves the other half open unless it is said as well. */
function isHalfAYear(parts: readonly Amount[]): boolean {
  const halves = new Set(parts.map((a) => a.half));
  if (halves.has('first') && halves.has('second')) return false;
  return parts.some((a) => a.half !== undefined);
}

function total(parts: readonly Amount[]): number {
  return Math.round(parts.reduce((s, a) => s + a.n.lo, 0));
}

/** 每月3000,一年36000: the year's sum is said outright. */
function yearOfWage(all: readonly Amount[]): Amount | undefined {
  const [a, b, ...others] = all;
  if (!a || !b || others.length > 0 || !isPlainAmount(a) || !isPlainAmount(b)) return undefined;
  const [month, year] = a.period === 'month' ? [a, b] : [b, a];
  const open = year.period === 'year' || year.period === undefined || year.period === 'season';
  return month.period === 'month' && open && year.n.lo === month.n.lo * 12 ? year : undefined;
}

/** 人均9000,全家36000: the household's sum is said outright, and it fits. */
function wholeOfHeads(all: readonly Amount[]): Amount | undefined {
  const [a, b, ...others] = all;
  if (!a || !b || others.length > 0 || !isPlainAmount(a) || !isPlainAmount(b)) return undefined;
  const [head, whole] = a.perCapita ? [a, b] : [b, a];
  const heads = whole.n.lo / head.n.lo;
  const fits = head.perCapita && !whole.perCapita && Number.isInteger(heads) && heads <= 15;
  return fits && head.period !== 'month' && head.period !== 'day' && !whole.gross ? whole : undefined;
}

/** 35000元(叁万伍仟元整), 三万三 别写错了 三万三: one sum, said again. */
function restated(all: readonly Amount[]): Amount | undefined {
  const [first, ...again] = all;
  const same = again.every((a) => a.n.lo === first?.n.lo && (a.again || first.n.unit >= 1000));
  const named = again.some((a) => a.labelled) && !again.some((a) => a.again);
  return first &&
    same &&
    !named &&
    all.every(isPlainAmount) &&
    first.period !== 'month' &&
    first.period !== 'day'
    ? first
    : undefined;
}

/** 两万和三万之间. */
function between(all: readonly Amount[]): Money {
  const [a, b] = all.slice(-2);
  return a && b && isPlainAmount(a) && isPlainAmount(b)
    ? { ...nothing, min: Math.round(a.n.lo), max: Math.round(b.n.lo) }
    : nothing;
}

/** 收入5万,其中打工4万: the sum that the others are parts of. */
function wholeOf(all: readonly Amount[]): Amount | undefined {
  const [first, second] = all;
  const last = all.at(-1);
  if (second?.inside) return first;
  const named = all.filter((a) => a.total);
  if (named.length === 1) return named[0];
  const ends = all.length < 3 ? [] : [first, last];
  return ends.find((a) => a && !a.labelled && Math.abs(total(all) - 2 * a.n.lo) < 1);
}

/** Parts that don't make up the whole contradict it, unless only some of them were named. */
function withWhole(whole: Amount, all: readonly Amount[]): Understood<Money> {
  const parts = all.filter((a) => a !== whole);
  const amount = Math.round(whole.n.lo);
  const sum = total(parts);
  if (sum === amount && parts.length > 1)
    return value({ amount, period: 'year', parts: parts.map((a) => Math.round(a.n.lo)) });
  const some = parts.length === 1 || parts.some((a) => a.inside);
  return sum <= amount && some
    ? value({ amount, period: 'year' })
    : askSum('conflict', { amount, period: 'year' });
}
