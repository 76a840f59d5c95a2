import type { Conversation } from '../../contract/conversation.ts';
import type { Prompt } from '../../contract/state.ts';
import { questionOf } from '../../form/questionnaire.ts';
import { showAnswer } from '../../form/show-answer.ts';
import { hintOf } from '../../understanding/hints.ts';
import { understandAnswer, understandControl } from '../../understanding/index.ts';
import { applyReading } from './apply.ts';
import { type Hand, write } from './hand.ts';
import { askAgain, nextStep } from './prompts.ts';
import { readFor } from './take.ts';

type Reason = Extract<Prompt, { is: 'reason' }>;

/** It is as it was said. */
export const truly = /^(?:属实|是的?|对的?|嗯|没错|真的|确实|1)(?:[，,。.！!\s]+|$)/u;
const untrue = /^(?:不属实|不对|不是|错了|说错了|写错了|打错了|2)[。.！!]?$/u;

/**
 * An odd value was asked about: a reason keeps it, another number replaces it, 不对 asks anew. False when the
 * message is none of these. What else the message tells is taken too.
 */
export function giveReason(c: Conversation, hand: Hand, open: Reason): boolean {
  const question = questionOf(hand.list, open.key);
  if (question === undefined) return false;
  if (untrue.test(c.text)) {
    c.say(`好，重说一遍。${askAgain(c, hand, question)}`);
    return true;
  }
  const control = understandControl(c.text);
  if (control !== undefined && control.action !== 'confirm' && control.action !== 'noise') return false;
  const again = understandAnswer(c.text, hintOf(question));
  const sameKind =
    again.status === 'value' && again.value !== open.value && typeof again.value === typeof open.value;
  if (sameKind || again.status === 'ask') return false;
  const words = c.text.replace(truly, '').trim();
  const beside = readFor(hand, words, undefined);
  const others = beside.slots.filter((s) => s.key !== open.key && s.understood.status === 'value');
  const reason = others.length > 0 ? beside.rest.join('，') : words;
  const note = reason === '' ? '经核属实' : reason.slice(0, 200);
  const stored = { is: 'known', v: open.value, note } as const;
  const next = write(c, hand, { [open.key]: stored });
  const told = `记下：${question.title}${showAnswer(question, stored)}`;
  if (others.length > 0) applyReading(c, next, { slots: others, rest: [] }, {}, [told]);
  else c.say(`${told}\n${nextStep(c, next)}`);
  return true;
}
