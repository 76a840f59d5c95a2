import { besideWords } from './beside.ts';
import { casualWords } from './casual.ts';
import { livingVerbs } from './doing.ts';
import { sourceWords5 } from './made.ts';
import { sourceWords } from './words.ts';
import { sourceWords2 } from './words-2.ts';
import { sourceWords3 } from './words-3.ts';
import { sourceWords4 } from './words-4.ts';
import { sourceWordsMore } from './words-5.ts';

/** Sources of income, and which is the main one. */
export const sourceTables: readonly string[] = [
  sourceWords,
  sourceWords2,
  sourceWords3,
  sourceWords4,
  sourceWords5,
  casualWords,
  besideWords,
  livingVerbs,
  sourceWordsMore,
];
