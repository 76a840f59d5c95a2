import { difficultyWords } from './difficulties/words.ts';
import { difficultyWords2 } from './difficulties/words-2.ts';
import { difficultyWords3 } from './difficulties/words-3.ts';
import { housingWords } from './housing/words.ts';
import { housingWords2 } from './housing/words-2.ts';
import { housingWords3 } from './housing/words-3.ts';
import { housingWords4 } from './housing/words-4.ts';
import { housingWords5 } from './housing/words-5.ts';
import { careWords } from './illness/care/words.ts';
import { careWords2 } from './illness/care/words-2.ts';
import { careWords3 } from './illness/care/words-3.ts';
import { careWords4 } from './illness/care/words-4.ts';
import { illnessWords } from './illness/words.ts';
import { illnessWords2 } from './illness/words-2.ts';
import { illnessWords3 } from './illness/words-3.ts';
import { stabilityWords } from './income/words.ts';
import { stabilityWords2 } from './income/words-2.ts';
import { stabilityWords3 } from './income/words-3.ts';
import { insuranceWords } from './insurance/words.ts';
import { insuranceWords2 } from './insurance/words-2.ts';
import { insuranceWords3 } from './insurance/words-3.ts';
import { schoolingWords } from './schooling/words.ts';
import { schoolingWords2 } from './schooling/words-2.ts';
import { schoolingWords3 } from './schooling/words-3.ts';
import { schoolingWords4 } from './schooling/words-4.ts';
import { supportWords } from './support/words.ts';
import { supportWords2 } from './support/words-2.ts';
import { waterWords } from './water/words.ts';
import { waterWords2 } from './water/words-2.ts';
import { waterWords3 } from './water/words-3.ts';
import { waterWords4 } from './water/words-4.ts';

/** The words of all subjects. */
export const subjectWords: readonly string[] = [
  housingWords,
  housingWords2,
  housingWords3,
  housingWords4,
  housingWords5,
  waterWords,
  waterWords2,
  waterWords3,
  waterWords4,
  insuranceWords,
  insuranceWords2,
  insuranceWords3,
  illnessWords,
  illnessWords2,
  illnessWords3,
  careWords,
  careWords2,
  careWords3,
  careWords4,
  schoolingWords,
  schoolingWords2,
  schoolingWords3,
  schoolingWords4,
  stabilityWords,
  stabilityWords2,
  stabilityWords3,
  difficultyWords,
  difficultyWords2,
  difficultyWords3,
  supportWords,
  supportWords2,
];
