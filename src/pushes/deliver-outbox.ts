import { wholeCounty } from '../../conversations/access/scope.ts';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import { isQuiet } from '../../conversations/pushes/schedule.ts';
import { sayTooHeavy } from '../../conversations/pushes/undelivered.ts';
import type { Database } from '../../db/base/connect.ts';
import { type Tx, write } from '../../db/base/transaction.ts';
import {
  type ClaimedPush,
  claimPushes,
  holdChannel,
  parkUseless,
  type Settlement,
  settlePush,
} from '../../db/outbox/outbox.ts';
import { adoptReplies } from '../../db/outbox/outbox-intake.ts';
import { readPushSettings } from '../../db/pushes/asked.ts';
import type { Channel, Outbound, SendResult } from '../channels/channel.ts';
import { type ChannelLog, reasonOf } from '../channels/channel-log.ts';
import { backoffMs, CLAIM_FRESH_MS, channelPace, receiverPauseMs } from '../channels/send-pace.ts';
import { type Making, nextPart } from './outbox-message.ts';
import { reportUndelivered } from './report-undelivered.ts';

/** A process that died with a claim: another may have it after this. Longer than the slowest send. */
const LEASE_MS = 3 * 60_000;
/** Claims per channel and pass, and sends under way at once. */
const BATCH = 24;
const AT_ONCE = 6;
/** A reply not marked as sent by now was not sent: direct sends begin within seconds and end soon after. */
const REPLY_GRACE_MS = 45_000;
/** Tried so often, then parked. With the pauses between, that is some two hours. */
const MAX_ATTEMPTS = 10;
/** Attempts that are not the message's fault don't count, but not for ever. */
const BLAMELESS_FOR_MS = 24 * 60 * 60_000;

export interface Delivery {
  database: Database;
  county: CountyCode;
  log: ChannelLog;
  /** Those that this process runs; messages of others are left to other processes. */
  channels: readonly Channel[];
  /** Names this process among those that deliver. */
  worker: string;
  now(): number;
  random(): number;
  making: Making;
  /** Notes what this process sent by itself; false where it could not. Without it that is no matter. */
  noteSent?(): Promise<boolean>;
  /** Whether to look for replies that were left behind (yes). */
  adopts?: boolean;
}

/** What one pass did. */
export interface Pass {
  sent: number;
  later: number;
  parked: number;
  adopted: number;
}

/**
 * One pass over the outbox: takes up replies left behind, claims what may go now, sends it outside of any
 * transaction and settles each message at once. Any number of processes may do this; the claims keep them apart
 * and keep the platforms' limits (db/outbox/outbox.ts). A process that dies between a send and its settling costs one
 * repetition of that one message, which platforms that know repetitions drop.
 */
export async function deliverOutbox(delivery: Delivery): Promise<Pass> {
  const pass: Pass = { sent: 0, later: 0, parked: 0, adopted: 0 };
  const ready = delivery.channels.filter((channel) => channel.ready?.() ?? true);
  if (ready.length === 0) return pass;
  // Before anything is taken for left behind: the database may have been away since.
  if ((await delivery.noteSent?.()) === false) throw new Error('What was sent could not be noted yet.');
  const now = delivery.now();
  const quiet = await inCounty(delivery, async (tx) => {
    const channels = ready.map(({ name }) => name);
    if (delivery.adopts !== false)
      pass.adopted = await adoptReplies(tx, { channels, before: now - REPLY_GRACE_MS, now, limit: 200 });
    await parkUseless(tx, now);
    return isQuiet(now, await readPushSettings(tx));
  });
  await Promise.all(ready.map((channel) => deliverChannel(delivery, channel, pass, quiet)));
  return pass;
}

function inCounty<T>({ database, county }: Delivery, work: (tx: Tx) => Promise<T>): Promise<T> {
  return write(database, wholeCounty(county), work, 'loop');
}

async function deliverChannel(
  delivery: Delivery,
  channel: Channel,
  pass: Pass,
  quiet: boolean,
): Promise<void> {
  const claimedAt = delivery.now();
  const claim = {
    channel: channel.name,
    worker: delivery.worker,
    now: claimedAt,
    limit: BATCH,
    leaseMs: LEASE_MS,
    quiet,
  };
  const pace = channelPace(channel.capabilities.rate);
  const claimed = await inCounty(delivery, (tx) => claimPushes(tx, { ...claim, pace }));
  const run = new ChannelRun(delivery, channel, pass, claimedAt);
  const waiting = [...claimed];
  const sender = async () => {
    for (let push = waiting.shift(); push !== undefined; push = waiting.shift()) await run.deliver(push);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  const { heldUntil, undelivered } = run;
  if (heldUntil !== null)
    await inCounty(delivery, (tx) =>
      holdChannel(tx, channel.name, { until: heldUntil, at: delivery.now(), pace }),
    );
  if (undelivered !== null) await reportUndelivered(delivery, channel.name, undelivered);
}

/** The claimed messages of one channel and pass; a fault of the channel as a whole gives the rest back. */
class ChannelRun {
  readonly #delivery: Delivery;
  readonly #channel: Channel;
  readonly #pass: Pass;
  readonly #claimedAt: number;
  heldUntil: number | null = null;
  /** Why the last message was parked that should have arrived. */
  undelivered: string | null = null;

  constructor(delivery: Delivery, channel: Channel, pass: Pass, claimedAt: number) {
    this.#delivery = delivery;
    this.#channel = channel;
    this.#pass = pass;
    this.#claimedAt = claimedAt;
  }

  async deliver(push: ClaimedPush): Promise<void> {
    const now = this.#delivery.now();
    // The paces count from the claim: a message that waited too long for its turn is claimed again.
    if (this.heldUntil !== null || now - this.#claimedAt > CLAIM_FRESH_MS) {
      const why = 'given back';
      await this.#settle(push, { is: 'later', dueAt: this.heldUntil ?? now, why, blameless: true }, now);
      return;
    }
    const { making, log } = this.#delivery;
    try {
      const part = await nextPart(push, this.#channel.capabilities, making, now);
      const result = part.message ? await this.#send(part.message) : ({ is: 'sent' } as const);
      await this.#conclude(push, result, part.last);
    } catch (thrown) {
      log.error({ key: push.key, why: reasonOf(thrown) }, 'a push could not be sent');
      await this.#conclude(push, { is: 'retry', afterMs: 0, why: reasonOf(thrown) }, true);
    }
  }

  /** What the platform finds too heavy it will never take: who waits for it is told so in words. */
  async #send(message: Outbound): Promise<SendResult> {
    const result = await this.#channel.send(message);
    const { type } = message.content;
    if (result.is !== 'refused' || result.tooHeavy !== true || type === 'text') return result;
    this.#delivery.log.warn(
      { key: message.key, why: result.why },
      'a document was too heavy for its platform',
    );
    return this.#channel.send({ ...message, content: { type: 'text', text: sayTooHeavy(type) } });
  }

  async #conclude(push: ClaimedPush, result: SendResult, last: boolean): Promise<void> {
    const now = this.#delivery.now();
    const after = now + receiverPauseMs(this.#channel.capabilities.rate);
    if (result.is === 'sent') {
      const next = { is: 'partSent', partsSent: push.partsSent + 1, at: now } as const;
      this.#pass.sent += last ? 1 : 0;
      await this.#settle(push, last ? { is: 'sent', at: now } : next, after);
    } else if (result.is === 'refused') {
      await this.#park(push, result.why, after);
    } else {
      await this.#postpone(push, result, after);
    }
  }

  async #postpone(
    push: ClaimedPush,
    result: Extract<SendResult, { is: 'retry' }>,
    after: number,
  ): Promise<void> {
    const now = this.#delivery.now();
    const blameless = result.fault !== undefined && now - push.createdAt.getTime() < BLAMELESS_FOR_MS;
    if (!blameless && push.attempts >= MAX_ATTEMPTS) return this.#park(push, result.why, after);
    const pause = blameless ? result.afterMs : backoffMs(push.attempts, this.#delivery.random());
    const dueAt = now + Math.max(result.afterMs, pause);
    if (result.fault === 'channel') this.heldUntil = Math.max(this.heldUntil ?? 0, dueAt);
    this.#pass.later++;
    this.#delivery.log.warn(
      { key: push.key, why: result.why, attempts: push.attempts },
      'a push is tried again',
    );
    const settlement = {
      is: 'later',
      dueAt,
      why: result.why,
      ...(blameless ? { blameless: true as const } : {}),
    } as const;
    await this.#settle(push, settlement, result.fault === 'route' ? dueAt : after);
  }

  async #park(push: ClaimedPush, why: string, after: number): Promise<void> {
    this.#pass.parked++;
    if (!push.key.startsWith('undelivered/')) this.undelivered = why;
    this.#delivery.log.error({ key: push.key, why, attempts: push.attempts }, 'a push was given up');
    await this.#settle(push, { is: 'parked', at: this.#delivery.now(), why }, after);
  }

  async #settle(claimed: ClaimedPush, settlement: Settlement, nextAt: number): Promise<void> {
    const { worker, now } = this.#delivery;
    const channel = this.#channel.name;
    await inCounty(this.#delivery, (tx) =>
      settlePush(tx, { channel, worker, claimed, settlement, at: now(), nextAt }),
    );
  }
}
