import type { Asked } from './asked.ts';
import { readClause } from './clause.ts';
import { clausesOf } from './clauses.ts';
import { tokensOf } from './lexer.ts';
import { type Settled, settle } from './settle.ts';
import { vocabulary } from './vocabulary.ts';

/** Reads a folded text as the answer to one yes/no question. */
export function readYesNo(text: string, asked: Asked): Settled {
  const clauses = clausesOf(tokensOf(text, vocabulary(), asked.topic));
  const saids = clauses.map((clause) => readClause(clause, asked));
  return settle(asked, clauses, saids);
}

/** For looking at what was understood: one line a clause. */
export function explainYesNo(text: string, asked: Asked): string {
  const clauses = clausesOf(tokensOf(text, vocabulary(), asked.topic));
  return clauses
    .map((clause) => {
      const said = readClause(clause, asked);
      const found = said.found.map((f) => `${f.sign}${f.weak ? '?' : ''}${f.generic ? 'g' : ''}`).join(' ');
      const lead = said.lead === undefined ? '' : `lead ${said.lead.yes}`;
      return `[${clause.tokens.map((t) => `${t.text}${t.is === 'unread' ? '✗' : t.is === 'word' ? `/${t.word.classes[0] ?? t.word.facts.map((f) => f.topic + f.sign).join(',')}${t.sound ? '~' : ''}` : ''}`).join(' ')}] ${found} ${lead} ${[...said.doubts].join(',')} ${said.time}`;
    })
    .join('\n');
}
