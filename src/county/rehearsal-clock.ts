import { wholeCounty } from '../../conversations/access/scope.ts';
import { read, write } from '../../db/base/transaction.ts';
import { readClockOffset, saveClockOffset } from '../../db/made-up/rehearsal.ts';
import type { Workplace } from '../setting/workplace.ts';

type Place = Pick<Workplace, 'database' | 'county'>;

/** A clock that runs like the real one and can be put forward. Where it stands is kept, also over a restart. */
export class RehearsalClock {
  readonly #place: Place;
  #offset: number;

  private constructor(place: Place, offset: number) {
    this.#place = place;
    this.#offset = offset;
  }

  /** Opens the county's clock; one that was never set stands at `start`. */
  static async open(place: Place, start: number): Promise<RehearsalClock> {
    const kept = await read(place.database, wholeCounty(place.county), readClockOffset);
    const clock = new RehearsalClock(place, kept ?? 0);
    if (kept === null) await clock.moveTo(start);
    return clock;
  }

  readonly now = (): number => Date.now() + this.#offset;

  /** Only ever forward: what has happened stays before now. */
  async moveTo(at: number): Promise<void> {
    const offset = at - Date.now();
    this.#offset = offset;
    await write(this.#place.database, wholeCounty(this.#place.county), (tx) => saveClockOffset(tx, offset));
  }
}
