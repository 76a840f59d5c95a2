import { ask, mapValue, none, value } from '../reading/outcome.ts';
import type { AskOption, Detail, Money, QuestionHint, Understood } from '../reading/understood.ts';
import { readMoney, type SumSense } from './money.ts';
import { yuan } from './money-options.ts';
import { plainAnswer } from './yes-no/plain.ts';

/** A money question's answer as whole yuan; doubts come with sums to choose from where there are some. */
export function readSum(
  text: string,
  hint: QuestionHint,
  population: number | undefined,
): Understood<number> {
  const sense = senseOf(hint);
  const told = readMoney(text, sense);
  // 还欠亲戚十五万 to what was paid: a debt is no bill.
  const owed = sense === 'any' && /[欠借]/u.test(text) && !/[花掏付]|自费/u.test(text);
  const read = owed && told.status === 'value' ? ask('expense', told.value) : told;
  if (read.status === 'none') return sense !== 'income' && saysNone(text) ? value(0) : none;
  if (read.status === 'value')
    return read.value.amount === null ? ask('vague') : value(read.value.amount, detailOf(read.value));
  if (read.status === 'ask' && read.reason === 'perCapita') return perCapita(read.value, population);
  return withoutNull(mapValue(read, (m) => m.amount));
}

/** 没有, 没花: nothing was spent. */
function saysNone(text: string): boolean {
  return (
    plainAnswer(text) === 'no' ||
    /^(?:都|也|一分(?:钱)?)?(?:没(?:有)?|未)(?:花|掏|出|交|欠|借)(?:啥|什么|过)?(?:钱|费用)?(?:了|的)?$/.test(
      text,
    )
  );
}

function senseOf(hint: QuestionHint): SumSense {
  if (hint.key === 'annualIncome') return 'income';
  const topics = hint.topics ?? [];
  if (topics.some((t) => /去年|上年/.test(t))) return 'lastYear';
  if (topics.some((t) => /人均/.test(t)) || /perhead|percapita/i.test(hint.key)) return 'perHead';
  return 'any';
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
