import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { Outbound, Receive, Received } from '../channel.ts';
import { SEND_WITHIN_MS } from '../send-replies.ts';
import { memberId } from './app-message.ts';
import { type BotMessage, botInbound, botMessage, type FetchPicture } from './bot-message.ts';
import { answerAt, hasPicture, type Parted, partedOf, streamOf } from './bot-reply.ts';
import { type CallbackOptions, callbackRoutes } from './callback-routes.ts';
import { encrypt, sign } from './crypto.ts';

const envelope = z.object({ encrypt: z.string().min(1) });

interface BotCallbackOptions extends CallbackOptions {
  channel: string;
  botName: string | null;
  fetch: typeof fetch;
  fetchPicture: FetchPicture;
  /** Is this an address of the platform's? Others are not called, whatever a message says. */
  mayCall(address: string): boolean;
  /** Sends what the answer to a message can't hold, each to whom it is for, and marks it all sent. */
  reply(received: Received, takenAt: number): Promise<void>;
}

/** Replies that have to travel inside the callback's own answer, and what to do once they did; or none. */
type InTheAnswer = { replies: readonly Outbound[]; given(): void } | null;

/** Messages answered behind their callback that are remembered; redeliveries come within seconds. */
const REMEMBERED = 2_000;

/**
 * The address the platform calls for a 智能机器人. Text replies go through the message's response address, where
 * the platform says whether they arrived; pictures, and messages without such an address, are answered in the
 * response itself. A redelivered message is answered in the response as well: its address is new, its reply old;
 * unless the first delivery is being answered behind its callback. What is private goes to its person alone.
 */
export function botCallback(options: BotCallbackOptions): Hono {
  const answeredBehind = new Remembered(REMEMBERED);
  const behind = (message: BotMessage, work: () => Promise<void>): void => {
    answeredBehind.add(message.msgid);
    options.behind(memberId(message.from.userid), work);
  };

  /** Claims the message; what must not be said in the answer is sent behind it. */
  const handle = async (message: BotMessage, receive: Receive): Promise<InTheAnswer> => {
    if (answeredBehind.has(message.msgid)) return null;
    const received = merged(await takeIn(options, message, receive));
    if (received === null) return null;
    const url = options.mayCall(message.response_url ?? '') ? message.response_url : undefined;
    const takenAt = received.committedAt ?? options.forward();
    const parted = partedOf(message, received.replies);
    const { here, apart } = parted;
    if (received.repeated) {
      // What goes by the API is the first delivery's, or the delivery loop's.
      return apart.length > 0 ? null : { replies: here, given: received.sent };
    }
    if (here.length > 0 && (url === undefined || hasPicture(here))) {
      const rest = () => options.reply({ replies: apart, sent: received.sent }, takenAt);
      return { replies: here, given: () => (apart.length > 0 ? behind(message, rest) : received.sent()) };
    }
    behind(message, () => answerLater(options, url, parted, received, takenAt));
    return null;
  };

  return callbackRoutes<BotMessage, InTheAnswer>(options, {
    name: 'the bot',
    sealedIn: (body) => envelope.parse(JSON.parse(body)).encrypt,
    read: (opened) => botMessage.parse(JSON.parse(opened)),
    personOf: ({ from }) => memberId(from.userid),
    take: handle,
    answer: async (c, message, received) => {
      if (received === null || received.replies.length === 0) return c.body(null, 200);
      const answer = await sealed(options, c, streamOf(message.msgid, received.replies));
      received.given();
      return answer;
    },
  });
}

/** The last ids that were added, so many at most. */
class Remembered {
  readonly #ids = new Set<string>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(id: string): void {
    this.#ids.add(id);
    for (const oldest of this.#ids) {
      if (this.#ids.size <= this.#most) break;
      this.#ids.delete(oldest);
    }
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }
}

/** Gives in what a message says, one content after the other. */
async function takeIn(
  { channel, botName, fetchPicture, now }: BotCallbackOptions,
  message: BotMessage,
  receive: Receive,
): Promise<Received[]> {
  const inbound = await botInbound(message, { channel, botName, now: now(), fetchPicture });
  const received: Received[] = [];
  for (const one of inbound) received.push(await receive(one));
  return received;
}

/** Answers through the message's own address, then sends what must not be said there. */
async function answerLater(
  options: BotCallbackOptions,
  url: string | undefined,
  { here, apart }: Parted,
  received: Received,
  takenAt: number,
): Promise<void> {
  // What has waited too long is the delivery loop's (see sendReplies).
  if (options.forward() - takenAt > SEND_WITHIN_MS) return;
  if (url !== undefined && here.length > 0) {
    const result = await answerAt(url, here, options.fetch);
    if (result.is !== 'sent') {
      options.log.warn({ result: result.is, why: result.why }, 'a reply was left to the delivery loop');
      return;
    }
  }
  await options.reply({ replies: apart, sent: received.sent }, takenAt);
}

/** An answer in the response itself, encrypted and signed as the callback was. */
async function sealed({ keys, now }: BotCallbackOptions, c: Context, body: unknown): Promise<Response> {
  const timestamp = String(Math.floor(now() / 1000));
  const nonce = c.req.query('nonce') ?? '';
  const encrypted = await encrypt(keys.aesKey, JSON.stringify(body), keys.receiver);
  const msgsignature = await sign(keys.token, timestamp, nonce, encrypted);
  return c.json({ encrypt: encrypted, msgsignature, timestamp: Number(timestamp), nonce });
}

/** Several pictures in one message are several inbound messages, but they get one answer. */
export function merged(received: readonly Received[]): Received | null {
  if (received.length === 0) return null;
  const committed = received.flatMap((one) => one.committedAt ?? []);
  return {
    ...(committed.length > 0 ? { committedAt: Math.min(...committed) } : {}),
    replies: received.flatMap((one) => one.replies),
    repeated: received.every((one) => one.repeated === true),
    sent: () => {
      for (const one of received) one.sent();
    },
  };
}
