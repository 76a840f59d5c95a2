import { dropNumbering } from '../text.ts';
import { keyNamed } from '../topics.ts';
import { plainAnswer } from '../yes-no/plain.ts';
import type { Clause } from './clauses.ts';

export interface Labelled {
  key: string;
  answer: string;
}

/** 稳定:否, 大病无: a ledger question's short name with yes or no behind it. */
export function labelled(text: string): Labelled | undefined {
  if (text.length > 16) return undefined;
  const colon = text.search(/[:=]/);
  if (colon > 0) return toLabelled(text.slice(0, colon).trim(), text.slice(colon + 1).trim());
  for (const length of [2, 1]) {
    const found = toLabelled(text.slice(0, -length), text.slice(-length));
    if (found) return found;
  }
  return undefined;
}

function toLabelled(label: string, answer: string): Labelled | undefined {
  const key = keyNamed(label);
  const plain = key === undefined ? undefined : plainAnswer(answer);
  return key !== undefined && (plain === 'yes' || plain === 'no') ? { key, answer } : undefined;
}

/** 大病 无: a short name and its answer set apart by a space are put together. */
export function joinLabels(clauses: readonly Clause[]): Clause[] {
  const joined: Clause[] = [];
  for (const clause of clauses) {
    const before = joined.at(-1);
    const plain = clause.text.length <= 3 ? plainAnswer(clause.text) : undefined;
    if (before && (plain === 'yes' || plain === 'no') && keyNamed(before.text) !== undefined) {
      joined[joined.length - 1] = { ...before, text: `${before.text}:${clause.text}` };
    } else joined.push(clause);
  }
  return joined;
}

/** 1.4口人 2.打工: numbers of items before the clauses are taken off. */
export function dropItemNumbers(clauses: readonly Clause[]): Clause[] {
  const numbered = clauses.filter((c, i) => new RegExp(`^${i + 1}[.、)]`).test(c.text));
  if (numbered.length < 2 || numbered.length < clauses.length) return clauses.map(withoutNumber);
  return clauses.map((c) => ({ ...c, text: c.text.replace(/^\d{1,2}[.、)] ?/, '') || c.text }));
}

function withoutNumber(clause: Clause): Clause {
  const text = dropNumbering(clause.text);
  return text === clause.text ? clause : { ...clause, text };
}
