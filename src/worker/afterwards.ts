/** Work that goes on behind a request's answer, and what is done when all of it has ended. */
export class Afterwards {
  readonly #underway = new Set<Promise<unknown>>();

  readonly add = (work: Promise<unknown>): void => {
    const settled = work.then(
      () => undefined,
      () => undefined,
    );
    this.#underway.add(settled);
    void settled.then(() => this.#underway.delete(settled));
  };

  /** Resolves when nothing is under way any more, whatever was added meanwhile. */
  async ended(): Promise<void> {
    while (this.#underway.size > 0) await Promise.all(this.#underway);
  }
}
