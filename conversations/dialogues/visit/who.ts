import type { Question } from '../../engine/question.ts';
import { questionOf } from '../../engine/questionnaire.ts';
import type { Prompt } from '../../engine/state.ts';
import type { Member } from '../../household/household.ts';
import type { Conversation } from '../conversation.ts';
import type { Hand } from './hand.ts';
import { heading } from './question-text.ts';

/** The answered question that still wants to know which member it is about. */
export function whoIsOpen(hand: Hand): Question | undefined {
  return hand.list.questions.find((q) => {
    const answer = hand.visit.answers[q.key];
    return (
      q.whoWhen !== undefined && answer?.is === 'known' && answer.v === q.whoWhen && answer.who === undefined
    );
  });
}

export function askWho(c: Conversation, hand: Hand, question: Question): string {
  c.open({ is: 'who', visitId: hand.visit.id, key: question.key });
  c.patch({ phase: 'asking' });
  return `${heading(c, hand.household)}${whatFor(question)}，是家里哪一位？\n${memberLine(hand.household.members)}`;
}

/** The answer the who belongs to: 有人没参, 有辍学. */
export function whatFor(question: Question): string {
  const said =
    question.kind === 'yesNo' ? (question.whoWhen === true ? question.yes : question.no) : undefined;
  return said ?? question.title;
}

function memberLine(members: readonly Member[]): string {
  if (members.length === 0) return '说名字或称呼都行，如“老伴”；不便说回“跳过”';
  return `${members.map((m) => `${m.no}.${m.name}`).join(' ')}（回号数或称呼）`;
}

/** The people meant: members by their numbers, else the words said; undefined for a number nobody has. */
export function memberNamed(hand: Hand, text: string): string | undefined {
  const numbers = text.normalize('NFKC').match(/\d{1,2}/g) ?? [];
  const named = numbers.flatMap((n) =>
    hand.household.members.filter((m) => m.no === Number(n)).map((m) => m.name),
  );
  if (named.length > 0) return named.join('、');
  return onlyNumbers(text) ? undefined : text.slice(0, 40);
}

/** Only numbers: 2, 2和3, 1、2号. */
export function onlyNumbers(text: string): boolean {
  return /^[\d\s、,，和跟号.]+$/u.test(text.normalize('NFKC'));
}

/** The question of an open `who` and its answer, if it still is what it was. */
export function whoAsked(hand: Hand, open: Extract<Prompt, { is: 'who' }>) {
  const question = questionOf(hand.list, open.key);
  const answer = hand.visit.answers[open.key];
  return question !== undefined && answer?.is === 'known' && answer.v === question.whoWhen
    ? { question, answer }
    : undefined;
}
