import { type Answers, known } from '../form/answer.ts';
import type { Reader } from '../form/form.ts';
import type { Questionnaire } from '../form/question.ts';
import { questionOf } from '../form/questionnaire.ts';
import type { Told } from '../form/told.ts';
import { lineSheetOf } from '../form/value.ts';
import { hintOf, hintsOf } from '../reading/hints.ts';
import { readLines } from '../reading/income/lines.ts';
import { readPersons } from '../reading/persons/read.ts';
import {
  namesPeople,
  type Reading,
  readMessage,
  understandAnswer,
  understandControl,
} from '../understanding/index.ts';
import { readTwice, withoutStrayCounts } from './read-twice.ts';

/** Reads a household's words for a form. `population`: what is known of it before anybody answers. */
export function readerFor(list: Questionnaire, population?: number): Reader {
  const hints = hintsOf(list);
  const peopleOf = (answers: Answers) => {
    const said = known(answers, 'population');
    return typeof said === 'number' ? said : population;
  };
  return {
    message(text, answers, key) {
      const people = peopleOf(answers);
      const open = key === undefined ? undefined : hints.find((h) => h.key === key);
      const told = withoutStrayCounts(
        list,
        toldBy(
          readMessage(text, {
            questions: hints,
            ...(open === undefined ? {} : { open }),
            ...(people === undefined ? {} : { population: people }),
          }),
        ),
      );
      const question = key === undefined ? undefined : questionOf(list, key);
      return question === undefined
        ? told
        : readTwice(told, text, question, (words) =>
            understandAnswer(words, hintOf(question), { population: people }),
          );
    },
    answer(text, question, answers = {}) {
      const sheet = lineSheetOf(question);
      const said = sheet === undefined ? undefined : readLines(text, sheet);
      // 人均纯收入改成工资3万 地里5000: lines are no sum of one head; they are put to the question itself.
      if (said !== undefined) return { status: 'ask', reason: 'linesUnread', detail: { lines: said.lines } };
      return understandAnswer(text, hintOf(question), { population: peopleOf(answers) });
    },
    order: (text) => understandControl(text),
    namesPeople,
    persons: readPersons,
    lines: readLines,
  };
}

/** A reading as the form machine takes it. */
function toldBy({ slots, control, ask, rest }: Reading): Told {
  return {
    slots,
    rest,
    ...(control === undefined ? {} : { order: control }),
    ...(ask === undefined ? {} : { ask }),
  };
}
