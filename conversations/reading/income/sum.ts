import type { SumAsked } from '../../form/asked.ts';
import { classOf } from '../clauses.ts';
import { tokensOf, type WordToken } from '../lexer.ts';
import { ask, mapValue, none, value } from '../outcome.ts';
import type { AskOption, Detail, Money, Understood } from '../understood.ts';
import { incomeVocabulary } from './income-vocabulary.ts';
import { moneySaid, readMoney } from './money.ts';
import { yuan } from './options.ts';
import { tellOf } from './told.ts';

/** A money question's answer as whole yuan; doubts come with sums to choose from where there are some. */
export function readSum(
  text: string,
  sense: SumAsked,
  population: number | undefined,
  within = false,
): Understood<number> {
  const told = readMoney(text, sense, within);
  // 还欠亲戚十五万 to what was paid: a debt is no bill.
  const owed = sense === 'any' && told.status === 'value' && moneySaid(text).amounts.some((a) => a.owed);
  const read = owed && told.status === 'value' ? ask('expense', told.value) : told;
  if (read.status === 'none') return sense !== 'income' && saysNone(text) ? value(0) : none;
  if (read.status === 'value')
    return read.value.amount === null ? ask('vague') : value(read.value.amount, detailOf(read.value));
  if (read.status === 'ask' && read.reason === 'perCapita') return perCapita(read.value, population);
  return withoutNull(mapValue(read, (m) => m.amount));
}

/** 没有, 没花, 一分钱没掏: nothing was spent, and nothing else is said. */
function saysNone(text: string): boolean {
  const tokens = tokensOf(text, incomeVocabulary()).filter((token) => token.is !== 'mark');
  const denies = tokens.some(
    (token) => classOf(token, 'neg', 'no') || tellOf(token, 'money') === 'nothingElse',
  );
  return denies && tokens.every(isOfNothing);
}

const ofNothing = new Set(['spent', 'cost', 'filler', 'just', 'yuan', 'nothingElse', 'none']);

function isOfNothing(token: WordToken): boolean {
  const said = tellOf(token, 'money');
  return said === undefined
    ? classOf(token, 'neg', 'no', 'p', 'aux', 'all', 'what', 'v')
    : ofNothing.has(said);
}

function withoutNull(u: Understood<number | null>): Understood<number> {
  if (u.status === 'value') return u.value === null ? ask('vague') : value(u.value, u.detail);
  if (u.status !== 'ask') return u;
  const options = u.options?.flatMap((o) => (o.value === null ? [] : [{ label: o.label, value: o.value }]));
  return ask(u.reason, u.value ?? undefined, { options, detail: u.detail });
}

function detailOf(money: Money): Detail | undefined {
  if (!money.approx && !money.parts) return undefined;
  return { ...(money.approx ? { approx: true } : {}), ...(money.parts ? { parts: money.parts } : {}) };
}

/** 人均8000 in a household of four: 32,000, to be confirmed. */
function perCapita(money: Money | undefined, population: number | undefined): Understood<number> {
  const amount = money?.amount ?? null;
  if (money === undefined || amount === null || money.period !== 'year') return ask('perCapita');
  if (population === undefined || population < 1) return ask('perCapita', amount);
  const whole = Math.round(amount * population);
  const options: AskOption<number>[] = [
    { label: `${population}口人共${yuan(whole)}`, value: whole },
    { label: `全家就${yuan(amount)}`, value: amount },
  ];
  return ask('perCapita', whole, { options });
}
