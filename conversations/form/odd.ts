import { leadingAgreement, readAgreement } from '../language/agreement.ts';
import { pickedNumber } from '../language/picked-number.ts';
import { askAgain, askNext } from './ask.ts';
import type { FormPrompt } from './form.ts';
import { showAnswer } from './show-answer.ts';
import type { Sitting } from './sitting.ts';
import { store } from './store.ts';

/**
 * An odd value was asked about: a reason keeps it, another number replaces it, 不对 asks anew. Undefined when the
 * message is none of these. What else the message tells is taken too.
 */
export function giveReason<S>(
  s: Sitting<S>,
  open: Extract<FormPrompt, { is: 'reason' }>,
): string | undefined {
  const question = s.question(open.key);
  if (question === undefined) return undefined;
  const { reader } = s.form;
  const number = pickedNumber(s.text, 2);
  if (number === 1 || readAgreement(s.text) === 'no') return `好，重说一遍。${askAgain(s, question)}`;
  const order = reader.order(s.text);
  if (order !== undefined && order.action !== 'confirm' && order.action !== 'noise') return undefined;
  const again = reader.answer(s.text, question);
  const sameKind =
    again.status === 'value' && again.value !== open.value && typeof again.value === typeof open.value;
  if (number === undefined && (sameKind || again.status === 'ask')) return undefined;
  const said = leadingAgreement(s.text);
  const words = number === 0 ? '' : said?.said === 'yes' ? said.rest : s.text.trim();
  const beside = reader.message(words, s.answers, undefined);
  const others = beside.slots.filter((slot) => slot.key !== open.key && slot.understood.status === 'value');
  const reason = others.length > 0 ? beside.rest.join('，') : words;
  const note = reason === '' ? '经核属实' : reason.slice(0, 200);
  const stored = { is: 'known', v: open.value, note } as const;
  s.write({ [open.key]: stored });
  const told = `记下：${question.title}${showAnswer(question, s.told(stored))}`;
  return others.length > 0 ? store(s, { slots: others, rest: [] }, {}, [told]) : `${told}\n${askNext(s)}`;
}
