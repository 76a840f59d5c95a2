import { isPlainAmount } from '../../reading/income/amount.ts';
import { moneySaid } from '../../reading/income/money.ts';
import { readSum } from '../../reading/income/sum.ts';
import { ask, value } from '../../reading/outcome.ts';
import { illnessesIn } from '../../reading/told-facts.ts';
import type { Understood } from '../../reading/understood.ts';

import type { Found } from './slots.ts';

/** What was spent on care, said in one place or several, and the illness that it tells of. */
export function readCare(texts: readonly string[]): Found[] {
  if (texts.length === 0) return [];
  const words = texts.join(',');
  const understood = readExpense(words);
  const found: Found[] = understood.status === 'none' ? [] : [{ key: 'medicalExpense', understood, words }];
  const named = illnessesIn(words);
  if (named.length > 0)
    found.push({ key: 'seriousIllness', understood: value(true, { note: named.join('、') }), words });
  else if (/手术|住院|开刀/.test(words))
    found.push({ key: 'seriousIllness', understood: ask('verify', true), words, weak: true });
  return found;
}

/** 花了6万,报了4万,自己掏2万: the household's own part counts; with only the refund told the rest is asked back. */
function readExpense(text: string): Understood<number> {
  const { amounts } = moneySaid(text);
  const own = amounts.find((a) => a.own);
  if (own && isPlainAmount(own)) return value(Math.round(own.n.lo));
  const [spent, back, ...more] = amounts;
  if (spent && back?.refund) {
    const plain = more.every((a) => a.expense) && isPlainAmount(spent) && isPlainAmount(back);
    const rest = Math.round(spent.n.lo - back.n.lo);
    return ask('verify', plain && rest >= 0 ? rest : undefined);
  }
  return readSum(text, 'any', undefined);
}
