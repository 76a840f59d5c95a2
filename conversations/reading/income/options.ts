import { ask } from '../outcome.ts';
import type { AskOption, AskReason, Money, Understood } from '../understood.ts';

/** Below this a year's income is more likely a monthly subsidy or a sum in 万 without its unit. */
export const lowest = 1000;
/** From here on a rural household's income is more likely a slip. */
export const highest = 1_000_000;

export const nothing: Money = { amount: null, period: 'year' };

/** Asks back a sum, with the sums it may be. */
export function askSum(reason: AskReason, money: Money): Understood<Money> {
  return ask(reason, money, { options: moneyOptions(reason, money) });
}

/** 36000 → 3.6万, 8500 → 8500元: short enough for a numbered choice. */
export function yuan(n: number): string {
  if (n >= 10_000 && n % 100 === 0) return `${n / 10_000}万`;
  return `${n}元`;
}

function year(amount: number): Money {
  return { amount: Math.round(amount), period: 'year' };
}

/** Concrete sums to choose from where the doubt leaves only a few readings. */
function moneyOptions(reason: AskReason, said: Money): AskOption<Money>[] {
  const { amount, min, max } = said;
  if (reason === 'unit' && amount !== null) return unitOptions(amount);
  if (reason === 'unusual' && amount !== null && amount > 0 && amount < 1000) return lowOptions(amount);
  if (reason === 'period' && amount !== null) return wageOptions(amount, said.period);
  if (reason === 'range' && min !== undefined && max !== undefined) return rangeOptions(min, max);
  if (reason === 'approximate') return boundOptions(min, max);
  if (amount !== null && (reason === 'hedged' || reason === 'verify' || reason === 'expense')) {
    return [{ label: `就是${yuan(amount)}`, value: year(amount) }];
  }
  return [];
}

function unitOptions(amount: number): AskOption<Money>[] {
  if (amount >= 1000) return [{ label: yuan(amount), value: year(amount) }];
  const sums = amount < 100 ? [amount * 10_000, amount * 1000, amount] : [amount, amount * 12];
  return sums.map((n) => ({ label: yuan(Math.round(n)), value: year(n) }));
}

function lowOptions(amount: number): AskOption<Money>[] {
  return [
    { label: `一年${amount}元`, value: year(amount) },
    { label: `每月${amount}元，一年${yuan(amount * 12)}`, value: year(amount * 12) },
  ];
}

function wageOptions(amount: number, period: Money['period']): AskOption<Money>[] {
  if (period === 'year') return [{ label: `全家一年${yuan(amount)}`, value: year(amount) }];
  const times = period === 'month' ? [12, 10, 8, 6] : [300, 240, 180, 120];
  const word = period === 'month' ? '个月' : '天';
  return times.map((k) => ({ label: `干${k}${word}，一年${yuan(amount * k)}`, value: year(amount * k) }));
}

function rangeOptions(min: number, max: number): AskOption<Money>[] {
  const middle = Math.round((min + max) / 2 / 100) * 100;
  const sums = [...new Set([min, middle, max])].filter((n) => n > 0);
  return sums.map((n) => ({ label: yuan(n), value: year(n) }));
}

/** 2万多 and 不到3万: the round number and two steps beyond it. */
function boundOptions(min: number | undefined, max: number | undefined): AskOption<Money>[] {
  const base = min ?? max;
  if (base === undefined || base < 1000) return [];
  const step = 10 ** Math.floor(Math.log10(base)) / 10;
  const sums =
    min === undefined ? [base, base - step, base - 2 * step] : [base, base + 2 * step, base + 5 * step];
  return sums.map((n) => ({ label: yuan(n), value: year(n) }));
}
