import { tooFast } from '../../conversations/dialogues/too-fast.ts';
import type { Inbound, Receive, Received } from '../channels/channel.ts';
import { type Rate, RateLimiter } from '../channels/rate-limit.ts';
import type { Log } from '../setting/log.ts';
import { answerTo } from './receive-message.ts';

/** Enough for a phone that sends an hour's words when it finds the net again; platforms pass 30 answers a minute. */
const perPerson: Rate = { burst: 30, everyMs: 2_000 };
/** Whoever went too fast is left alone that long: two bots that answer each other fall silent. */
const REST_MS = 30_000;
const MAX_RESTING = 10_000;

/** Lets a person say only so much at a time in one chat. It lives as long as the process and needs not be exact. */
export class PeopleLimit {
  readonly #limiter: RateLimiter;
  readonly #now: () => number;
  /** Until when nothing is taken of a person, and whether he knows. */
  readonly #resting = new Map<string, { until: number; told: boolean }>();

  constructor(now: () => number, rate: Rate = perPerson) {
    this.#limiter = new RateLimiter(rate, now);
    this.#now = now;
  }

  /** `tell` comes once per rest, with the first message that is left out of those that may be answered. */
  take(person: string, mayTell = true): 'go' | 'tell' | 'rest' {
    const resting = this.#resting.get(person);
    if (resting !== undefined && this.#now() < resting.until) {
      const tell = mayTell && !resting.told;
      resting.told ||= tell;
      return tell ? 'tell' : 'rest';
    }
    this.#resting.delete(person);
    if (this.#limiter.take(person) === 0) return 'go';
    this.#resting.set(person, { until: this.#now() + REST_MS, told: mayTell });
    if (this.#resting.size > MAX_RESTING) this.#forget();
    return mayTell ? 'tell' : 'rest';
  }

  #forget(): void {
    for (const person of this.#resting.keys()) {
      if (this.#resting.size <= MAX_RESTING) return;
      this.#resting.delete(person);
    }
  }
}

/**
 * A receiver with a limit on messages per person and chat: what is over it is not claimed and not half recorded.
 * The person is told once from which message on; in a group only who spoke to the bot. It asks no database.
 */
export function limitPeople(receive: Receive, limit: PeopleLimit, log: Log): Receive {
  return async (inbound) => {
    const overheard = inbound.chat.kind === 'room' && !inbound.chat.mentioned;
    const taken = limit.take(keyOf(inbound), !overheard);
    if (taken === 'go') return receive(inbound);
    if (taken === 'rest') return nothing;
    log.warn({ channel: inbound.channel }, 'a person sends too fast and is made to rest');
    return toldToRest(inbound);
  };
}

const nothing: Received = { replies: [], sent: () => undefined };

function keyOf({ channel, from, chat }: Inbound): string {
  return [channel, from.externalId, chat.kind === 'room' ? chat.externalId : ''].join('\n');
}

function toldToRest(inbound: Inbound): Received {
  const { content, chat } = inbound;
  const words = 'text' in content ? (content.text ?? '') : '';
  const text = tooFast({ words, inRoom: chat.kind === 'room' }, REST_MS / 1000);
  const reply = {
    to: answerTo(inbound),
    content: { type: 'text' as const, text },
    key: `${inbound.messageId}/rest`,
  };
  return { ...nothing, replies: [reply] };
}
