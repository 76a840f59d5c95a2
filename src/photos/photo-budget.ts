/** What one person's photos may cost: so much at once, and so much again every minute. */
interface Allowance {
  atOnce: number;
  perMinute: number;
}

/** Forty photos straight from a phone at once, or some two hundred from the page, which shrinks them first. */
const BYTES: Allowance = { atOnce: 120_000_000, perMinute: 20_000_000 };
const PIXELS: Allowance = { atOnce: 600_000_000, perMinute: 100_000_000 };

const MAX_PEOPLE = 10_000;

interface Spent {
  bytes: number;
  pixels: number;
  at: number;
}

/**
 * Photos by what they cost and not by their number: one person's keep no others waiting. In this process's memory;
 * nothing depends on its being exact.
 */
export class PhotoBudget {
  readonly #spent = new Map<string, Spent>();
  readonly #now: () => number;

  /** @param now monotonic milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** May this person send another? What it costs is known afterwards. */
  allows(person: string): boolean {
    const { bytes, pixels } = this.#ofPerson(person);
    return bytes < BYTES.atOnce && pixels < PIXELS.atOnce;
  }

  charge(person: string, cost: { bytes: number; pixels: number }): void {
    const spent = this.#ofPerson(person);
    this.#spent.delete(person);
    this.#spent.set(person, {
      bytes: spent.bytes + cost.bytes,
      pixels: spent.pixels + cost.pixels,
      at: this.#now(),
    });
    for (const oldest of this.#spent.keys()) {
      if (this.#spent.size <= MAX_PEOPLE) break;
      this.#spent.delete(oldest);
    }
  }

  #ofPerson(person: string): Omit<Spent, 'at'> {
    const spent = this.#spent.get(person);
    if (spent === undefined) return { bytes: 0, pixels: 0 };
    const minutes = (this.#now() - spent.at) / 60_000;
    return {
      bytes: Math.max(0, spent.bytes - minutes * BYTES.perMinute),
      pixels: Math.max(0, spent.pixels - minutes * PIXELS.perMinute),
    };
  }
}
