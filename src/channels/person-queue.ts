/**
 * Work of one person runs in the order it was given; different people never wait for each other. The database
 * keeps turns of one person apart whichever process takes them (the dialogue's version); this keeps their order
 * within a process, so that two quick answers can't overtake each other on their way there.
 */
export class PersonQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Runs the work behind everything given for this person before; its result or error is the caller's. */
  run<T>(person: string, work: () => Promise<T>): Promise<T> {
    const result = (this.#tails.get(person) ?? Promise.resolve()).then(work);
    // The caller gets the error; the next one's turn comes whatever became of this one.
    const tail = result.catch(() => undefined);
    this.#tails.set(person, tail);
    tail.then(() => {
      if (this.#tails.get(person) === tail) this.#tails.delete(person);
    });
    return result;
  }

  /** People with work under way. */
  get size(): number {
    return this.#tails.size;
  }

  /** Resolves when everything given so far is done. */
  async idle(): Promise<void> {
    await Promise.all(this.#tails.values());
  }
}
