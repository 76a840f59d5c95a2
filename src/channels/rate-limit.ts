/** Lets a person say `burst` things at once and one more every `everyMs`. */
export interface TalkRate {
  burst: number;
  everyMs: number;
}

const MAX_PEOPLE = 10_000;

/**
 * A bucket per person, in this process's memory: it keeps one person from crowding out others. Nothing depends
 * on its being exact.
 */
export class RateLimiter {
  readonly #rate: TalkRate;
  readonly #now: () => number;
  /** When a person's bucket will be full again. */
  readonly #fullAt = new Map<string, number>();

  constructor(rate: TalkRate, now: () => number) {
    this.#rate = rate;
    this.#now = now;
  }

  /** 0 when it is let through, else the milliseconds to wait. */
  take(person: string): number {
    const now = this.#now();
    const { burst, everyMs } = this.#rate;
    const fullAt = Math.max(this.#fullAt.get(person) ?? 0, now) + everyMs;
    const wait = fullAt - now - burst * everyMs;
    if (wait > 0) return wait;
    this.#fullAt.delete(person);
    this.#fullAt.set(person, fullAt);
    if (this.#fullAt.size > MAX_PEOPLE) this.#forget(now);
    return 0;
  }

  /** What was taken didn't come to anything: it doesn't count. */
  giveBack(person: string): void {
    const fullAt = this.#fullAt.get(person);
    if (fullAt !== undefined) this.#fullAt.set(person, fullAt - this.#rate.everyMs);
  }

  #forget(now: number): void {
    for (const [person, fullAt] of this.#fullAt) {
      if (fullAt <= now || this.#fullAt.size > MAX_PEOPLE) this.#fullAt.delete(person);
    }
  }
}
