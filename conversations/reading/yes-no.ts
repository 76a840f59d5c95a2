import type { Asked } from '../form/asked.ts';
import { readClause } from './clause.ts';
import { clausesOf } from './clauses.ts';
import type { Doubt } from './found.ts';
import { tokensOf } from './lexer.ts';
import { isGranted } from './operators/concession.ts';
import { type Settled, settle } from './settle.ts';
import { spokenPart } from './spoken-part.ts';
import { vocabulary } from './vocabulary.ts';

/** What a text answers to one yes/no question. */
export interface YesNo {
  /** True and false where something was said; it is stored only if `sure`, else it is the best guess. */
  value?: boolean;
  sure: boolean;
  doubts: ReadonlySet<Doubt>;
  /** It speaks of the subject itself; a general 没问题 could have been said of anything. */
  own: boolean;
}

/** Reads a folded text as the answer to one yes/no question. */
export function readYesNo(text: string, asked: Asked): YesNo {
  const clauses = clausesOf(tokensOf(spokenPart(text), vocabulary(), asked.topic));
  const saids = clauses.map((clause) => readClause(clause, asked));
  const settled: Settled = settle(asked, clauses, saids);
  const own = saids.some((said) => said.named || said.found.some((found) => !found.generic));
  const doubts = new Set(settled.doubts);
  if (isGranted(text)) doubts.add('contrast');
  const { sign } = settled;
  const sure = doubts.size === 0 && settled.sure;
  return sign === undefined ? { sure: false, doubts, own } : { value: sign === asked.yes, sure, doubts, own };
}
