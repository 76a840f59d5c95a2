/** Leaves a failing service alone for a while, and never asks it more often a day than is paid for. */
export class Breaker {
  readonly #now: () => number;
  readonly #daily: number;
  #failures = 0;
  #restsUntil = 0;
  #day = -1;
  #asked = 0;

  constructor(options: { now: () => number; daily: number }) {
    this.#now = options.now;
    this.#daily = options.daily;
  }

  /** Whether it may be asked now; counts the asking. */
  lets(): boolean {
    const now = this.#now();
    const day = Math.floor(now / 86_400_000);
    if (day !== this.#day) [this.#day, this.#asked] = [day, 0];
    if (now < this.#restsUntil || this.#asked >= this.#daily) return false;
    this.#asked++;
    return true;
  }

  worked(): void {
    this.#failures = 0;
  }

  /** After three failures on end it is left alone for a minute. */
  failed(): void {
    this.#failures++;
    if (this.#failures < 3) return;
    this.#restsUntil = this.#now() + 60_000;
    this.#failures = 0;
  }
}
