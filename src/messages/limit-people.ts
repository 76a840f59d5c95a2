import { tooFast } from '../../conversations/dialogues/too-fast.ts';
import type { Inbound, Receive, Received } from '../channels/channel.ts';
import { RateLimiter, type TalkRate } from '../channels/rate-limit.ts';
import type { Log } from '../setting/log.ts';
import { answerTo } from './receive-message.ts';

/** Enough for a phone that sends an hour's words when it finds the net again; platforms pass 30 answers a minute. */
const perPerson: TalkRate = { burst: 30, everyMs: 2_000 };
/** Messages whose ids are remembered as counted; redeliveries come within minutes. */
const REMEMBERED = 20_000;

/**
 * Counts what a person says in one chat. A message counts once, however often it is delivered, and one that the bot
 * refused doesn't count. It lives as long as the process and needs not be exact.
 */
export class PeopleLimit {
  readonly #limiter: RateLimiter;
  readonly #counted = new Set<string>();
  /** Who has messages put aside, and the number of the last one put there or being put. */
  readonly #behind = new Map<string, number>();
  readonly #told = new Set<string>();
  #number = 0;

  constructor(now: () => number, rate: TalkRate = perPerson) {
    this.#limiter = new RateLimiter(rate, now);
  }

  /** May this message be answered now? `false`: it must wait, as it came too fast or behind others that wait. */
  take(person: string, message: string): boolean {
    if (this.#behind.has(person)) return false;
    if (this.#counted.has(message)) return true;
    if (this.#limiter.take(person) > 0) return false;
    this.#counted.add(message);
    for (const oldest of this.#counted) {
      if (this.#counted.size <= REMEMBERED) break;
      this.#counted.delete(oldest);
    }
    return true;
  }

  /** The message was refused: whoever brings it again brings the same one. */
  giveBack(person: string, message: string): void {
    if (this.#counted.delete(message)) this.#limiter.giveBack(person);
  }

  /** May one that was put aside be answered now? */
  takeWaiting(person: string): boolean {
    return this.#limiter.take(person) === 0;
  }

  /** A message of his is put aside; from now on his others wait behind it. True when he is to be told, once. */
  putAside(person: string, mayTell: boolean): boolean {
    this.#number += 1;
    this.#behind.set(person, this.#number);
    const tell = mayTell && !this.#told.has(person);
    if (tell) this.#told.add(person);
    return tell;
  }

  /** Is anybody known to wait? */
  get anybodyWaits(): boolean {
    return this.#behind.size > 0;
  }

  /** To be given back to `nowWaiting` with what was found since. */
  beginLooking(): number {
    return this.#number;
  }

  /** Who waits by the database, as it was looked up from `since` on. */
  nowWaiting(people: readonly string[], since: number): void {
    const found = new Set(people);
    for (const [person, number] of this.#behind) {
      if (found.has(person) || number > since) continue;
      this.#behind.delete(person);
      this.#told.delete(person);
    }
    for (const person of found) if (!this.#behind.has(person)) this.#behind.set(person, since);
  }
}

/** Stores a message to be answered later; false where this person has too many of them. */
export type PutAside = (inbound: Inbound, person: string) => Promise<boolean>;

/**
 * A receiver with a limit on messages per person and chat: what is over it is stored and answered later in its order
 * (answer-waiting.ts). The person is told once; in a group only who spoke to the bot. Nothing is acknowledged that isn't
 * stored: with too many waiting it fails, and the platform delivers again.
 */
export function limitPeople(receive: Receive, limit: PeopleLimit, putAside: PutAside, log: Log): Receive {
  return async (inbound) => {
    const person = limitedPerson(inbound);
    const message = `${inbound.channel}\n${inbound.messageId}`;
    if (limit.take(person, message)) {
      try {
        return await receive(inbound);
      } catch (error) {
        limit.giveBack(person, message);
        throw error;
      }
    }
    const overheard = inbound.chat.kind === 'room' && !inbound.chat.mentioned;
    const tell = limit.putAside(person, !overheard);
    if (!(await putAside(inbound, person)))
      throw new Error('Too many messages of one person are waiting; this one was not taken.');
    if (!tell) return nothing;
    log.warn({ channel: inbound.channel }, 'a person sends faster than he is answered');
    return told(inbound);
  };
}

const nothing: Received = { replies: [], sent: () => undefined };

/** Whose order it is: the person's in this chat. */
function limitedPerson({ from, chat }: Pick<Inbound, 'from' | 'chat'>): string {
  return [from.externalId, chat.kind === 'room' ? chat.externalId : ''].join('\n');
}

function told(inbound: Inbound): Received {
  const { content, chat } = inbound;
  const words = 'text' in content ? (content.text ?? '') : '';
  const text = tooFast({ words, inRoom: chat.kind === 'room' });
  const reply = {
    to: answerTo(inbound),
    content: { type: 'text' as const, text },
    key: `${inbound.messageId}/later`,
  };
  return { ...nothing, replies: [reply] };
}
