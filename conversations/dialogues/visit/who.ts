import type { Conversation } from '../../contract/conversation.ts';
import type { Member } from '../../contract/household.ts';
import type { Prompt } from '../../contract/state.ts';
import type { Question } from '../../form/question.ts';
import { questionOf } from '../../form/questionnaire.ts';
import { namesPeople } from '../../understanding/index.ts';
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

/** What was said to 是哪一位: people, a number nobody has, that there is nobody, or something else. */
export type WhoSaid =
  | { is: 'person'; who: string }
  | { is: 'noSuchNumber' }
  | { is: 'nobody' }
  | { is: 'unclear' };

/** The people meant: members by their numbers, else a name or a word of kinship as it was said. */
export function whoSaid(hand: Hand, text: string): WhoSaid {
  const { members } = hand.household;
  const numbers = text.normalize('NFKC').match(/\d{1,2}/g) ?? [];
  const named = numbers.flatMap((n) => members.filter((m) => m.no === Number(n)).map((m) => m.name));
  if (named.length > 0) return { is: 'person', who: named.join('、') };
  if (onlyNumbers(text)) return { is: 'noSuchNumber' };
  if (saysNobody.test(text)) return { is: 'nobody' };
  const known = [hand.household.headName, ...members.map((m) => m.name)];
  return namesPeople(text, known) ? { is: 'person', who: text.slice(0, 40) } : { is: 'unclear' };
}

const saysNobody =
  /^(?:家里)?(?:都|全|也|谁|一个|一个人|没有|真)*(?:也|都)?(?:没有?|无|冇|木有|没得|没人|没谁|没有人)(?:了|的|啊|呢)*[。.！!]*$/u;

/** 没有 to 是哪一位: the answer before may have been wrong. Asked, never changed by itself. */
export function askWhetherAny(c: Conversation, hand: Hand, question: Question, stood: boolean): string {
  const [now, other] = [whatFor(question), otherThan(question)];
  c.open({
    is: 'options',
    visitId: hand.visit.id,
    key: question.key,
    options: [
      { label: `改成${other}`, value: !stood },
      { label: `还是${now}`, value: stood },
    ],
    note: c.text.slice(0, 60),
  });
  return `${heading(c, hand.household)}刚才记的是“${now}”，要改吗？\n1）改成${other} 2）还是${now}`;
}

function otherThan(question: Question): string {
  if (question.kind !== 'yesNo') return question.title;
  return (question.whoWhen === true ? question.no : question.yes) ?? question.title;
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
