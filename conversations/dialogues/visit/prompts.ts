import type { Question } from '../../engine/question.ts';
import { missingQuestions, nextQuestion, questionOf } from '../../engine/questionnaire.ts';
import type { Doubt } from '../../engine/state.ts';
import type { Household, Member } from '../../household/household.ts';
import { maskName } from '../../household/masking.ts';
import { showAnswer, summaryCard } from '../../household/summary.ts';
import { findProblems } from '../../rules/problems.ts';
import type { AskReason } from '../../understanding/understood.ts';
import type { Conversation } from '../conversation.ts';
import type { Hand } from './hand.ts';

/** Names household and village group in front of every prompt, so that a late reply finds its way back. */
export function heading(c: Conversation, household: Household): string {
  const name = c.inRoom ? maskName(household.headName) : household.headName;
  return household.group === '' ? `【${name}】` : `【${name}·${household.group}】`;
}

/** A phone shows about this many choices at a glance; the rarer ones are simply said. */
const mostShown = 8;

/** The numbered short answers of a question; a bare number always means the one shown. */
export function choiceLine(question: Question): string {
  switch (question.kind) {
    case 'yesNo':
      return `1.${question.yes ?? '是'} 2.${question.no ?? '否'}`;
    case 'choice':
    case 'choices': {
      const shown = question.choices.slice(0, mostShown).map((choice, i) => `${i + 1}.${choice.label}`);
      const more = question.choices.length > mostShown ? '别的直接说' : '';
      const many = question.kind === 'choices' ? '可多选' : '';
      const hint = [many, more].filter((h) => h !== '').join('，');
      return `${shown.join(' ')}${hint === '' ? '' : `（${hint}）`}`;
    }
    case 'count':
      return `回数字，如 4${question.measure}`;
    case 'money':
      return question.period === 'year' ? '如 5万、3万2、36000' : '如 800、1.2万';
    case 'text':
      return question.none === undefined ? '直接说就行' : `没有就回“${question.none}”`;
    case 'photo':
      return '发张照片；不方便就回“跳过”';
  }
}

export function askText(question: Question): string {
  return `${question.ask}\n${choiceLine(question)}`;
}

/** Opens the next step of the visit in this chat and returns what to say: a question, a doubt, or the card. */
export function nextStep(c: Conversation, hand: Hand): string {
  const who = c.inRoom ? undefined : whoIsOpen(hand);
  if (who !== undefined) return askWho(c, hand, who);
  const next = nextQuestion(
    hand.list,
    hand.visit.answers,
    hand.subject,
    (q) => c.inRoom && q.sensitive === true,
  );
  if (next !== undefined) return askQuestion(c, hand, next);
  if (c.inRoom && nextQuestion(hand.list, hand.visit.answers, hand.subject) !== undefined)
    return goPrivate(c, hand);
  return hand.visit.status === 'submitted' ? stillSubmitted(c, hand) : showSummary(c, hand);
}

/** After a correction of a submitted visit: nothing to submit again, the ledger has it already. */
function stillSubmitted(c: Conversation, hand: Hand): string {
  c.open(undefined);
  c.patch({ phase: 'idle' });
  const count = findProblems(hand.visit.answers, hand.household, c.session.settings).length;
  return `台账已更新${count === 0 ? '，没有问题' : `，问题${count}个`}。回“下一户”继续。`;
}

export function askQuestion(c: Conversation, hand: Hand, question: Question): string {
  c.patch({ phase: 'asking', asked: askedWith(c, hand, question.key) });
  const doubt = c.state.doubts[question.key];
  if (doubt !== undefined) return askDoubt(c, hand, question, doubt);
  c.open({ is: 'question', visitId: hand.visit.id, key: question.key });
  return `${heading(c, hand.household)}${askText(question)}`;
}

/** Asks back about one answer, with concrete options where the reader found some. */
export function askDoubt(c: Conversation, hand: Hand, question: Question, doubt: Doubt): string {
  const options = doubt.options ?? [];
  if (options.length === 0) {
    c.open({ is: 'question', visitId: hand.visit.id, key: question.key });
    return `${heading(c, hand.household)}${doubtText(question, doubt)}\n${choiceLine(question)}`;
  }
  c.open({
    is: 'options',
    visitId: hand.visit.id,
    key: question.key,
    options: [...options],
    note: doubt.words,
  });
  const lines = options.map((o, i) => `${i + 1}）${o.label}`).join(' ');
  return `${heading(c, hand.household)}${doubtText(question, doubt)}\n${lines}，都不是就直接说`;
}

const doubtWords: Record<AskReason, (question: Question, words: string) => string> = {
  range: (q, w) => `“${w}”是个范围，${q.title}按哪个记？`,
  approximate: (q, w) => `“${w}”说得有点活，${q.title}大约是多少？给个数就行`,
  unit: (_q, w) => `“${w}”是元还是万元？`,
  period: (_, w) => `“${w}”不是按年说的，全家一年合多少？`,
  perCapita: (_, w) => `“${w}”是人均吧，全家一年合多少？`,
  unusual: (q, w) => `${q.title}“${w}”不太常见，没说错吧？`,
  misheard: (_, w) => `“${w}”像是语音听错了，是下面哪个？`,
  vague: (q, w) => `“${w}”不好往台账里记。${q.verify ?? q.ask}`,
  sameAsBefore: (q) => `每户要分开记，不能填“同上”。${q.ask}`,
  allFine: (q) => `“都好”得一项一项说。${q.ask}`,
  polarity: (q, w) => `“${w}”两种意思都有，${q.ask}`,
  hedged: (q, w) => `“${w}”听着不太肯定。${q.ask}拿不准就回“不清楚”`,
  verify: (q, w) => `“${w}”要核实一下。${q.verify ?? q.ask}`,
  inProgress: (q, w) => `“${w}”，那眼下算还没办成？${q.ask}`,
  conflict: (q, w) => `“${w}”前后不一样，以哪个为准？${q.ask}`,
  question: (q) => `拿不准可以回“不清楚”，回头再核。${q.ask}`,
  expense: (_, w) => `“${w}”像是支出，不是收入。全家一年收入多少？`,
  offTopic: (q, w) => `“${w}”可以记到其他问题里。${q.ask}`,
};

export function doubtText(question: Question, doubt: Doubt): string {
  const say = doubtWords[doubt.reason as AskReason] ?? doubtWords.vague;
  return say(question, doubt.words);
}

/** The answered question that still wants to know which member it is about. */
function whoIsOpen(hand: Hand): Question | undefined {
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
  const members = memberLine(hand.household.members);
  return `${heading(c, hand.household)}${question.title}：说的是家里哪一位？\n${members}`;
}

function memberLine(members: readonly Member[]): string {
  if (members.length === 0) return '说名字或称呼都行，如“老伴”；不便说回“跳过”';
  return `${members.map((m) => `${m.no}.${m.name}`).join(' ')}（回号数或称呼）`;
}

/** In a group the rest (health, income, schooling) is offered in private; the visit goes on there. */
function goPrivate(c: Conversation, hand: Hand): string {
  c.open(undefined);
  c.patch({ phase: 'paused' });
  const left = missingQuestions(hand.list, hand.visit.answers, hand.subject);
  return `${heading(c, hand.household)}还剩${left.length}项，涉及收入、健康、上学，不在群里问。请私聊我回“继续”接着答。`;
}

export function showSummary(c: Conversation, hand: Hand): string {
  c.open({ is: 'summary', visitId: hand.visit.id });
  c.patch({ phase: 'summary' });
  return summaryCard({
    household: hand.household,
    answers: hand.visit.answers,
    settings: c.session.settings,
    masked: c.inRoom,
  });
}

/** The card with what the register says: 对 confirms it all, and only the rest is asked. */
export function registerCard(c: Conversation, hand: Hand): string | undefined {
  const filled = hand.list.questions.filter((q) => {
    const answer = hand.visit.answers[q.key];
    return answer?.is === 'known' && answer.from === 'register';
  });
  if (filled.length === 0) return undefined;
  const shown = filled
    .filter((q) => !(c.inRoom && q.sensitive === true))
    .map((q) => `${q.title}：${showAnswer(q, hand.visit.answers[q.key])}`);
  c.open({ is: 'card', visitId: hand.visit.id });
  c.patch({ phase: 'asking' });
  return `${shown.join('；')}\n对就回“对”，不对直接说；也可以一口气说完，如“4口人 一年5万 打工 稳定 都参保”`;
}

function askedWith(c: Conversation, hand: Hand, key: string) {
  const entry = {
    visitId: hand.visit.id,
    householdId: hand.household.id,
    head: hand.household.headName,
    key,
  };
  const rest = c.state.asked.filter((a) => a.visitId !== entry.visitId || a.key !== key);
  return [...rest, entry].slice(-12);
}

/** Repeats what is open in this chat, in one message. */
export function showOpenAgain(c: Conversation, hand: Hand): string {
  const open = c.chat.open;
  if (open?.is === 'question') {
    const question = questionOf(hand.list, open.key);
    if (question !== undefined) return askQuestion(c, hand, question);
  }
  return nextStep(c, hand);
}
