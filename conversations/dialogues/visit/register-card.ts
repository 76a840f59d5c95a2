import type { Conversation } from '../../contract/conversation.ts';
import type { Asking } from '../../contract/needs.ts';
import { isRegistered } from '../../form/answer.ts';
import { questionOf } from '../../form/questionnaire.ts';
import { showAnswer } from '../../form/show-answer.ts';
import { leadingAgreement } from '../../language/agreement.ts';
import { confirmedAnswers, type Hand, writeAnswers } from './hand.ts';
import { mayBeSaid } from './naming.ts';
import { nextStep, visitFormOf } from './visit-form.ts';

/** What the register card says may also be agreed to in these words. */
const registered = {
  yes: ['没变', '都对', '没变化', '都没变', '1'],
  no: ['有错', '有变化', '变了', '不一样'],
};

/** Reads words as an answer to what is open now. */
type ReadOn = (hand: Hand, text: string) => Asking<void>;

/**
 * 对 confirms the register's card; `对 4口人 …` confirms it and goes on reading; 不对 asks what is wrong. Anything else
 * leaves what it doesn't name as the register has it, and says so.
 */
export function* confirmCard(c: Conversation, hand: Hand, readOn: ReadOn): Asking<void> {
  const agreed = leadingAgreement(c.text, registered);
  if (agreed?.said === 'no' && agreed.rest === '') return c.say('哪一项不对？直接说对的就行，如“5口人”。');
  if (agreed?.said !== 'yes') return yield* withoutAnswer(c, hand, readOn);
  const shown = (key: string) => {
    const question = questionOf(hand.list, key);
    return question !== undefined && mayBeSaid(c, question);
  };
  const confirmed = writeAnswers(c, hand, confirmedAnswers(hand, shown));
  if (agreed.rest !== '') return yield* readOn(confirmed, agreed.rest);
  c.say(`好，登记的都对。\n${nextStep(c, confirmed)}`);
}

/** Neither a yes nor a no: 不清楚 and 跳过 are said of the card itself, other words may name a part of it. */
function* withoutAnswer(c: Conversation, hand: Hand, readOn: ReadOn): Asking<void> {
  const { reader } = visitFormOf(c, hand);
  const action = reader.order(c.text)?.action;
  if (action === 'unsure' || action === 'skip')
    return c.say(`${leftAsRegistered(c, hand, new Set())}\n${nextStep(c, hand)}`);
  const named = new Set(reader.message(c.text, hand.visit.answers, undefined).slots.map(({ key }) => key));
  yield* readOn(hand, c.text);
  const left = leftAsRegistered(c, hand, named);
  if (named.size > 0 && left !== '') c.sayBefore(left);
}

/** 登记的人口（4口人）没核对: it stays marked, and handing in asks for it. */
function leftAsRegistered(c: Conversation, { list, visit }: Hand, named: ReadonlySet<string>): string {
  const left = list.questions.flatMap((question) => {
    const answer = visit.answers[question.key];
    if (!isRegistered(answer) || named.has(question.key) || !mayBeSaid(c, question)) return [];
    return [`${question.title}（${showAnswer(question, answer)}）`];
  });
  return left.length === 0 ? '' : `登记的${left.join('、')}没核对，先照登记的放着，提交前再问。`;
}
