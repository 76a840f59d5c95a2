import type { FormSection } from '../../campaign/register.ts';
import { askedElsewhere } from '../../campaign/satisfaction.ts';
import { assistanceQuestions } from '../../subjects/assistance/questions.ts';
import { closingQuestions } from '../../subjects/closing/questions.ts';
import { employmentQuestions } from '../../subjects/employment/questions.ts';
import { housingQuestions } from '../../subjects/housing/questions.ts';
import { growthQuestions } from '../../subjects/income/growth-questions.ts';
import { incomeQuestions } from '../../subjects/income/questions.ts';
import { industryQuestions } from '../../subjects/industry/questions.ts';
import { medicalQuestions } from '../../subjects/medical/questions.ts';
import { peopleQuestions } from '../../subjects/people/questions.ts';
import { relocationQuestions } from '../../subjects/relocation/questions.ts';
import { safetyNetQuestions } from '../../subjects/safety-net/questions.ts';
import { satisfactionQuestions } from '../../subjects/satisfaction/questions.ts';
import { educationQuestions } from '../../subjects/schooling/questions.ts';
import type { HouseholdQuestion } from '../../subjects/subject.ts';
import { supportQuestions } from '../../subjects/support/questions.ts';
import { waterQuestions } from '../../subjects/water/questions.ts';

/** In December the next year's premium is being collected: 在保 this year and paid for the next are two things. */
function ofTheYear(question: HouseholdQuestion): HouseholdQuestion {
  return question.key === 'allInsured' ? { ...question, ask: '2022年的医保，家里人都交了吗？' } : question;
}

/**
 * The themes as written, in the order they are asked: first the ledger's, in the plan's order and each with its own
 * follow-ups, then what depends on the household's type. Satisfaction is only understood here (satisfaction.ts).
 */
const sections: readonly FormSection[] = [
  { title: '人口', weighty: true, questions: peopleQuestions },
  { title: '收入', weighty: true, questions: incomeQuestions },
  { title: '医疗', weighty: true, questions: medicalQuestions.map(ofTheYear) },
  { title: '上学', weighty: true, questions: educationQuestions },
  { title: '住房', weighty: true, questions: housingQuestions },
  { title: '饮水', weighty: true, questions: waterQuestions },
  { title: '其他', questions: closingQuestions },
  { title: '帮扶', questions: assistanceQuestions },
  { title: '搬迁', questions: relocationQuestions },
  { title: '增收', weighty: true, questions: growthQuestions },
  { title: '项目', questions: [...supportQuestions, ...industryQuestions] },
  { title: '就业', questions: employmentQuestions },
  { title: '兜底', questions: safetyNetQuestions },
  { title: '评价', questions: askedElsewhere(satisfactionQuestions) },
];

/** The questions of a household visit. A change of meaning or of keys raises the version. */
export const form = { version: 3, sections };
