import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { VisitorVariables } from '../../../http/visitor.ts';
import type { ChatStore } from '../chat-store.ts';
import type { Hub } from '../hub.ts';
import { wireMessage } from '../message.ts';
import { chatsOf } from '../visitor-chats.ts';

export interface EventOptions {
  store: ChatStore;
  hub: Hub;
  /** Looks without being woken this often: what another process kept wakes nobody here. */
  lookEveryMs: number;
  /** The stream ends after this long and the page comes again; the session is checked anew then. */
  maxStreamMs: number;
  now: () => number;
}

const BATCH = 100;
/**
 * Two messages may become visible in another order than they were numbered. Looking back this far finds the
 * late one; the page drops what it knows.
 */
const OVERLAP = 50;

/**
 * `GET /events`: everything new in all chats of the visitor, as server-sent events whose id is the message's
 * number. A page that comes back says the last one it has (Last-Event-ID) and misses nothing.
 */
export function eventRoutes(options: EventOptions): Hono<VisitorVariables> {
  const routes = new Hono<VisitorVariables>();
  routes.get('/events', (c) => {
    const visitor = c.get('visitor');
    const chats = chatsOf(visitor);
    const from = Number(c.req.header('last-event-id') ?? c.req.query('after') ?? Number.NaN);
    c.header('cache-control', 'no-store');
    c.header('x-accel-buffering', 'no'); // A proxy that gathers would hold the messages back.
    return streamSSE(c, async (stream) => {
      const listening = options.hub.listen(chats);
      stream.onAbort(() => listening.close());
      const end = options.now() + options.maxStreamMs;
      const known = new Set<number>();
      let last = Number.isSafeInteger(from) ? Math.max(from, 0) : await options.store.latest(chats);
      await stream.write('retry: 2000\n\n');
      while (!stream.aborted && options.now() < end) {
        const found = await options.store.since(chats, Math.max(last - OVERLAP, 0), BATCH + OVERLAP);
        const fresh = found.filter((message) => !known.has(message.seq));
        for (const message of fresh) {
          known.add(message.seq);
          last = Math.max(last, message.seq);
          await stream.writeSSE({
            id: String(last),
            data: JSON.stringify(wireMessage(message, visitor.staffId)),
          });
        }
        if (fresh.length > 0) continue;
        await listening.next(options.lookEveryMs);
        await stream.write(': \n\n'); // Tells a dead connection from a quiet one.
      }
      listening.close();
    });
  });
  return routes;
}
