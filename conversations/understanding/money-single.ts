import { scanNumbers } from '../language/numbers/numerals.ts';
import { none, value } from '../reading/outcome.ts';
import type { Money, Understood } from '../reading/understood.ts';
import { type Amount, isPlainAmount } from './money-amounts.ts';
import { askSum, highest, lowest, nothing } from './money-options.ts';
import { pieces } from './money-words.ts';

const oneOff = /拆迁|征地|赔偿|赔款|补偿|卖[^,。;]{0,2}(?:房|屋|宅)|中了?奖|抽奖|彩票|遗产|抚恤金/;

/** One sum: a value when it is a plain one for a year, else what must be asked of it. */
export function single(text: string, a: Amount | undefined): Understood<Money> {
  if (!a) return none;
  const said = sumOf(a);
  if (a.n.vague) return askSum('approximate', { ...nothing, approx: true });
  if (a.perCapita) return perCapita(text, a, said);
  if (a.bound) return askSum('approximate', bounded(a));
  if (a.n.lo !== a.n.hi)
    return askSum('range', { ...nothing, min: Math.round(a.n.lo), max: Math.round(a.n.hi) });
  if (a.perPiece) return askSum('unit', { ...said, amount: a.n.lo * (timesOf(text, a, pieces, 5000) ?? 1) });
  if (times.test(a.after))
    return askSum('unit', { ...said, amount: Math.round(a.n.lo * (timesOf(text, a, /^/, 366) ?? 1)) });
  if (a.period === 'month' || a.period === 'day') return periodic(text, a, a.period);
  if (a.period === 'season') return askSum('period', said);
  if (isWage(a)) return askSum('period', { ...said, period: 'month' });
  if (a.gross || oneOff.test(text)) return askSum('verify', said);
  if (a.n.odd) return askSum('unit', said);
  if (a.n.lo === 0) return value({ amount: 0, period: 'year' });
  if (a.n.lo < lowest)
    return askSum(a.hasUnit || (a.period === 'year' && a.n.lo >= 100) ? 'unusual' : 'unit', said);
  if (a.n.lo >= highest || bareYear.test(text)) return askSum('unusual', said);
  return value(said);
}

/** 3800*10个月: a reckoning, shown before it is taken. */
const times = /^(?:元|块|钱)* ?[*×x乘]/;
/** 2021 and nothing else is rather the year than a sum. */
const bareYear = /^20[12]\d$/;

/** 工资3000 without 一年 is most likely a month's. */
function isWage(a: Amount): boolean {
  return (
    a.period === undefined &&
    a.n.lo >= lowest &&
    a.n.lo < 8000 &&
    (/(?:工资|薪水|薪|打工|上班|务工)(?:是|有|大概|一共|收入)?$/.test(a.before) ||
      /^(?:元|块|钱)*的?(?:工资|薪)/.test(a.after))
  );
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
function periodic(text: string, a: Amount, period: 'month' | 'day'): Understood<Money> {
  const times = period === 'month' ? timesOf(text, a, /^ ?个月/, 12) : timesOf(text, a, /^ ?天/, 366);
  if (times) return askSum('period', { amount: Math.round(a.n.lo * times), period: 'year' });
  return askSum('period', { amount: Math.round(a.n.lo), period });
}

/** How many months, days or heads are said beside the price of one. */
function timesOf(text: string, a: Amount, measure: RegExp, most: number): number | undefined {
  const other = scanNumbers(text).find(
    (n) => n.start !== a.n.start && n.lo > 1 && n.lo === n.hi && measure.test(text.slice(n.end, n.end + 3)),
  );
  return other && other.lo <= most ? other.lo : undefined;
}

function perCapita(text: string, a: Amount, said: Money): Understood<Money> {
  const people = timesOf(text, a, /^ ?(?:口|个?人)/, 29);
  const period = a.period === 'month' ? 'month' : a.period === 'day' ? 'day' : 'year';
  if (!isPlainAmount(a)) return askSum('perCapita', { ...bounded(a), scope: 'perCapita' });
  const amount = Math.round(a.n.lo * (people ?? 1));
  return askSum('perCapita', { ...said, amount, period, scope: 'perCapita' });
}
