import { none, value } from '../outcome.ts';
import type { Money, Understood } from '../understood.ts';
import { type Amount, isPlainAmount, type OtherCount } from './amount.ts';
import type { MoneySaid } from './amounts.ts';
import { askSum, highest, lowest, nothing } from './options.ts';

/** 2021 and nothing else is rather the year than a sum. */
const bareYear = /^20[12]\d$/u;

/** One sum: a value when it is a plain one for a year, else what must be asked of it. */
export function single(text: string, a: Amount | undefined, all: MoneySaid): Understood<Money> {
  if (!a) return none;
  const said = sumOf(a);
  if (a.n.vague) return askSum('approximate', { ...nothing, approx: true });
  if (a.perCapita) return perCapita(a, said, all.counted);
  if (a.bound) return askSum('approximate', bounded(a));
  if (a.n.lo !== a.n.hi)
    return askSum('range', { ...nothing, min: Math.round(a.n.lo), max: Math.round(a.n.hi) });
  if (a.perPiece)
    return askSum('unit', { ...said, amount: a.n.lo * (timesOf(all.counted, 'piece', 5000) ?? 1) });
  // 3800*10个月: a reckoning, shown before it is taken.
  if (a.times)
    return askSum('unit', {
      ...said,
      amount: Math.round(a.n.lo * (all.counted.find((c) => c.n.lo <= 366)?.n.lo ?? 1)),
    });
  if (a.period === 'month' || a.period === 'day') return periodic(a, a.period, all.counted);
  if (a.period === 'season' || all.otherSpan) return askSum('period', said);
  if (isWage(a)) return askSum('period', { ...said, period: 'month' });
  if (a.gross || all.tells.has('oneoff')) return askSum('verify', said);
  if (a.n.odd) return askSum('unit', said);
  if (a.n.lo === 0) return value({ amount: 0, period: 'year' });
  if (a.n.lo < lowest)
    return askSum(a.hasUnit || (a.period === 'year' && a.n.lo >= 100) ? 'unusual' : 'unit', said);
  if (a.n.lo >= highest || bareYear.test(text)) return askSum('unusual', said);
  return value(said);
}

/** 工资3000 without 一年 is most likely a month's. */
function isWage(a: Amount): boolean {
  return a.wage && a.period === undefined && a.n.lo >= lowest && a.n.lo < 8000;
}

function sumOf(a: Amount): Money {
  const amount = a.hasUnit || a.n.lo >= lowest ? Math.round(a.n.lo) : a.n.lo;
  return a.approx ? { amount, period: 'year', approx: true } : { amount, period: 'year' };
}

function bounded(a: Amount): Money {
  if (a.n.lo !== a.n.hi) return { ...nothing, min: a.n.lo, max: a.n.hi, approx: true };
  return a.bound === 'under'
    ? { ...nothing, max: a.n.lo, approx: true }
    : { ...nothing, min: a.n.lo, approx: true };
}

/** A wage: how many months, and whose, is open unless the months are said; even then it is echoed first. */
function periodic(a: Amount, period: 'month' | 'day', counted: readonly OtherCount[]): Understood<Money> {
  const times = period === 'month' ? timesOf(counted, 'months', 12) : timesOf(counted, 'days', 366);
  if (times) return askSum('period', { amount: Math.round(a.n.lo * times), period: 'year' });
  return askSum('period', { amount: Math.round(a.n.lo), period });
}

/** How many months, days, heads or pieces are said beside the price of one. */
function timesOf(counted: readonly OtherCount[], of: OtherCount['of'], most: number): number | undefined {
  const found = counted.find((c) => c.of === of && c.n.lo > 1 && c.n.lo === c.n.hi);
  return found && found.n.lo <= most ? found.n.lo : undefined;
}

function perCapita(a: Amount, said: Money, counted: readonly OtherCount[]): Understood<Money> {
  const people = timesOf(counted, 'people', 29);
  const period = a.period === 'month' ? 'month' : a.period === 'day' ? 'day' : 'year';
  if (!isPlainAmount(a)) return askSum('perCapita', { ...bounded(a), scope: 'perCapita' });
  const amount = Math.round(a.n.lo * (people ?? 1));
  return askSum('perCapita', { ...said, amount, period, scope: 'perCapita' });
}
