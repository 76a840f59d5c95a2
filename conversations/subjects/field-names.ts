import { assistanceQuestions } from './assistance/questions.ts';
import { closingQuestions } from './closing/questions.ts';
import { employmentQuestions } from './employment/questions.ts';
import { farmingQuestions } from './farming/questions.ts';
import { housingQuestions } from './housing/questions.ts';
import { growthQuestions } from './income/growth-questions.ts';
import { incomeQuestions } from './income/questions.ts';
import { industryQuestions } from './industry/questions.ts';
import { medicalQuestions } from './medical/questions.ts';
import { peopleQuestions } from './people/questions.ts';
import { relocationQuestions } from './relocation/questions.ts';
import { safetyNetQuestions } from './safety-net/questions.ts';
import { satisfactionQuestions } from './satisfaction/questions.ts';
import { educationQuestions } from './schooling/questions.ts';
import { supportQuestions } from './support/questions.ts';
import { waterQuestions } from './water/questions.ts';

const questions = [
  peopleQuestions,
  incomeQuestions,
  medicalQuestions,
  educationQuestions,
  housingQuestions,
  waterQuestions,
  closingQuestions,
  assistanceQuestions,
  employmentQuestions,
  farmingQuestions,
  growthQuestions,
  industryQuestions,
  relocationQuestions,
  safetyNetQuestions,
  satisfactionQuestions,
  supportQuestions,
].flat();

/** What questions are called when one of them is corrected: their title and the words that speak of them. */
export const fieldNames: ReadonlyMap<string, string> = new Map(
  questions.flatMap(({ key, title, topics, called }) =>
    [title, ...(topics ?? []), ...(called ?? [])].map((name): [string, string] => [name.toLowerCase(), key]),
  ),
);
