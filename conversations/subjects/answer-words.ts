import { assistanceAnswerWords } from './assistance/answer-words.ts';
import { employmentAnswerWords } from './employment/answer-words.ts';
import { farmingAnswerWords } from './farming/answer-words.ts';
import { housingAnswerWords } from './housing/answer-words.ts';
import { incomeAnswerWords } from './income/answer-words.ts';
import { industryAnswerWords } from './industry/answer-words.ts';
import { medicalAnswerWords } from './medical/answer-words.ts';
import { relocationAnswerWords } from './relocation/answer-words.ts';
import { safetyNetAnswerWords } from './safety-net/answer-words.ts';
import { satisfactionAnswerWords } from './satisfaction/answer-words.ts';
import { schoolingAnswerWords } from './schooling/answer-words.ts';

/** Words that answer one question alone: each is known only where its question is open. */
export const answerWords: readonly string[] = [
  assistanceAnswerWords,
  employmentAnswerWords,
  farmingAnswerWords,
  housingAnswerWords,
  incomeAnswerWords,
  industryAnswerWords,
  medicalAnswerWords,
  relocationAnswerWords,
  safetyNetAnswerWords,
  satisfactionAnswerWords,
  schoolingAnswerWords,
];
