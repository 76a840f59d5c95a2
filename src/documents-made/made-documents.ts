import type { Content } from '../channels/channel.ts';

/** Redeliveries come within seconds; what was made for so many replies is at hand for them. */
const KEPT = 16;

/** Documents just made: a message that comes again while its sheet is still being made does not make it twice. */
export class MadeDocuments {
  readonly #made = new Map<string, Promise<Content | undefined>>();

  /** What was made under this key, or what `make` makes now. */
  once(key: string, make: () => Promise<Content | undefined>): Promise<Content | undefined> {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const making = make();
    this.#made.set(key, making);
    // Whoever asked hears of the failure; the next one who asks has it made anew.
    making.catch(() => this.#made.delete(key));
    const [oldest] = this.#made.keys();
    if (this.#made.size > KEPT && oldest !== undefined) this.#made.delete(oldest);
    return making;
  }
}
