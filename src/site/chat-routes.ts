import { Hono } from 'hono';
import type { ChannelLog } from '../channels/channel-log.ts';
import type { RateLimiter } from '../channels/rate-limit.ts';
import type { ChatStore } from '../channels/web/chat-store.ts';
import type { ChatPeople } from '../channels/web/people.ts';
import type { PreparePhoto } from '../channels/web/photo-port.ts';
import type { WebChannel } from '../channels/web/web-channel.ts';
import type { Sessions } from '../http/session.ts';
import { type VisitorVariables, visitorsOnly } from '../http/visitor.ts';
import { eventRoutes } from './chat/events.ts';
import { readRoutes } from './chat/read.ts';
import { sayRoutes } from './chat/say.ts';
import type { VisitsOf } from './own-visits.ts';
import type { TakeAlong } from './take-along.ts';

export interface WebChatOptions {
  channel: WebChannel;
  store: ChatStore;
  people: ChatPeople;
  sessions: Sessions;
  limiter: RateLimiter;
  preparePhoto: PreparePhoto;
  now: () => number;
  log: ChannelLog;
  /** What a visitor takes along for where there is no network; absent where the page only keeps what is said. */
  takeAlong?: TakeAlong | undefined;
  /** What a visitor of the page has visited; absent where there is no register behind it. */
  visitsOf?: VisitsOf | undefined;
  /** Server-sent events; null where a request may not stay open long: the page then asks now and then. */
  events: { lookEveryMs: number; maxStreamMs: number } | null;
}

/** What the chat page calls, for visitors only. */
export function webChatRoutes(options: WebChatOptions): Hono<VisitorVariables> {
  const { channel, store, events, now, log } = options;
  const routes = new Hono<VisitorVariables>();
  routes.use(visitorsOnly(options.sessions, options.people));
  routes.route('/', sayRoutes(options));
  routes.route('/', readRoutes(store, options.people));
  // Asked for by every page: where there is nothing to give it is told so, which is no fault.
  const { takeAlong, visitsOf } = options;
  routes.get('/visits', async (c) => {
    c.header('cache-control', 'no-store');
    return c.json((await visitsOf?.(c.get('visitor'))) ?? { today: '', visits: [] });
  });
  routes.get('/kit', async (c) => {
    c.header('cache-control', 'no-store');
    return c.json({ kit: (await takeAlong?.(c.get('visitor'))) ?? null });
  });
  if (events !== null) routes.route('/', eventRoutes({ store, hub: channel.hub, now, log, ...events }));
  return routes;
}
