import type { SecondSaid } from '../../conversations/reading/agreement.ts';
import type { SecondQuestion } from '../../conversations/reading/needs.ts';
import type { SecondReader } from './second-reader.ts';

/** One message is worth so many questions at most; what is asked beyond them stays unanswered. */
const mostAsked = 2;

/**
 * The second readings of one message: each is fetched once, whenever nothing is held open, and is known however often
 * the turn is taken again.
 */
export class Readings {
  readonly #reader: SecondReader | undefined;
  readonly #known = new Map<string, SecondSaid | null>();

  constructor(reader: SecondReader | undefined) {
    this.#reader = reader;
  }

  /** What is known of it; undefined while it has to be fetched first. */
  of(question: SecondQuestion): SecondSaid | null | undefined {
    if (this.#reader === undefined) return null;
    const known = this.#known.get(keyOf(question));
    return known === undefined && this.#known.size >= mostAsked ? null : known;
  }

  async fetch(question: SecondQuestion): Promise<void> {
    this.#known.set(keyOf(question), (await this.#reader?.read(question)) ?? null);
  }
}

const keyOf = ({ kind, ask, text }: SecondQuestion): string => JSON.stringify([kind, ask, text]);
