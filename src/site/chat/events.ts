import { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { type ChannelLog, reasonOf } from '../../channels/channel-log.ts';
import type { ChatStore } from '../../channels/web/chat-store.ts';
import type { Hub } from '../../channels/web/hub.ts';
import { type StoredMessage, wireMessage } from '../../channels/web/message.ts';
import type { WebPerson } from '../../channels/web/people.ts';
import { HttpFault } from '../../http/fault-response.ts';
import type { VisitorVariables } from '../../http/visitor.ts';
import { chatsOf } from './visitor-chats.ts';

interface EventOptions {
  store: ChatStore;
  hub: Hub;
  /** Looks without being woken this often: what another process kept wakes nobody here. */
  lookEveryMs: number;
  /** The stream ends after this long and the page comes again; the session is checked anew then. */
  maxStreamMs: number;
  now: () => number;
  log: ChannelLog;
}

/** Tabs and telephones of one person that are told at once. */
const MOST_STREAMS = 6;
const BATCH = 100;
/**
 * Two messages may become visible in another order than they were numbered. Looking back this far finds the
 * late one; the page drops what it knows.
 */
const OVERLAP = 50;
/** Later than this none becomes visible any more. */
const LATE_MS = 60_000;

/**
 * `GET /events`: everything new in all chats of the visitor, as server-sent events whose id is the message's
 * number. A page that comes back says the last one it has (Last-Event-ID) and misses nothing.
 */
export function eventRoutes(options: EventOptions): Hono<VisitorVariables> {
  const routes = new Hono<VisitorVariables>();
  /** Streams open here, by person. */
  const open = new Map<string, number>();
  const opened = (who: string, change: 1 | -1) => {
    const left = (open.get(who) ?? 0) + change;
    if (left > 0) open.set(who, left);
    else open.delete(who);
  };
  routes.get('/events', (c) => {
    const visitor = c.get('visitor');
    // The page then asks now and then.
    if ((open.get(visitor.staffId) ?? 0) >= MOST_STREAMS) throw new HttpFault('tooMany', '', 60);
    const from = lastKnown(c.req.header('last-event-id') ?? c.req.query('after'));
    c.header('cache-control', 'no-store');
    c.header('x-accel-buffering', 'no'); // A proxy that gathers would hold the messages back.
    return streamSSE(c, async (stream) => {
      opened(visitor.staffId, 1);
      try {
        await tell(stream, visitor, from, options);
      } catch (cause) {
        // The page comes again; what went wrong is not for its eyes.
        options.log.warn({ why: reasonOf(cause) }, 'a stream of the chat page broke off');
      } finally {
        opened(visitor.staffId, -1);
      }
    });
  });
  return routes;
}

function lastKnown(said: string | undefined): number | undefined {
  return said !== undefined && /^\d{1,15}$/u.test(said) ? Number(said) : undefined;
}

/** Tells the visitor what is new until he leaves or the stream has lasted long enough. */
async function tell(
  stream: SSEStreamingApi,
  visitor: WebPerson,
  from: number | undefined,
  { store, hub, now, lookEveryMs, maxStreamMs }: EventOptions,
): Promise<void> {
  const chats = chatsOf(visitor);
  const listening = hub.listen(chats);
  stream.onAbort(() => listening.close());
  try {
    const end = now() + maxStreamMs;
    let last = from ?? (await store.latest(chats));
    const floor = from === undefined ? last : 0;
    const known = new Set<number>();
    const isFresh = ({ seq, at }: StoredMessage) => !known.has(seq) && (seq > last || at > now() - LATE_MS);
    await stream.write('retry: 2000\n\n');
    while (!stream.aborted && now() < end) {
      const found = await store.since(chats, Math.max(last - OVERLAP, floor), BATCH + OVERLAP);
      const fresh = found.filter(isFresh);
      for (const message of fresh) {
        known.add(message.seq);
        last = Math.max(last, message.seq);
        const data = JSON.stringify(wireMessage(message, visitor.staffId));
        await stream.writeSSE({ id: String(last), data });
      }
      if (fresh.length > 0) continue;
      await listening.next(lookEveryMs);
      await stream.write(': \n\n'); // Tells a dead connection from a quiet one.
    }
  } finally {
    listening.close();
  }
}
