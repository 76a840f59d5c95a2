import type { YesNoAsked } from '../form/asked.ts';
import { readClause } from './clause.ts';
import { clausesOf } from './clauses.ts';
import type { ReadingDoubt } from './found.ts';
import { tokensOf } from './lexer.ts';
import { isGranted } from './operators/concession.ts';
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
}

/** Reads a folded text as the answer to one yes/no question. */
export function readYesNo(text: string, asked: YesNoAsked): YesNo {
  const clauses = clausesOf(tokensOf(spokenPart(text), readingVocabulary(), asked.topic));
  const saids = clauses.map((clause) => readClause(clause, asked));
  const settled: Settled = settleClauses(asked, clauses, saids);
  const own = saids.some((said) => said.named || said.found.some((found) => !found.generic));
  const doubts = new Set(settled.doubts);
  if (isGranted(text)) doubts.add('contrast');
  const { sign } = settled;
  const sure = doubts.size === 0 && settled.sure;
  return sign === undefined ? { sure: false, doubts, own } : { value: sign === asked.yes, sure, doubts, own };
}
