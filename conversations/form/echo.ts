import type { Answer, Answers } from './answer.ts';
import type { QuestionKey } from './keys.ts';
import type { Question, Questionnaire } from './question.ts';
import { questionOf } from './questionnaire.ts';
import { showAnswer } from './show-answer.ts';

/** An answer that stands by itself: 年收入5万元, 4口人, 稳定, 大病慢病待核实. */
export function phrase(question: Question, answer: Answer | undefined): string {
  const shown = showAnswer(question, answer);
  if (answer?.is !== 'known') return `${question.title}${shown}`;
  if (question.kind === 'money') return `${question.title}${shown}`;
  return question.kind === 'text' ? `${question.title}：${shown}` : shown;
}

/** What was understood of a message, in one line: 4口人；年收入5万元；务工；稳定. */
export function echo(list: Questionnaire, answers: Answers, keys: readonly QuestionKey[]): string {
  return keys
    .flatMap((key) => questionOf(list, key) ?? [])
    .map((question) => phrase(question, answers[question.key]))
    .join('；');
}

/** The answered questions in the order of the card; a number said at the card means its place here, from 1. */
export function numberedQuestions<Subject>(
  list: Questionnaire<Subject>,
  answers: Answers,
): Question<Subject>[] {
  return list.questions.filter((q) => answers[q.key] !== undefined);
}
