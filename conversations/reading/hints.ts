import type { Question, Questionnaire } from '../form/question.ts';
import { askedByQuestion } from '../subjects/asked.ts';
import type { QuestionHint } from './understood.ts';

const hints = new WeakMap<Question, QuestionHint>();
const lists = new WeakMap<Questionnaire, readonly QuestionHint[]>();

/** What the reader of chat text needs to know of a question; one object per question, made once. */
export function hintOf(question: Question): QuestionHint {
  const found = hints.get(question);
  if (found !== undefined) return found;
  const made: QuestionHint = {
    key: question.key,
    kind: question.kind,
    ask: question.ask,
    topics: [question.title, ...(question.topics ?? [])],
    ...(question.answeredByMoving ? { answeredByMoving: true } : {}),
    ...(question.kind === 'yesNo'
      ? {
          trueIsGood: question.trueIsGood,
          ...(question.rated ? { rated: true } : {}),
          ...saysOf(question),
          ...readsOf(question),
        }
      : {}),
    ...(question.kind === 'money' ? { sum: question.of ?? ('any' as const) } : {}),
    ...('choices' in question ? { choices: question.choices } : {}),
  };
  hints.set(question, made);
  return made;
}

/** The hints of all questions of a list, in its order. */
export function hintsOf(list: Questionnaire): readonly QuestionHint[] {
  const found = lists.get(list);
  if (found !== undefined) return found;
  const made = list.questions.map(hintOf);
  lists.set(list, made);
  return made;
}

/** The two answers in words, where both are written. */
function saysOf(question: Extract<Question, { kind: 'yesNo' }>): Pick<QuestionHint, 'says'> {
  const { yes, no } = question;
  return yes === undefined || no === undefined ? {} : { says: { yes, no } };
}

/** How its answers are read: as it says itself, or as the ledger does. */
function readsOf({ key, reads }: Extract<Question, { kind: 'yesNo' }>): Pick<QuestionHint, 'reads'> {
  const asked = reads ?? askedByQuestion.get(key);
  return asked === undefined ? {} : { reads: asked };
}
