import { Hono } from 'hono';
import type { RateLimiter } from '../../http/rate-limit.ts';
import type { Sessions } from '../../http/session.ts';
import { type VisitorVariables, visitorsOnly } from '../../http/visitor.ts';
import type { ChannelLog } from '../channel-log.ts';
import type { ChatStore } from './chat-store.ts';
import type { ChatPeople } from './people.ts';
import type { PreparePhoto } from './photo-port.ts';
import { eventRoutes } from './routes/events.ts';
import { readRoutes } from './routes/read.ts';
import { sayRoutes } from './routes/say.ts';
import type { WebChannel } from './web-channel.ts';

export interface WebChatOptions {
  channel: WebChannel;
  store: ChatStore;
  people: ChatPeople;
  sessions: Sessions;
  limiter: RateLimiter;
  preparePhoto: PreparePhoto;
  now: () => number;
  log: ChannelLog;
  /** Server-sent events; null where a request may not stay open long: the page then asks now and then. */
  events: { lookEveryMs: number; maxStreamMs: number } | null;
}

/** What the chat page calls, for visitors only. */
export function webChatRoutes(options: WebChatOptions): Hono<VisitorVariables> {
  const { channel, store, events, now, log } = options;
  const routes = new Hono<VisitorVariables>();
  routes.use(visitorsOnly(options.sessions, options.people));
  routes.route('/', sayRoutes(options));
  routes.route('/', readRoutes(store));
  if (events !== null) routes.route('/', eventRoutes({ store, hub: channel.hub, now, log, ...events }));
  return routes;
}
