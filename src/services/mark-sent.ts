import { randomUUID } from 'node:crypto';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { type Carried, forgetCarriers, noteCarried } from '../../db/carriers.ts';
import { type MessageName, markSent } from '../../db/inbox.ts';
import { write } from '../../db/transaction.ts';
import type { Workplace } from '../workplace.ts';

/**
 * Replies that went out are marked lazily, many at once: nothing waits for it, and a lost mark costs one repeat.
 */
export interface SentMarks {
  /** Takes on to send a message's replies, before they are stored; null: that message is marked by itself. */
  carry(): Carried | null;
  sent(message: MessageName, carried: Carried | null): void;
  /** Writes what is left; called before the process ends. */
  flush(): Promise<void>;
}

const noteEveryMs = 200;
/** While the database is away. */
const againAfterMs = 5_000;
/** Longer than the delivery loop's grace: by then it has sent the replies, or will. */
const carriesForMs = 60_000;
const dayMs = 24 * 60 * 60_000;

/** Marks for a process that stays: it notes how far all of its replies are sent, in one row (db/carriers.ts). */
export function makeSentMarks(
  place: Pick<Workplace, 'database' | 'county' | 'log'>,
  now: () => number = Date.now,
): SentMarks {
  return new CarriedMarks(place, now);
}

class CarriedMarks implements SentMarks {
  readonly #place: Pick<Workplace, 'database' | 'county' | 'log'>;
  readonly #now: () => number;
  readonly #carrier = randomUUID();
  /** Number → since when it is carried. */
  readonly #open = new Map<number, number>();
  #through = 0;
  /** Nothing is carried before the database knows the carrier: what it left behind could not be found. */
  #notedAt = Number.NEGATIVE_INFINITY;
  /** Messages that are not carried. */
  #single: MessageName[] = [];
  #changed = false;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(place: Pick<Workplace, 'database' | 'county' | 'log'>, now: () => number) {
    this.#place = place;
    this.#now = now;
  }

  carry(): Carried | null {
    if (this.#now() - this.#notedAt > dayMs) {
      this.#noteSoon();
      return null;
    }
    this.#through += 1;
    this.#open.set(this.#through, this.#now());
    return { carrier: this.#carrier, number: this.#through };
  }

  sent(message: MessageName, carried: Carried | null): void {
    if (carried === null) this.#single.push(message);
    else this.#open.delete(carried.number);
    this.#noteSoon();
  }

  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#note());
    return this.#writing;
  }

  #noteSoon(afterMs = noteEveryMs): void {
    this.#changed = true;
    this.#timer ??= setTimeout(() => void this.flush(), afterMs).unref();
  }

  async #note(): Promise<void> {
    if (!this.#changed) return;
    const { database, county, log } = this.#place;
    const at = this.#now();
    const single = this.#single.splice(0);
    const released = [...this.#open].flatMap(([number, since]) =>
      at - since > carriesForMs ? [number] : [],
    );
    const note = {
      id: this.#carrier,
      through: this.#through,
      open: [...this.#open.keys()],
      released,
      at: new Date(at),
    };
    this.#changed = false;
    try {
      await write(database, wholeCounty(county), async (tx) => {
        if (single.length > 0) await markSent(tx, single, note.at);
        if (at - this.#notedAt > dayMs) await forgetCarriers(tx, new Date(at - 2 * dayMs));
        await noteCarried(tx, note);
      });
      for (const number of released) this.#open.delete(number);
      this.#notedAt = at;
    } catch (error) {
      log.warn({ err: error, count: single.length }, 'sent replies could not be marked');
      this.#single.unshift(...single);
      this.#noteSoon(againAfterMs);
    }
  }
}
