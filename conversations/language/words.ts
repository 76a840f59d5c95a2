import { agreementTable } from './words/agreement.ts';
import { auxiliariesWords } from './words/auxiliaries.ts';
import { doingsWords1 } from './words/doings-1.ts';
import { doingsWords2 } from './words/doings-2.ts';
import { doubtWords } from './words/doubt.ts';
import { flawsWords } from './words/flaws.ts';
import { judgementWords } from './words/judgement.ts';
import { negationWords } from './words/negation.ts';
import { othersWords } from './words/others.ts';
import { particlesWords } from './words/particles.ts';
import { peopleWords } from './words/people.ts';
import { quantityWords } from './words/quantity.ts';
import { thingsWords1 } from './words/things-1.ts';
import { thingsWords2 } from './words/things-2.ts';
import { thingsWords3 } from './words/things-3.ts';
import { thingsWords4 } from './words/things-4.ts';
import { thingsWords5 } from './words/things-5.ts';
import { timeWords } from './words/time.ts';

/** The words of the language, whatever is asked. Earlier tables come first where a form stands in several. */
export const languageWords: readonly string[] = [
  agreementTable,
  negationWords,
  quantityWords,
  doubtWords,
  othersWords,
  timeWords,
  judgementWords,
  auxiliariesWords,
  doingsWords1,
  doingsWords2,
  flawsWords,
  particlesWords,
  peopleWords,
  thingsWords1,
  thingsWords2,
  thingsWords3,
  thingsWords4,
  thingsWords5,
];
