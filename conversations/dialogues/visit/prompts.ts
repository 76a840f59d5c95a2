import type { Conversation } from '../../contract/conversation.ts';
import type { Prompt } from '../../contract/state.ts';
import type { Question } from '../../form/question.ts';
import { missingQuestions, nextQuestion, questionOf } from '../../form/questionnaire.ts';
import { showAnswer } from '../../form/show-answer.ts';
import { registerCard, showSummary, stillSubmitted } from './cards.ts';
import { askDoubt } from './doubts.ts';
import { type Hand, isFinished } from './hand.ts';
import { askText, heading, mayBeSaid } from './question-text.ts';
import { askWho, whoIsOpen } from './who.ts';

/** Opens the next step of the visit in this chat and returns what to say: a question, a doubt, or the card. */
export function nextStep(c: Conversation, hand: Hand): string {
  const who = c.inRoom ? undefined : whoIsOpen(hand);
  if (who !== undefined) return askWho(c, hand, who);
  const next = nextQuestion(hand.list, hand.visit.answers, hand.subject, (q) => !mayBeSaid(c, q));
  if (next !== undefined) return askQuestion(c, hand, next);
  const left = missingQuestions(hand.list, hand.visit.answers, hand.subject);
  if (c.inRoom && (left.length > 0 || whoIsOpen(hand) !== undefined)) return goPrivate(c, hand, left.length);
  return isFinished(hand.visit) ? stillSubmitted(c, hand) : showSummary(c, hand);
}

export function askQuestion(c: Conversation, hand: Hand, question: Question): string {
  if (!mayBeSaid(c, question)) return privateOnly(c, hand);
  c.patch({ phase: 'asking', asked: askedWith(c, hand, question.key) });
  const doubt = c.state.doubts[question.key];
  if (doubt !== undefined) return askDoubt(c, hand, question, doubt);
  c.open({ is: 'question', visitId: hand.visit.id, key: question.key });
  return `${heading(c, hand.household)}${askText(question)}`;
}

/** Asks a question that was answered before: what stands there is shown, doubts of old are forgotten. */
export function askAgain(c: Conversation, hand: Hand, question: Question): string {
  const { [question.key]: _, ...doubts } = c.state.doubts;
  c.patch({ doubts });
  const answer = hand.visit.answers[question.key];
  const asked = askQuestion(c, hand, question);
  if (answer === undefined || !mayBeSaid(c, question) || c.inRoom) return asked;
  return `原来记的：${showAnswer(question, answer)}\n${asked}`;
}

/** In a group the rest (health, income, schooling) is offered in private; the visit goes on there. */
function goPrivate(c: Conversation, hand: Hand, left: number): string {
  c.open(undefined);
  c.patch({ phase: 'paused' });
  const rest = left === 0 ? '还有几句' : `还剩${left}项，`;
  return `${heading(c, hand.household)}${rest}涉及收入、健康、上学，不在群里问。请私聊我回“继续”接着答。`;
}

function privateOnly(c: Conversation, hand: Hand): string {
  c.open(undefined);
  c.patch({ phase: 'paused' });
  return `${heading(c, hand.household)}这项涉及收入、健康或上学，不在群里说。请私聊我回“继续”，在那儿说。`;
}

function askedWith(c: Conversation, { visit, household }: Hand, key: string) {
  const others = c.state.asked.filter((a) => a.visitId !== visit.id);
  return [...others, { visitId: visit.id, head: household.headName, key }].slice(-12);
}

/** Repeats what is open in this chat, in one message. */
export function showOpenAgain(c: Conversation, hand: Hand): string {
  const open = c.chat.open;
  if (open === undefined || !('visitId' in open) || open.visitId !== hand.visit.id) return nextStep(c, hand);
  if (open.is === 'summary') return summaryAgain(c, hand);
  if (open.is === 'card') return cardAgain(c, hand);
  if (!('key' in open)) return nextStep(c, hand);
  const question = questionOf(hand.list, open.key);
  if (question === undefined || !mayBeSaid(c, question)) return nextStep(c, hand);
  if (open.is === 'question') return askQuestion(c, hand, question);
  return open.is === 'reason' ? reasonAgain(c, hand, question, open) : nextStep(c, hand);
}

/** The register's card stays open until it is confirmed or answered. */
function cardAgain(c: Conversation, hand: Hand): string {
  const card = registerCard(c, hand);
  return card === undefined ? nextStep(c, hand) : `${heading(c, hand.household)}登记的情况：${card}`;
}

/** The whole card once is enough. */
function summaryAgain(c: Conversation, hand: Hand): string {
  if (missingQuestions(hand.list, hand.visit.answers, hand.subject).length > 0) return nextStep(c, hand);
  return isFinished(hand.visit)
    ? stillSubmitted(c, hand)
    : `${heading(c, hand.household)}都答完了，核对无误回“提交”；要看全部回“修改”。`;
}

function reasonAgain(
  c: Conversation,
  hand: Hand,
  question: Question,
  open: Extract<Prompt, { is: 'reason' }>,
): string {
  const shown = showAnswer(question, { is: 'known', v: open.value });
  return `${heading(c, hand.household)}${question.title}${shown}，属实就说原因（或回“属实”），不对请重说`;
}
