import { type Answers, known } from '../engine/answer.ts';
import { pruneAnswers } from '../engine/questionnaire.ts';
import { fits } from '../engine/value.ts';
import type { Household } from './household.ts';
import { assistanceQuestions } from './questions/assistance.ts';
import { closingQuestions } from './questions/closing.ts';
import { educationQuestions } from './questions/education.ts';
import { employmentQuestions } from './questions/employment.ts';
import { growthQuestions } from './questions/growth.ts';
import { housingQuestions } from './questions/housing.ts';
import { incomeQuestions } from './questions/income.ts';
import { industryQuestions } from './questions/industry.ts';
import { medicalQuestions } from './questions/medical.ts';
import { peopleQuestions } from './questions/people.ts';
import { relocationQuestions } from './questions/relocation.ts';
import { safetyNetQuestions } from './questions/safety-net.ts';
import { satisfactionQuestions } from './questions/satisfaction.ts';
import { supportQuestions } from './questions/support.ts';
import { waterQuestions } from './questions/water.ts';
import type { HouseholdForm, HouseholdQuestion, HouseholdSubject } from './subject.ts';

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
