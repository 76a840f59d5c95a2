import type { YesNoAsked } from '../form/asked.ts';
import { Remembered } from '../form/remembered.ts';
import { judgementTopic } from '../subjects/asked.ts';
import { readClause } from './clause.ts';
import { classOf, clausesOf } from './clauses.ts';
import type { ReadingDoubt } from './found.ts';
import { tokensOf, type WordToken } from './lexer.ts';
import { isGranted } from './operators/concession.ts';
import type { OwnWords } from './own-words.ts';
import { type Settled, settleClauses } from './settle.ts';
import { spokenPart } from './spoken-part.ts';
import { readingVocabulary } from './vocabulary.ts';

/** What a text answers to one yes/no question. */
export interface YesNo {
  /** True and false where something was said; it is stored only if `sure`, else it is the best guess. */
  value?: boolean;
  sure: boolean;
  doubts: ReadonlySet<ReadingDoubt>;
  /** It speaks of the subject itself; a general 没问题 could have been said of anything. */
  own: boolean;
  /** It praises or complains, of whatever it may be. */
  judges: boolean;
}

/** Reads a folded text as the answer to one yes/no question. */
export function readYesNo(text: string, asked: YesNoAsked, words?: OwnWords): YesNo {
  if (words !== undefined) return readAnew(text, asked, words);
  return remembered.of(asked, text, '', () => readAnew(text, asked));
}

/** A stretch of a message is put to one question more than once. */
const remembered = new Remembered<YesNoAsked, YesNo>();

function readAnew(text: string, asked: YesNoAsked, words?: OwnWords): YesNo {
  const tokens = tokensOf(spokenPart(text), readingVocabulary(), asked.topic, words);
  const judges = tokens.some(isJudgement);
  const clauses = clausesOf(tokens);
  const saids = clauses.map((clause) => readClause(clause, asked));
  const settled: Settled = settleClauses(asked, clauses, saids);
  const own = saids.some((said) => said.named || said.found.some((found) => !found.generic));
  const doubts = new Set(settled.doubts);
  if (isGranted(text)) doubts.add('contrast');
  const { sign } = settled;
  const sure = doubts.size === 0 && settled.sure;
  return sign === undefined
    ? { sure: false, doubts, own, judges }
    : { value: sign === asked.yes, sure, doubts, own, judges };
}

function isJudgement(token: WordToken): boolean {
  if (token.is !== 'word') return false;
  return classOf(token, 'good', 'bad') || token.word.facts.some((fact) => fact.topic === judgementTopic);
}
