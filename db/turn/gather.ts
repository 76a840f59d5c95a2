import { isFault } from '../base/faults.ts';

/**
 * Group commit: what comes while a statement is under way waits and goes together in the next one, and so do those
 * who come in the same turn of the event loop. There is no timer: who comes alone doesn't wait. When a statement of several fails, each is tried again alone, so
 * that one that fails never touches another.
 */
export class Gather<Item, Result> {
  readonly #run: (items: readonly Item[]) => Promise<readonly Result[]>;
  readonly #keys: (item: Item) => readonly string[];
  readonly #atOnce: number;
  readonly #largest: number;
  #waiting: Waiting<Item, Result>[] = [];
  #underWay = 0;
  #soon = false;

  constructor(options: {
    /** One statement for all items; results in the same order. */
    run: (items: readonly Item[]) => Promise<readonly Result[]>;
    /** Two items that share a key never go in the same statement. */
    keys?: (item: Item) => readonly string[];
    /** Statements under way at once. */
    atOnce: number;
    /** Items in one statement at most. */
    largest: number;
  }) {
    this.#run = options.run;
    this.#keys = options.keys ?? (() => []);
    this.#atOnce = options.atOnce;
    this.#largest = options.largest;
  }

  add(item: Item): Promise<Result> {
    return new Promise((done, failed) => {
      this.#waiting.push({ item, done, failed });
      this.#nextSoon();
    });
  }

  /** After what is ready to run: the answers of one statement lead to the next ones, which then go together. */
  #nextSoon(): void {
    if (this.#soon || this.#underWay >= this.#atOnce) return;
    this.#soon = true;
    setImmediate(() => {
      this.#soon = false;
      this.#next();
    });
  }

  #next(): void {
    while (this.#underWay < this.#atOnce && this.#waiting.length > 0) {
      // Shared out over the statements that may run, so that one is read by the server while another's answers
      // are worked on here.
      const share = Math.ceil(this.#waiting.length / (this.#atOnce - this.#underWay));
      this.#underWay += 1;
      void this.#together(this.#take(Math.min(share, this.#largest))).finally(() => {
        this.#underWay -= 1;
        if (this.#waiting.length > 0) this.#nextSoon();
      });
    }
  }

  #take(most: number): Waiting<Item, Result>[] {
    const used = new Set<string>();
    const batch: Waiting<Item, Result>[] = [];
    const later: Waiting<Item, Result>[] = [];
    for (const waiting of this.#waiting) {
      const keys = this.#keys(waiting.item);
      const fits = batch.length < most && !keys.some((key) => used.has(key));
      (fits ? batch : later).push(waiting);
      for (const key of keys) used.add(key);
    }
    this.#waiting = later;
    return batch;
  }

  async #together(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#run(batch.map(({ item }) => item));
      batch.forEach((waiting, i) => {
        waiting.done(results[i] as Result);
      });
    } catch (error) {
      // A server that doesn't answer won't answer each of them either: all wait for it by their own patience.
      if (batch.length === 1 || isFault(error, 'unreachable'))
        for (const waiting of batch) waiting.failed(error);
      else for (const waiting of batch) await this.#together([waiting]);
    }
  }
}

interface Waiting<Item, Result> {
  item: Item;
  done(result: Result): void;
  failed(error: unknown): void;
}
