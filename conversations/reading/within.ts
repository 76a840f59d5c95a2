import type { YesNoAsked } from '../form/asked.ts';
import { readClause } from './clause.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { tokensOf } from './lexer.ts';
import { isGranted } from './operators/concession.ts';
import { settleClauses } from './settle.ts';
import { spokenPart } from './spoken-part.ts';
import { readingVocabulary } from './vocabulary.ts';
import type { YesNo } from './yes-no.ts';

/** What was said to one question, with the words it was read from. */
export interface SaidToQuestion extends Omit<YesNo, 'judges'> {
  words: string;
}

/**
 * What a message about many things says to one question: read from the clauses about its subject and what follows
 * upon them, so that a doubt about the income leaves the house alone. Undefined where it isn't spoken of.
 */
export function readWithin(text: string, asked: YesNoAsked): SaidToQuestion | undefined {
  const clauses = about(asked, clausesOf(tokensOf(spokenPart(text), readingVocabulary(), asked.topic)));
  if (clauses.length === 0) return undefined;
  const saids = clauses.map((clause) => readClause(clause, asked));
  const settled = settleClauses(asked, clauses, saids);
  const words = clauses.map(({ tokens }) => tokens.map((token) => token.text).join('')).join(',');
  const { sign, doubts } = settled;
  const sure = settled.sure && !isGranted(words);
  if (sign === undefined) return { sure: false, doubts, own: true, words };
  return { value: sign === asked.yes, sure, doubts, own: true, words };
}

/** Clauses of the subject, each with those behind it that name no subject of their own. */
function about(asked: YesNoAsked, clauses: readonly Clause[]): Clause[] {
  let open = false;
  return clauses.filter((clause) => {
    const subjects = subjectsOf(clause);
    if (subjects.size > 0) open = subjects.has(asked.topic);
    return open;
  });
}

function subjectsOf({ tokens }: Clause): Set<string> {
  const words = tokens.flatMap((token) => (token.is === 'word' ? [token.word] : []));
  return new Set(
    words.flatMap((word) => [...word.topics, ...word.opens, ...word.facts.map((fact) => fact.topic)]),
  );
}
