import type { AnswerValue } from './answer.ts';
import type { LineSheet } from './line-sheet.ts';
import type { Question } from './question.ts';

/** Is this a value the question can hold at all? Says nothing of how likely it is: that is `check`. */
export function fits(question: Question, value: AnswerValue): boolean {
  switch (question.kind) {
    case 'yesNo':
      return typeof value === 'boolean';
    case 'count':
      return (
        typeof value === 'number' && Number.isInteger(value) && value >= question.min && value <= question.max
      );
    case 'money':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0;
    case 'choice':
      return typeof value === 'string' && question.choices.some((c) => c.value === value);
    case 'choices':
      return (
        Array.isArray(value) &&
        value.length > 0 &&
        value.every((v) => question.choices.some((c) => c.value === v))
      );
    case 'text':
      return typeof value === 'string';
    case 'photo':
      return Array.isArray(value);
  }
}

/** How a question's figure can be told line by line, where it can. */
export function lineSheetOf(question: Question | undefined): LineSheet | undefined {
  return question?.kind === 'money' ? question.sheet : undefined;
}
