import type { SecondSaid } from '../../conversations/reading/agreement.ts';

/** What a second reader is asked: one message and the question it may answer. */
export interface SecondQuestion {
  text: string;
  /** The question as it was asked. */
  ask: string;
  kind: 'yesNo' | 'count' | 'money' | 'choice' | 'choices';
  /** The only values a choice may take. */
  choices?: readonly string[];
  /** Names that must not leave. */
  names?: readonly string[];
}

/** A second, independent reader. Null: it wasn't asked, or it didn't answer in time and in shape. */
export interface SecondReader {
  read(question: SecondQuestion): Promise<SecondSaid | null>;
}
