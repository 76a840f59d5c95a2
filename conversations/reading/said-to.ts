import type { YesNoAsked } from '../form/asked.ts';
import { Lexicon } from '../language/lexicon.ts';
import { wordsInTable } from '../language/table.ts';
import { clean, fold, trimFillers } from '../language/text.ts';
import { consentWords } from '../language/words/consent.ts';
import { askedByQuestion } from '../subjects/asked.ts';
import { detailOf } from './detail.ts';
import { value } from './outcome.ts';
import type { OwnWords } from './own-words.ts';
import { readAnything, shownNumber } from './plain-answer.ts';
import { kindsTold, wordsFor } from './told-facts.ts';
import type { Detail, QuestionHint, Understood } from './understood.ts';
import { readYesNo } from './yes-no.ts';
import { readForQuestion, understoodOf } from './yes-no-answer.ts';

/** What was said to a question. */
interface SaidTo {
  understood: Understood<boolean>;
  /** Read from the subject's own wording; a general 没问题 could have been said of anything. */
  own: boolean;
}

export function isLedgerYesNo(key: string): boolean {
  return askedByQuestion.has(key);
}

/** Reads an answer to the yes/no question `key`; without one only words that mean the same everywhere. */
export function readSaidTo(key: string | undefined, raw: string, hint?: QuestionHint): SaidTo {
  const text = fold(clean(raw));
  const asked = key === undefined ? undefined : askedByQuestion.get(key);
  if (asked === undefined) return { understood: readUnlisted(key, text, hint), own: false };
  const picked = shownNumber(text);
  if (picked !== undefined) return { understood: value(picked), own: false };
  const read = readYesNo(text, asked);
  return { understood: understoodOf(read, detailFor(asked, text)), own: read.own };
}

function readUnlisted(key: string | undefined, text: string, hint?: QuestionHint): Understood<boolean> {
  if (key === 'confirm') return readConsent(trimFillers(text));
  if (key !== undefined) return readForQuestion(text, hint ?? { key, kind: 'yesNo' }, detailOf(text));
  return readAlone(trimFillers(text));
}

/** 没 有 is 没有. */
const spaced = /^\S \S$/u;

/** Yes and no to no question in particular; 行 and 中 assent, which 好 and 知道了 only may. */
function readAlone(said: string): Understood<boolean> {
  const text = spaced.test(said) ? said.replace(' ', '') : said;
  const picked = shownNumber(text);
  if (picked !== undefined) return value(picked);
  const read = readAnything(text);
  const assents = read.value === undefined && read.doubts.size === 1 && read.doubts.has('assent');
  return assents && consenting.test(text) ? value(true) : understoodOf(read);
}

const consenting = /^(?:行|中|可以|成|管|ok|妥|要得|得行)/u;

const consentAsked: YesNoAsked = { topic: 'consent', yes: '+', good: '+', kind: 'state', being: false };
let consents: OwnWords | undefined;

/** A request for assent: 对不对, 确认吗. */
function readConsent(text: string): Understood<boolean> {
  consents ??= { lexicon: new Lexicon(wordsInTable(consentWords)), gapped: [] };
  const picked = shownNumber(text);
  if (picked !== undefined) return value(picked);
  const read = readYesNo(text, consentAsked, consents);
  const assents = read.value === undefined && read.doubts.size === 1 && read.doubts.has('assent');
  return assents ? value(true) : understoodOf(read);
}

/** Words worth keeping beside the answer: who is meant, the illness, the kind of water trouble. */
function detailFor(asked: YesNoAsked, text: string): Detail | undefined {
  const told =
    asked.notes === 'words' ? wordsFor(text, asked) : asked.notes === 'kinds' ? kindsTold(text, asked) : [];
  const detail = detailOf(text);
  return told.length === 0 ? detail : { ...detail, note: told.join('、') };
}
