import { askNext, plainly } from './ask.ts';
import type { Question } from './question.ts';
import type { Sitting } from './sitting.ts';

/** At the third time in a row the question is put off, so that nobody goes round in circles. */
const putOffAt = 3;

/**
 * The open question wasn't answered: asked anew (`asked`, or the question as it stands), the second time with a
 * way out, the third time it is put off. `rest` are words that were said and have no place.
 */
export function wantAgain<S>(
  s: Sitting<S>,
  question: Question<S>,
  rest: readonly string[],
  asked?: string,
): string {
  const misses = s.missed();
  if (misses >= putOffAt && !offersAnew(s)) return putOff(s, question, rest);
  const again = asked ?? plainly(s, question);
  const wayOut = `说不好就回“跳过”或“不清楚”，也可以${s.form.manner.contact}`;
  if (misses > 1) return `${asked === undefined ? '还是没看懂，不好意思。\n' : ''}${again}\n${wayOut}`;
  return asked === undefined ? `没看懂，换个说法试试？\n${again}` : again;
}

/** A range after two misunderstandings is news: its options are worth a try before the question is put off. */
function offersAnew<S>(s: Sitting<S>): boolean {
  return s.prompt?.is === 'options' && s.started.open?.is !== 'options';
}

function putOff<S>(s: Sitting<S>, question: Question<S>, rest: readonly string[]): string {
  const before = s.answers[question.key];
  s.forgetDoubts(question.key);
  if (before?.is !== 'known') s.write({ [question.key]: skippedAfter(before) });
  const words = rest.join('，').slice(0, 30);
  const kept = words === '' || s.form.inGroup ? '' : `要把“${words}”记下来，请说“其他问题：${words}”。`;
  return `${question.title}先放一放，不耽误后面的。${kept}\n${askNext(s)}`;
}

/** Postponed; a second time it isn't asked again by itself. */
export function skippedAfter(before: { is: string } | undefined) {
  return before?.is === 'skipped' ? ({ is: 'skipped', again: true } as const) : ({ is: 'skipped' } as const);
}
