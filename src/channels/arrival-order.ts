import { inTime } from './deadline.ts';

/**
 * Lets things through in the order in which they arrived, although each takes its own time to be read (fetched,
 * decrypted). One that takes longer than `holdMs` holds the others up no further and comes when it comes.
 */
export class ArrivalOrder {
  readonly #holdMs: number;
  #before: Promise<unknown> = Promise.resolve();

  constructor(holdMs: number) {
    this.#holdMs = holdMs;
  }

  async pass<T>(reading: Promise<T>): Promise<T> {
    const before = this.#before;
    const read = reading.then(
      () => undefined,
      () => undefined,
    );
    this.#before = Promise.all([before, inTime(read, this.#holdMs)]);
    await before;
    return reading;
  }
}
