import { besideReasons } from './beside.ts';
import { reasonWords } from './words.ts';
import { reasonWords2 } from './words-2.ts';
import { reasonWords3 } from './words-3.ts';
import { reasonWords4 } from './words-4.ts';

/** Why a child is not at school. */
export const reasonTables: readonly string[] = [
  reasonWords,
  reasonWords2,
  reasonWords3,
  reasonWords4,
  besideReasons,
];
