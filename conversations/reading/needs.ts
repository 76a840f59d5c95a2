import type { SecondSaid } from './agreement.ts';

/** What a second reader is asked: one message and what it may answer. */
export interface SecondQuestion {
  text: string;
  /** The question as it was asked. */
  ask: string;
  /** `words`: the message said again in words that the first reader knows. */
  kind: 'yesNo' | 'count' | 'money' | 'choice' | 'choices' | 'words';
  /** The only values a choice may take. */
  choices?: readonly string[];
  /** Names that must not leave. */
  names?: readonly string[];
}

interface ReadingNeeds {
  /** Null: there is no second reader, it was left alone, or it said nothing in time and in shape. */
  secondReading: { in: SecondQuestion; out: SecondSaid | null };
}

declare module '../contract/needs.ts' {
  interface Needs extends ReadingNeeds {}
}
