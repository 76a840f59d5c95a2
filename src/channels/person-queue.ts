/**
 * Work of one person runs in the order it was given; different people never wait for each other.
 * Several processes keep the same order by the lock on the person's row; this one keeps it within a process,
 * so that two quick answers can't overtake each other on their way to the database.
 */
export class PersonQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  run<T>(person: string, work: () => Promise<T>): Promise<T> {
    const result = (this.#tails.get(person) ?? Promise.resolve()).then(work);
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
