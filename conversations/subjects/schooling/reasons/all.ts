import { besideReasons } from './beside.ts';
import { reasonWords } from './words.ts';
import { reasonWords2 } from './words-2.ts';
import { reasonWords3 } from './words-3.ts';
import { reasonWords4 } from './words-4.ts';
import { reasonWords5 } from './words-5.ts';
import { reasonWords6 } from './words-6.ts';
import { reasonWords7 } from './words-7.ts';
import { reasonWords8 } from './words-8.ts';
import { reasonWords9 } from './words-9.ts';
import { reasonWords10 } from './words-10.ts';
import { reasonWords11 } from './words-11.ts';
import { reasonWords12 } from './words-12.ts';

/** Why a child is not at school. */
export const reasonTables: readonly string[] = [
  reasonWords,
  reasonWords2,
  reasonWords3,
  reasonWords4,
  reasonWords5,
  reasonWords6,
  reasonWords7,
  reasonWords8,
  reasonWords9,
  reasonWords10,
  reasonWords11,
  reasonWords12,
  besideReasons,
];
