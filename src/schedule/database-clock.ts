/** How a clock was found to have moved, milliseconds: back (less than 0) or ahead. `null`: just begun, nobody knows. */
type ClockStep = number | null;

interface DatabaseClockOptions {
  /** What the database's clock says, milliseconds since 1970. */
  ask(): Promise<number>;
  /** Sets right what lies in the database by a clock that has moved since. Awaited before the new time is told. */
  repair(step: ClockStep, now: number): Promise<void>;
  /** Goes at the pace of time whatever is done to the machine's clock. */
  steady?: () => number;
}

/** More than a slow answer can explain. */
const stepMs = 2_000;

/**
 * The database's clock as this process knows it: what processes tell each other by moments (leases, paces, what is
 * due) is told by one clock. Between two askings it goes by itself, so it never jumps in the middle of a pass.
 */
export class DatabaseClock {
  readonly #options: DatabaseClockOptions;
  readonly #steady: () => number;
  #offset: number | null = null;

  constructor(options: DatabaseClockOptions) {
    this.#options = options;
    this.#steady = options.steady ?? (() => performance.now());
  }

  /** Milliseconds since 1970; the machine's clock until the database was asked for the first time. */
  readonly now = (): number => (this.#offset === null ? Date.now() : this.#steady() + this.#offset);

  /** Asks the database, and has repaired what a step left wrong. */
  async sync(): Promise<void> {
    const asked = this.#steady();
    const told = await this.#options.ask();
    const heard = this.#steady();
    const offset = told - (asked + heard) / 2;
    const step = this.#offset === null ? null : offset - this.#offset;
    if (step === null || Math.abs(step) > stepMs + (heard - asked)) await this.#options.repair(step, told);
    this.#offset = offset;
  }
}
