import type { BookEntry } from './entry.ts';

/** What the answer book asks of the database. */
interface AnswerBookNeeds {
  /** The entries the county put in itself; none where it has none. */
  countyAnswers: { in: Record<string, never>; out: readonly BookEntry[] };
}

declare module '../contract/needs.ts' {
  interface Needs extends AnswerBookNeeds {}
}
