import type { Answers } from './answer.ts';
import type { QuestionKey } from './keys.ts';
import type { Question, Questionnaire } from './question.ts';

/** How far somebody is with a form, in main questions. */
interface FormProgress {
  /** The place of the question asked about, from 1; follow-ups have their main question's. */
  at: number;
  of: number;
  /** Main questions without an answer of any kind. */
  left: number;
}

/**
 * The questions that come up whatever is answered. The others are follow-ups: they hang on an answer, and count
 * with the main question before them.
 */
function mainQuestions<Subject>(list: Questionnaire<Subject>, subject: Subject): Question<Subject>[] {
  return list.questions.filter((q) => q.when === undefined || q.when({}, subject));
}

/** How far one is at a question, as known now. */
export function progressOf<Subject>(
  list: Questionnaire<Subject>,
  answers: Answers,
  subject: Subject,
  key?: QuestionKey,
): FormProgress {
  const main = mainQuestions(list, subject);
  const isMain = new Set(main);
  const place = list.questions.findIndex((q) => q.key === key);
  const before = place < 0 ? [] : list.questions.slice(0, place + 1).filter((q) => isMain.has(q));
  return {
    at: Math.max(before.length, 1),
    of: main.length,
    left: main.filter((q) => answers[q.key] === undefined || answers[q.key]?.is === 'skipped').length,
  };
}

/** 第3题，共13题. */
export function progressLine({ at, of }: FormProgress): string {
  return `第${at}题，共${of}题`;
}

/** Ways of asking how far one is. */
const howFarWords: readonly string[] = [
  '还剩几题',
  '还剩多少题',
  '还有几题',
  '还有多少题',
  '剩几题',
  '还有几道题',
  '还剩几道题',
  '还有几个题',
  '还剩几个题',
  '第几题了',
  '到第几题',
  '答到第几题',
  '一共几题',
  '一共多少题',
  '总共几题',
  '总共多少题',
  '共几题',
  '有几题',
  '有多少题',
  '多少题',
  '问到哪了',
  '答到哪了',
  '填到哪了',
  '还要问多少',
  '还要问几个',
  '还要答多少',
  '还有多少没答',
  '还有几个没答',
  '还有几项没答',
  '还差几题',
  '还差几项',
  '还要多久问完',
  '快完了吗',
  '快问完了吗',
  '快答完了吗',
];

/** 还剩几题, 到第几题了: not an answer but a question about the form itself. */
export function asksHowFar(text: string): boolean {
  const said = bare(text.normalize('NFKC'));
  return said.length <= 14 && howFarBare.some((words) => said.includes(words));
}

function bare(text: string): string {
  return text.replace(/[\s。.！!？?，,]|[啊呀呢吧吗了]+$/gu, '').replace(/[啊呀呢吧吗了]+$/u, '');
}

const howFarBare = howFarWords.map(bare);
