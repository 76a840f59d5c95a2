import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Asking } from '../../contract/needs.ts';
import { numberedQuestions } from '../../form/echo.ts';
import { nextQuestion, questionOf } from '../../form/questionnaire.ts';
import { readAsAnswer, stepForm } from '../../form/step.ts';
import { readAgreement } from '../../language/agreement.ts';
import { pickedNumber } from '../../language/picked-number.ts';
import { withSecondOpinion } from '../second-opinion.ts';
import { fromTheBook } from './at-the-door.ts';
import { obeyInVisit } from './commands.ts';
import { readEnding } from './endings.ts';
import { endedAs, type Hand } from './hand.ts';
import { endsAnother, namesAnother } from './named-other.ts';
import { mayBeSaid } from './naming.ts';
import { visitNotUnderstood } from './not-understood.ts';
import { onlyThisHousehold, withoutNumbers } from './only-of-this.ts';
import { hearEnding } from './outcome.ts';
import { confirmCard } from './register-card.ts';
import { registerSaid } from './register-said.ts';
import { askReopen } from './start.ts';
import { submitVisit } from './submit.ts';
import { askAbout, settleVisit, showOpenAgain, stateOf, visitFormOf } from './visit-form.ts';

/** A message while a visit is in hand: what is open in this chat decides how it is read. */
export function* answerVisit(c: Conversation, hand: Hand): Asking<void> {
  if (endedAs(hand.visit) !== undefined) return askReopen(c, hand);
  if (yield* endsAnother(c, hand)) return;
  const ending = readEnding(c.text);
  if (ending !== undefined) return hearEnding(c, hand, ending);
  switch (c.chat.open?.is) {
    case 'card':
      return yield* confirmCard(c, hand, (now, text) => readVisitAnswer(c, now, openKey(c, now), text));
    case 'summary':
      return yield* atSummary(c, hand);
    default:
      return yield* hear(c, hand, c.text, { open: true });
  }
}

/** Reads words as an answer to this question (undefined: to none in particular), not to what is open. */
export function* readVisitAnswer(
  c: Conversation,
  hand: Hand,
  key: string | undefined,
  text: string,
): Asking<void> {
  yield* hear(c, hand, text, { key });
}

/** Reads words that are said to be of this household, whatever name stands in them. */
export function* readOfThis(c: Conversation, hand: Hand, text: string): Asking<void> {
  yield* hear(c, hand, text, { key: undefined, anyHousehold: true });
}

/** Words of one's own are asked for: even a sigh (不知道咋办) is one of them. */
function wantsWords(c: Conversation, hand: Hand): boolean {
  const { open } = c.chat;
  const key = open !== undefined && 'key' in open ? open.key : undefined;
  return key !== undefined && questionOf(hand.list, key)?.kind === 'text';
}

/** What words are read for: what is open, or one question; `anyHousehold`: it is settled whose they are. */
type To = ({ open: true } | { key: string | undefined }) & { anyHousehold?: true };

/** The form machine reads; orders that aren't the form's are carried out here. */
function* hear(c: Conversation, hand: Hand, text: string, to: To): Asking<void> {
  const answered = wantsWords(c, hand) ? undefined : yield* fromTheBook(c, text);
  if (answered !== undefined) return c.say(`${answered}\n${showOpenAgain(c, hand)}`);
  const register = wantsWords(c, hand) || c.inRoom ? undefined : registerSaid(c);
  if (register !== undefined) return c.say(`${register}\n${showOpenAgain(c, hand)}`);
  if (to.anyHousehold !== true && (yield* namesAnother(c, hand, text))) return;
  const state = stateOf(c, hand);
  const form = yield* withSecondOpinion(
    c,
    visitFormOf(c, hand),
    state,
    text,
    ...('open' in to ? [] : [to.key]),
  );
  let heard = 'open' in to ? stepForm(form, state, text) : readAsAnswer(form, state, text, to.key);
  if (heard.is === 'order') {
    const { order, key } = heard;
    if (order.action === 'sensitive') return withoutNumbers(c, hand, key, text);
    if (order.action === 'otherHousehold') return onlyThisHousehold(c, hand, key, order);
    if (yield* obeyInVisit(c, hand, order, key)) return;
    heard = readAsAnswer(form, state, text, key, false);
  }
  if (heard.is === 'said') return c.say(settleVisit(c, hand, heard).text);
  if (heard.is === 'nothing') visitNotUnderstood(c, hand, heard.key, heard.rest);
}

/** The question a bare answer belongs to when none is open: the first unanswered one. */
function openKey(c: Conversation, hand: Hand): string | undefined {
  return nextQuestion(hand.list, hand.visit.answers, hand.subject, (q) => !mayBeSaid(c, q))?.key;
}

/** At the summary: 提交 submits, a number re-asks that line, anything else is a correction. */
function* atSummary(c: Conversation, hand: Hand): Asking<void> {
  const shown = numberedQuestions(hand.list, hand.visit.answers);
  const picked = pickedNumber(c.text, shown.length);
  const question = picked === undefined ? undefined : shown[picked];
  if (question !== undefined)
    return c.say(`改第${(picked ?? 0) + 1}项，${askAbout(c, hand, question.key, true)}`);
  if (readAgreement(c.text, { yes: ['都对', '没问题了'] }) === 'yes') return yield* submitVisit(c, hand);
  if (pickedNumber(c.text, 99) !== undefined)
    return c.say(
      `没有这个序号，只到${shown.length}。要改哪项，也可以直接说“${campaignOf(c.session.settings).texts.examples.change}”。`,
    );
  yield* readVisitAnswer(c, hand, undefined, c.text);
}
