import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ArrivalOrder } from '../arrival-order.ts';
import type { Inbound, Receive, Received } from '../channel.ts';
import { type ChannelLog, kindOf, reasonOf } from '../channel-log.ts';
import { inTime } from '../deadline.ts';
import type { PersonQueue } from '../person-queue.ts';
import {
  type AppMessage,
  contentOf,
  encryptedOf,
  isFor,
  memberId,
  messageIdOf,
  readAppMessage,
} from './app-message.ts';
import { answerVerification, type DoorKeys, MAX_CALLBACK_BYTES, openSigned } from './callback-door.ts';

/** The platform hangs up after five seconds and delivers again; before that it is told to. */
export const CALLBACK_DEADLINE_MS = 4_500;

/** A callback whose body is slow to come holds the others up no longer than this. */
export const READING_HOLD_MS = 200;

interface AppCallbackOptions {
  keys: DoorKeys;
  /** Messages to another app are not taken in. */
  app: { corpId: string; agentId: number };
  channel: string;
  queue: PersonQueue;
  log: ChannelLog;
  /** Null before the channel has started. */
  receive(): Receive | null;
  download(mediaId: string): Promise<Uint8Array>;
  /** Sends the replies; runs after the callback has been answered. */
  reply(received: Received, takenAt: number): Promise<void>;
  /** The moment it is: what the platform's moments are compared with. */
  now: () => number;
  /** Measures spans; where it begins means nothing, and after steps of the machine's clock it tells no moment. */
  forward: () => number;
  /** Keeps a Worker alive until this is done. */
  keepAlive(work: Promise<unknown>): void;
  /** Runs work of one person, in order, behind the answer to the callback. */
  behind(person: string, work: () => Promise<void>): void;
  deadlineMs?: number;
}

type Opened = { is: 'open'; message: AppMessage } | { is: 'closed'; status: 400 | 403 };

async function openMessage(c: Context, options: AppCallbackOptions): Promise<Opened> {
  try {
    const sealed = encryptedOf(await c.req.text());
    const opened = await openSigned(options.keys, c.req.query(), sealed, options.now());
    if (opened === null) return { is: 'closed', status: 403 };
    const message = readAppMessage(opened.message);
    if (isFor(message, options.app)) return { is: 'open', message };
    options.log.warn({}, 'a callback was for another app');
    return { is: 'closed', status: 403 };
  } catch (thrown) {
    // Its message may quote what somebody wrote: only its kind is kept.
    options.log.warn({ why: kindOf(thrown) }, 'a callback of the app could not be read');
    return { is: 'closed', status: 400 };
  }
}

async function inboundOf(message: AppMessage, options: AppCallbackOptions): Promise<Inbound | null> {
  const content = await contentOf(message, options.download);
  if (content === null) return null;
  return {
    channel: options.channel,
    messageId: await messageIdOf(message),
    // The time a message brings along may lie behind, never ahead: it ends no lock before its time.
    at: Math.min(message.CreateTime * 1000, options.now()),
    from: { externalId: memberId(message.FromUserName) },
    chat: { kind: 'private' },
    content,
  };
}

/**
 * The address the platform calls for a self-built app. A callback is answered with an empty 200 only after the
 * message has been claimed for good; replies then go out by the API. What isn't claimed in time gets a 503:
 * the platform delivers it again, and the claim sees to it that nothing happens twice.
 */
export function appCallback(options: AppCallbackOptions): Hono {
  const routes = new Hono();
  const arrivals = new ArrivalOrder(READING_HOLD_MS);
  const deadline = options.deadlineMs ?? CALLBACK_DEADLINE_MS;

  const handle = async (message: AppMessage, receive: Receive): Promise<void> => {
    const inbound = await inboundOf(message, options);
    if (inbound === null) return;
    const received = await receive(inbound);
    const takenAt = received.committedAt ?? options.forward();
    options.behind(inbound.from.externalId, () => options.reply(received, takenAt));
  };

  routes.get('/', (c) => answerVerification(c, options.keys, options.now()));
  routes.post(
    '/',
    bodyLimit({ maxSize: MAX_CALLBACK_BYTES, onError: (c) => c.body(null, 413) }),
    async (c) => {
      const receive = options.receive();
      if (receive === null) return c.body(null, 503);
      const opened = await arrivals.pass(openMessage(c, options));
      if (opened.is === 'closed') return c.body(null, opened.status);
      const { message } = opened;
      const work = options.queue.run(memberId(message.FromUserName), () => handle(message, receive));
      options.keepAlive(
        work.catch((thrown) => options.log.error({ why: reasonOf(thrown) }, 'a message was not taken in')),
      );
      const outcome = await inTime(
        work.then(
          () => true,
          () => false,
        ),
        deadline,
      );
      return c.body(null, outcome.is === 'done' && outcome.value ? 200 : 503);
    },
  );
  return routes;
}
