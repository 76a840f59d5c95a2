import { value } from '../reading/outcome.ts';
import { whoIn } from '../reading/people/kin.ts';
import type { Money, Understood } from '../reading/understood.ts';
import { type Amount, isPlainAmount } from './money-amounts.ts';
import { askSum, highest, nothing } from './money-options.ts';
import { insideWord, outsideWord } from './money-words.ts';

/** Several sums: parts with names add up (打工3万,种地5千); anything else contradicts itself. */
export function several(all: readonly Amount[]): Understood<Money> {
  if (/^(?:元|块|钱)*之间/.test(all.at(-1)?.after ?? '')) return askSum('range', between(all));
  const spelled = yearOfWage(all) ?? wholeOfHeads(all) ?? restated(all);
  if (spelled) return value({ amount: Math.round(spelled.n.lo), period: 'year' });
  if (all.some((a) => a.period === 'month' || a.period === 'day')) return askSum('period', nothing);
  // 他说三万,她说四万: two tellers, not two parts.
  if (all.filter((a) => /说(?:是|有)?$/.test(a.before)).length > 1) return askSum('conflict', nothing);
  if (all.some(isSentHome) && all.some((a) => /打工|务工|挣/.test(a.before)))
    return askSum('conflict', nothing);
  if (!all.every(isPlainAmount)) return askSum('range', nothing);
  if (all.some((a) => a.perCapita)) return askSum('perCapita', nothing);
  if (all.some((a) => a.n.odd || a.gross || a.perPiece)) return askSum('unit', nothing);
  if (all.some((a) => outsideWord.test(a.before) || outsideWord.test(a.after)))
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
    parts.every(
      (a, i) => a.labelled || (i > 0 && isAdded(a)) || (i === 0 && (parts[1] ? isAdded(parts[1]) : false)),
    );
  if (!joined || parts.some((a) => !a.hasUnit && a.n.lo < 100)) return askSum('conflict', nothing);
  const found: Money = { amount: sum, period: 'year', parts: amounts };
  if (isHalfAYear(parts)) return askSum('period', found);
  if (sum >= highest) return askSum('unusual', { amount: sum, period: 'year' });
  return value(parts.some((a) => a.approx) ? { ...found, approx: true } : found);
}

/** 打工五万,寄回家两万: the same money twice, where nobody else is named. */
function isSentHome(a: Amount): boolean {
  return (
    /(?:寄|打|拿|交|带|给)(?:回|家|到家|给家)/.test(a.before) &&
    whoIn(a.before.replace(/给家里?/, '')) === undefined
  );
}

/** 3万加5千, 两万,另外低保三千. */
function isAdded(a: Amount): boolean {
  return /(?:加上?|\+|和|还有|另外|另有|补充|外加|此外|以及)[^\d]{0,8}$/.test(a.before);
}

/** 上半年一万 leaves the other half open unless it is said as well. */
function isHalfAYear(parts: readonly Amount[]): boolean {
  const halves = [/[上头前]半年/, /[下后]半年/].map((half) => parts.some((a) => half.test(a.before)));
  if (halves.every(Boolean)) return false;
  return parts.some((a) => a.period === 'season' && a.before.includes('半年'));
}

function total(parts: readonly Amount[]): number {
  return Math.round(parts.reduce((s, a) => s + a.n.lo, 0));
}

/** 每月3000,一年36000: the year's sum is said outright. */
function yearOfWage(all: readonly Amount[]): Amount | undefined {
  const [a, b, ...others] = all;
  if (!a || !b || others.length > 0 || !isPlainAmount(a) || !isPlainAmount(b)) return undefined;
  const [month, year] = a.period === 'month' ? [a, b] : [b, a];
  const open = year.period === 'year' || year.period === undefined;
  return month.period === 'month' && open && year.n.lo === month.n.lo * 12 ? year : undefined;
}

/** 人均9000,全家36000: the household's sum is said outright, and it fits. */
function wholeOfHeads(all: readonly Amount[]): Amount | undefined {
  const [a, b, ...others] = all;
  if (!a || !b || others.length > 0 || !isPlainAmount(a) || !isPlainAmount(b)) return undefined;
  const [head, whole] = a.perCapita ? [a, b] : [b, a];
  const heads = whole.n.lo / head.n.lo;
  const fits = head.perCapita && !whole.perCapita && Number.isInteger(heads) && heads <= 15;
  return fits && !head.period?.match(/month|day/) && !whole.gross ? whole : undefined;
}

/** 35000元(叁万伍仟元整): one sum in figures and in words. */
function restated(all: readonly Amount[]): Amount | undefined {
  const [first, ...again] = all;
  const same = again.every(
    (a) => a.n.lo === first?.n.lo && /\((?:大写|即|就是|也就是|合)?:?$/.test(a.before),
  );
  return first && same && all.every(isPlainAmount) && first.period !== 'month' && first.period !== 'day'
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
  if (second && insideWord.test(second.before)) return first;
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
  const some = parts.length === 1 || parts.some((a) => insideWord.test(a.before));
  return sum <= amount && some
    ? value({ amount, period: 'year' })
    : askSum('conflict', { amount, period: 'year' });
}
