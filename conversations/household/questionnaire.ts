import type { Household } from '../contract/household.ts';
import { type Answers, known } from '../form/answer.ts';
import { pruneAnswers } from '../form/questionnaire.ts';
import { fits } from '../form/value.ts';
import { assistanceQuestions } from '../subjects/assistance/questions.ts';
import { closingQuestions } from '../subjects/closing/questions.ts';
import { employmentQuestions } from '../subjects/employment/questions.ts';
import { housingQuestions } from '../subjects/housing/questions.ts';
import { growthQuestions } from '../subjects/income/growth-questions.ts';
import { incomeQuestions } from '../subjects/income/questions.ts';
import { industryQuestions } from '../subjects/industry/questions.ts';
import { medicalQuestions } from '../subjects/medical/questions.ts';
import { peopleQuestions } from '../subjects/people/questions.ts';
import { relocationQuestions } from '../subjects/relocation/questions.ts';
import { safetyNetQuestions } from '../subjects/safety-net/questions.ts';
import { satisfactionQuestions } from '../subjects/satisfaction/questions.ts';
import { educationQuestions } from '../subjects/schooling/questions.ts';
import type { HouseholdForm, HouseholdQuestion, HouseholdSubject } from '../subjects/subject.ts';
import { supportQuestions } from '../subjects/support/questions.ts';
import { waterQuestions } from '../subjects/water/questions.ts';

/** Questions of one theme: a line of the summary card. */
export interface Section {
  title: string;
  questions: readonly HouseholdQuestion[];
}

/**
 * The themes as written, in the order they are asked: first the ledger's, in the plan's order and each with its own
 * follow-ups, then what depends on the household's type, satisfaction last.
 */
const themes: readonly Section[] = [
  { title: '人口', questions: peopleQuestions },
  { title: '收入', questions: incomeQuestions },
  { title: '医疗', questions: medicalQuestions },
  { title: '上学', questions: educationQuestions },
  { title: '住房', questions: housingQuestions },
  { title: '饮水', questions: waterQuestions },
  { title: '其他', questions: closingQuestions },
  { title: '帮扶', questions: assistanceQuestions },
  { title: '搬迁', questions: relocationQuestions },
  { title: '增收', questions: growthQuestions },
  { title: '项目', questions: [...supportQuestions, ...industryQuestions] },
  { title: '就业', questions: employmentQuestions },
  { title: '兜底', questions: safetyNetQuestions },
  { title: '评价', questions: satisfactionQuestions },
];

const written = themes.flatMap((theme) => theme.questions);

export const householdSections: readonly Section[] = themes.map(({ title, questions }) => ({
  title,
  questions: questions.map(withRegister),
}));

/** The questions of a household visit. A change of meaning or of keys raises the version. */
export const householdQuestionnaire: HouseholdForm = {
  id: 'household',
  version: 2,
  questions: householdSections.flatMap((s) => s.questions),
};

/**
 * Every question takes what another system already answered (household.known) unless it has a register value
 * of its own. What doesn't fit the question, or belongs to one that doesn't apply, is left out.
 */
function withRegister(question: HouseholdQuestion): HouseholdQuestion {
  return { ...question, prefill: (subject) => known(registerAnswers(subject), question.key) };
}

const registered = new WeakMap<Household, Answers>();

/** All the register says of a household, as answers; worked out once per household. */
function registerAnswers(subject: HouseholdSubject): Answers {
  const { household } = subject;
  if (household === undefined) return {};
  const found = registered.get(household);
  if (found !== undefined) return found;
  const said: Answers = {};
  for (const question of written) {
    const value = question.prefill?.(subject) ?? household.known[question.key];
    if (value !== undefined && fits(question, value)) said[question.key] = { is: 'known', v: value };
  }
  const made = pruneAnswers(householdQuestionnaire, said, subject);
  registered.set(household, made);
  return made;
}
