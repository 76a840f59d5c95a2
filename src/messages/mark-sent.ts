import { randomUUID } from 'node:crypto';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { forwardNow } from '../../db/base/forward-clock.ts';
import { write } from '../../db/base/transaction.ts';
import { type Carried, forgetCarrier, forgetCarriers, noteCarried } from '../../db/turn/carriers.ts';
import { type MessageName, markSent } from '../../db/turn/inbox.ts';
import type { Workplace } from '../setting/workplace.ts';

/**
 * Replies that went out are marked lazily, many at once: nothing waits for it, and a lost mark costs one repeat.
 */
export interface SentMarks {
  /** Takes on to send a message's replies, before they are stored; null: that message is marked by itself. */
  carry(): Carried | null;
  /** What was taken on is stored, or its storing was given up: it can't be stored later than this. */
  settled(carried: Carried): void;
  sent(message: MessageName, carried: Carried | null): void;
}

/** Marks that are kept for a while before they are written. */
interface KeptMarks extends SentMarks {
  /** Writes what is left; false where it could not be written. */
  flush(): Promise<boolean>;
  /** Called before the process ends; a process that has sent everything leaves nothing behind. */
  close(): Promise<void>;
}

const noteEveryMs = 200;
/** While the database is away. Shorter than the delivery loop's rest after trouble (delivery-loop.ts). */
const againAfterMs = 1_500;
/** Longer than the delivery loop's grace: by then it has sent the replies, or will. */
const carriesForMs = 60_000;
const dayMs = 24 * 60 * 60_000;

/** Marks for a process that stays: it notes how far all of its replies are sent, in one row (db/turn/carriers.ts). */
export function makeSentMarks(
  place: Pick<Workplace, 'database' | 'county' | 'log'>,
  now: () => number = forwardNow,
): KeptMarks {
  return new CarriedMarks(place, now);
}

class CarriedMarks implements KeptMarks {
  readonly #place: Pick<Workplace, 'database' | 'county' | 'log'>;
  readonly #now: () => number;
  readonly #carrier = randomUUID();
  /** Numbers whose messages are being stored, for as long as that takes: to give one up would lose its replies. */
  readonly #storing = new Set<number>();
  /** Number → since when its replies are to be sent, the longest first. */
  readonly #open = new Map<number, number>();
  #through = 0;
  /** Nothing is carried before the database knows the carrier: what it left behind could not be found. */
  #notedAt = Number.NEGATIVE_INFINITY;
  /** Messages that are not carried. */
  #single: MessageName[] = [];
  #changed = false;
  #closed = false;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<boolean> = Promise.resolve(true);

  constructor(place: Pick<Workplace, 'database' | 'county' | 'log'>, now: () => number) {
    this.#place = place;
    this.#now = now;
  }

  carry(): Carried | null {
    if (this.#closed) return null;
    if (this.#now() - this.#notedAt > dayMs) {
      this.#noteSoon();
      return null;
    }
    this.#through += 1;
    this.#storing.add(this.#through);
    return { carrier: this.#carrier, number: this.#through };
  }

  settled({ number }: Carried): void {
    if (!this.#storing.delete(number)) return;
    this.#open.set(number, this.#now());
    // A channel that never says what it sent gives no other occasion.
    if (this.#overdue().length > 0) this.#noteSoon();
  }

  sent(message: MessageName, carried: Carried | null): void {
    const { number } = carried ?? { number: 0 };
    if (!this.#open.delete(number) && !this.#storing.delete(number)) this.#single.push(message);
    this.#noteSoon();
  }

  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#note());
    return this.#writing;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const noted = await this.flush();
    const isKnown = this.#notedAt > Number.NEGATIVE_INFINITY;
    if (!noted || !isKnown || this.#storing.size + this.#open.size > 0) return;
    const { database, county, log } = this.#place;
    await write(database, wholeCounty(county), (tx) => forgetCarrier(tx, this.#carrier)).catch((error) =>
      log.warn({ err: error }, 'a carrier could not be forgotten'),
    );
  }

  #noteSoon(afterMs = noteEveryMs): void {
    this.#changed = true;
    this.#timer ??= setTimeout(() => void this.flush(), afterMs).unref();
  }

  /** What is open for longer than the process sends by itself. */
  #overdue(): number[] {
    const before = this.#now() - carriesForMs;
    const overdue: number[] = [];
    for (const [number, since] of this.#open) {
      if (since >= before) break;
      overdue.push(number);
    }
    return overdue;
  }

  async #note(): Promise<boolean> {
    if (!this.#changed) return true;
    const { database, county, log } = this.#place;
    const at = this.#now();
    const single = this.#single.splice(0);
    const open = [...this.#storing, ...this.#open.keys()];
    const released = this.#overdue().map((number) => [number, this.#open.get(number) ?? at] as const);
    // From here on they are marked by themselves, also if one is sent while this is written.
    for (const [number] of released) this.#open.delete(number);
    const numbers = released.map(([number]) => number);
    const note = { id: this.#carrier, through: this.#through, open, released: numbers };
    this.#changed = false;
    try {
      await write(
        database,
        wholeCounty(county),
        async (tx) => {
          if (single.length > 0) await markSent(tx, single, new Date(at));
          if (at - this.#notedAt > dayMs) await forgetCarriers(tx);
          await noteCarried(tx, note);
        },
        'loop',
      );
      this.#notedAt = at;
      return true;
    } catch (error) {
      log.warn({ err: error, count: single.length }, 'sent replies could not be marked');
      this.#single.unshift(...single);
      this.#reopen(released);
      this.#noteSoon(againAfterMs);
      return false;
    }
  }

  #reopen(released: readonly (readonly [number, number])[]): void {
    const later = [...this.#open];
    this.#open.clear();
    for (const [number, since] of [...released, ...later]) this.#open.set(number, since);
  }
}
