import type { Message } from 'wechaty';
import { forwardNow } from '../../../db/base/forward-clock.ts';
import type { Capabilities, Channel, Inbound, Outbound, Receive, Received, SendResult } from '../channel.ts';
import { type ChannelLog, reasonOf, silentLog } from '../channel-log.ts';
import { PersonQueue } from '../person-queue.ts';
import { sendReplies } from '../send-replies.ts';
import { inboundOf } from './inbound.ts';
import { type PuppetConfig, PuppetKeeper } from './keeper.ts';
import { sendBy } from './outbound.ts';
import { wechatyPlatform } from './platform.ts';
import { type PuppetState, type SupervisorLimits, supervisorLimits } from './supervisor.ts';

export const WECHATY = wechatyPlatform.name;

/** A personal account that speaks fast is an account that is closed. */
const wechatyCapabilities: Capabilities = {
  rooms: true,
  mention: true,
  image: true,
  file: true,
  maxTextBytes: 2048,
  maxImageBytes: 5 * 1024 * 1024,
  rate: { total: { count: 12, perMs: 60_000 }, perReceiver: { count: 6, perMs: 60_000 } },
};

interface WechatyStatus {
  is: 'stopped' | PuppetState;
  /** Milliseconds since 1970. */
  since: number;
  /** What went wrong last, until the next login. */
  why: string | null;
}

/** Pauses between tries to take in a message, in milliseconds: the platform never delivers it again. */
interface Patience {
  first: number;
  longest: number;
  giveUpAfter: number;
}

export interface WechatyChannelOptions {
  log?: ChannelLog;
  now?: () => number;
  random?: () => number;
  limits?: Partial<SupervisorLimits>;
  checkMs?: number;
  patience?: Patience;
  /** Shows a QR code where the operator sees it. */
  show?(text: string): void;
}

/**
 * WeChat through any Wechaty puppet. Messages are taken in in the order the puppet reported them; while nobody
 * is logged in, sends are answered with `retry`, so that the outbox is the queue.
 */
export class WechatyChannel implements Channel {
  readonly name = wechatyPlatform.name;
  readonly capabilities = wechatyCapabilities;
  readonly #options: WechatyChannelOptions;
  readonly #log: ChannelLog;
  readonly #now: () => number;
  readonly #queue = new PersonQueue();
  readonly #keeper: PuppetKeeper;
  #running: AbortController | null = null;

  constructor(config: PuppetConfig, options: WechatyChannelOptions = {}) {
    this.#options = options;
    this.#log = options.log ?? silentLog;
    this.#now = options.now ?? forwardNow;
    const { random = Math.random, checkMs = 1_000, show, limits } = options;
    const watch = { random, checkMs, show, limits: { ...supervisorLimits, ...limits } };
    this.#keeper = new PuppetKeeper(config, { log: this.#log, now: this.#now, ...watch });
  }

  /** What the login's QR code says while one waits to be scanned. */
  qr(): string | null {
    return this.#keeper.qr;
  }

  status(): WechatyStatus {
    const { running, state, since, why } = this.#keeper;
    return { is: running ? state : 'stopped', since, why };
  }

  ready(): boolean {
    const { running, state, bot } = this.#keeper;
    return running && state === 'online' && bot?.isLoggedIn === true;
  }

  async send(message: Outbound): Promise<SendResult> {
    const { bot, running } = this.#keeper;
    return bot && running
      ? sendBy(bot, message)
      : { is: 'retry', afterMs: 10_000, why: 'stopped', fault: 'channel' };
  }

  async start(receive: Receive): Promise<void> {
    if (this.#keeper.running) return;
    const running = new AbortController();
    this.#running = running;
    await this.#keeper.start((message) => {
      const work = this.#queue.run(message.talker().id, () => this.#take(message, receive, running.signal));
      work.catch((thrown) =>
        this.#log.error({ message: message.id, why: reasonOf(thrown) }, 'a message was passed over'),
      );
    });
  }

  async stop(): Promise<void> {
    this.#running?.abort();
    await this.#keeper.stop();
    await this.#queue.idle();
  }

  async #take(message: Message, receive: Receive, signal: AbortSignal): Promise<void> {
    const { bot } = this.#keeper;
    if (bot === null || signal.aborted) return;
    const inbound = await inboundOf(bot, message, wechatyPlatform.name);
    if (inbound === null) return;
    const received = await this.#untilTaken(inbound, receive, signal);
    if (received === null) return;
    const takenAt = received.committedAt ?? this.#now();
    await sendReplies(this, received, this.#log, { now: this.#now, takenAt });
  }

  /** Gives the message in until it is taken, with growing pauses while the database is away. */
  async #untilTaken(inbound: Inbound, receive: Receive, signal: AbortSignal): Promise<Received | null> {
    const { first, longest, giveUpAfter } = this.#options.patience ?? {
      first: 1_000,
      longest: 30_000,
      giveUpAfter: 600_000,
    };
    const giveUpAt = this.#now() + giveUpAfter;
    for (let pause = first; !signal.aborted; pause = Math.min(pause * 2, longest)) {
      try {
        return await receive(inbound);
      } catch (thrown) {
        this.#log.error({ message: inbound.messageId, why: reasonOf(thrown) }, 'a message was not taken in');
        if (this.#now() + pause > giveUpAt) return null;
        await pausing(pause, signal);
      }
    }
    return null;
  }
}

function pausing(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(waiting);
      resolve();
    };
    const waiting = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
}
