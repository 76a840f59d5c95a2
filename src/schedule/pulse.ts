import { isFault } from '../../db/base/faults.ts';

/** What goes round by itself in a running bot, and after how long without a round that went well it stands still. */
const roundsAtMostMs = { delivery: 120_000, schedule: 300_000 } as const;

export type Round = keyof typeof roundsAtMostMs;

interface Beat {
  round: Round;
  /** Since the last one that went well, or since the start. */
  ageMs: number;
  still: boolean;
}

/** How long it was told that the disk is full: passes come every ten seconds then. */
const fullForMs = 60_000;

/** Says whether the loops go round. By a clock that only goes forward, whatever is done to the machine's. */
export class Pulse {
  readonly #now: () => number;
  readonly #last = new Map<Round, number>();
  #fullAt = Number.NEGATIVE_INFINITY;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    for (const round of Object.keys(roundsAtMostMs) as Round[]) this.#last.set(round, now());
  }

  beat(round: Round): void {
    this.#last.set(round, this.#now());
  }

  /** A round failed; what is worth telling of the reason is kept. */
  missed(error: unknown): void {
    if (isFault(error, 'full')) this.#fullAt = this.#now();
  }

  beats(): Beat[] {
    return [...this.#last].map(([round, at]) => {
      const ageMs = this.#now() - at;
      return { round, ageMs, still: ageMs > roundsAtMostMs[round] };
    });
  }

  /** Did the database say a moment ago that its disk is full? */
  get diskIsFull(): boolean {
    return this.#now() - this.#fullAt < fullForMs;
  }
}
