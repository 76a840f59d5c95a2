import type { SumSense } from '../reading/income/money.ts';
import type { QuestionHint } from '../reading/understood.ts';

/** What a question asks a sum for. */
export function senseOf(hint: QuestionHint): SumSense {
  if (hint.key === 'annualIncome') return 'income';
  const topics = hint.topics ?? [];
  if (topics.some((t) => /去年|上年/.test(t))) return 'lastYear';
  if (topics.some((t) => /人均/.test(t)) || /perhead|percapita/i.test(hint.key)) return 'perHead';
  return 'any';
}
