import { within } from '../deadline.ts';

/** One slow arrival holds up the others no longer than this. */
const HOLD_MS = 5_000;

/**
 * Hands things on in the order in which they were announced, although each may take its own time to load.
 * What takes too long, comes on its own later; what fails to load, or loads as nothing, is left out.
 */
export class InOrder<T> {
  readonly #next: (thing: T) => void;
  readonly #holdMs: number;
  #tail: Promise<void> = Promise.resolve();

  constructor(next: (thing: T) => void, holdMs = HOLD_MS) {
    this.#next = next;
    this.#holdMs = holdMs;
  }

  add(loading: Promise<T | undefined>): void {
    const loaded = loading.catch(() => undefined);
    const pass = (thing: T | undefined) => {
      if (thing !== undefined) this.#next(thing);
    };
    this.#tail = this.#tail.then(async () => {
      const outcome = await within(loaded, this.#holdMs);
      if (outcome.is === 'done') pass(outcome.value);
      else void loaded.then(pass);
    });
  }
}
