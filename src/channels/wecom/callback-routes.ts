import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ArrivalOrder } from '../arrival-order.ts';
import type { Receive } from '../channel.ts';
import { type ChannelLog, kindOf, reasonOf } from '../channel-log.ts';
import { inTime } from '../deadline.ts';
import type { PersonQueue } from '../person-queue.ts';
import { answerVerification, type DoorKeys, MAX_CALLBACK_BYTES, openSigned } from './callback-door.ts';

/** The platform hangs up after five seconds and delivers again; before that it is told to. */
const CALLBACK_DEADLINE_MS = 4_500;

/** A callback whose body is slow to come holds the others up no longer than this. */
const READING_HOLD_MS = 200;

/** What an address that the platform calls needs, whatever it is for. */
export interface CallbackOptions {
  keys: DoorKeys;
  queue: PersonQueue;
  log: ChannelLog;
  /** Null before the channel has started. */
  receive(): Receive | null;
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

/** What one kind of callback does in its own way. */
interface CallbackParts<Message, Taken> {
  /** How the log calls it. */
  name: string;
  /** The encrypted text within the body. */
  sealedIn(body: string): string;
  /** Null: it is for somebody else. */
  read(opened: string): Message | null;
  personOf(message: Message): string;
  /** Claims the message for good. */
  take(message: Message, receive: Receive): Promise<Taken>;
  answer(c: Context, message: Message, taken: Taken): Response | Promise<Response>;
}

type Opened<Message> = { is: 'open'; message: Message } | { is: 'closed'; status: 400 | 403 };

async function opened<Message>(
  c: Context,
  { keys, log, now }: CallbackOptions,
  { name, sealedIn, read }: Pick<CallbackParts<Message, never>, 'name' | 'sealedIn' | 'read'>,
): Promise<Opened<Message>> {
  try {
    const found = await openSigned(keys, c.req.query(), sealedIn(await c.req.text()), now());
    const message = found === null ? null : read(found.message);
    return message === null ? { is: 'closed', status: 403 } : { is: 'open', message };
  } catch (thrown) {
    // Its message may quote what somebody wrote: only its kind is kept.
    log.warn({ why: kindOf(thrown) }, `a callback of ${name} could not be read`);
    return { is: 'closed', status: 400 };
  }
}

/**
 * The address the platform calls: its messages are worked on in the order they came, one person's one after the other.
 * What isn't claimed in time gets a 503: the platform delivers it again, and the claim sees to it that nothing happens
 * twice.
 */
export function callbackRoutes<Message, Taken>(
  options: CallbackOptions,
  parts: CallbackParts<Message, Taken>,
): Hono {
  const routes = new Hono();
  const arrivals = new ArrivalOrder(READING_HOLD_MS);
  routes.get('/', (c) => answerVerification(c, options.keys, options.now()));
  routes.post(
    '/',
    bodyLimit({ maxSize: MAX_CALLBACK_BYTES, onError: (c) => c.body(null, 413) }),
    async (c) => {
      const receive = options.receive();
      if (receive === null) return c.body(null, 503);
      const found = await arrivals.pass(opened(c, options, parts));
      if (found.is === 'closed') return c.body(null, found.status);
      const { message } = found;
      const work = options.queue.run(parts.personOf(message), () => parts.take(message, receive));
      options.keepAlive(
        work.catch((thrown) => options.log.error({ why: reasonOf(thrown) }, 'a message was not taken in')),
      );
      const outcome = await inTime(
        work.then(
          (taken) => ({ taken }),
          () => null,
        ),
        options.deadlineMs ?? CALLBACK_DEADLINE_MS,
      );
      if (outcome.is === 'late' || outcome.value === null) return c.body(null, 503);
      return parts.answer(c, message, outcome.value.taken);
    },
  );
  return routes;
}
