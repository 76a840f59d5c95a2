import type { Household } from '../contract/household.ts';
import { type Answers, known } from '../form/answer.ts';
import { pruneAnswers } from '../form/questionnaire.ts';
import { fits } from '../form/value.ts';
import type { HouseholdForm, HouseholdQuestion, HouseholdSubject } from '../subjects/subject.ts';

/** Questions of one theme: a line of the summary card. */
export interface FormSection {
  title: string;
  /** What it says weighs: a change of an earlier answer is shown before it is made. */
  weighty?: true;
  questions: readonly HouseholdQuestion[];
}

/**
 * The form of a visit: every question takes what another system or an earlier campaign already answered
 * (household.known) unless it has a register value of its own. What doesn't fit the question, or belongs to one that
 * doesn't apply, is left out.
 */
export function withRegister(form: { id: string; version: number; sections: readonly FormSection[] }): {
  sections: readonly FormSection[];
  list: HouseholdForm;
} {
  const written = form.sections.flatMap((section) => section.questions);
  const registered = new WeakMap<Household, Answers>();
  /** All the register says of a household, as answers; worked out once per household. */
  const registerAnswers = (subject: HouseholdSubject): Answers => {
    const { household } = subject;
    if (household === undefined) return {};
    const found = registered.get(household);
    if (found !== undefined) return found;
    const said: Answers = {};
    for (const question of written) {
      const value = question.prefill?.(subject) ?? household.known[question.key];
      if (value !== undefined && fits(question, value)) said[question.key] = { is: 'known', v: value };
    }
    const made = pruneAnswers(list, said, subject);
    registered.set(household, made);
    return made;
  };
  const sections = form.sections.map(({ questions, ...section }) => ({
    ...section,
    questions: questions.map(
      (question): HouseholdQuestion => ({
        ...question,
        prefill: (subject) => known(registerAnswers(subject), question.key),
      }),
    ),
  }));
  const list = { id: form.id, version: form.version, questions: sections.flatMap((s) => s.questions) };
  return { sections, list };
}
