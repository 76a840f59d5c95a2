import type { SecondSaid } from '../../conversations/reading/agreement.ts';
import type { SecondQuestion } from '../../conversations/reading/needs.ts';

/** A second, independent reader. Null: it wasn't asked, or it didn't answer in time and in shape. */
export interface SecondReader {
  read(question: SecondQuestion): Promise<SecondSaid | null>;
}
