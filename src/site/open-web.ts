import type { Hono } from 'hono';
import { stranger } from '../../conversations/access/scope.ts';
import { forwardNow } from '../../db/base/forward-clock.ts';
import { serverVersion } from '../../db/base/server-version.ts';
import { read } from '../../db/base/transaction.ts';
import { inTime } from '../channels/deadline.ts';
import { RateLimiter } from '../channels/rate-limit.ts';
import { peopleInDatabase } from '../channels/web/database-people.ts';
import { storeInDatabase } from '../channels/web/database-store.ts';
import type { PreparePhoto } from '../channels/web/photo-port.ts';
import { WebChannel } from '../channels/web/web-channel.ts';
import { Sessions } from '../http/session.ts';
import type { Vitals } from '../schedule/vitals.ts';
import { hasher } from '../setting/keys.ts';
import type { Workplace } from '../setting/workplace.ts';
import { type AppOptions, createApp } from './app.ts';
import type { WebChatOptions } from './chat-routes.ts';
import type { HealthCheck } from './health.ts';
import { visitsOf } from './own-visits.ts';
import { sessionsPage } from './pages/sessions.ts';
import { takeAlong } from './take-along.ts';

export interface OpenWebOptions
  extends Pick<AppOptions, 'version' | 'assets' | 'metrics' | 'mounts' | 'pages' | 'talk'> {
  place: Pick<Workplace, 'database' | 'county' | 'mode' | 'key' | 'log' | 'config'>;
  preparePhoto: PreparePhoto;
  /** null where a request may not stay open long (Workers). */
  events?: WebChatOptions['events'];
  /** Kept between requests where the rest is made anew for each (Workers). */
  limiter?: RateLimiter;
  /** Can the other channels send? Shown by /health. */
  channels?: () => Readonly<Record<string, boolean>>;
  now?: () => number;
  /** How the loops are, where they run. */
  vitals?: () => Promise<Vitals>;
}

/** The HTTP side over the real database, with its chat page as a channel to be started like the others. */
export interface Web {
  app: Hono;
  channel: WebChannel;
}

/** Quick answers come in bursts; more than one a second for long is no person. */
const pace = { burst: 20, everyMs: 1_000 };
const liveEvents = { lookEveryMs: 15_000, maxStreamMs: 15 * 60_000 };

/** The web chat with its pages and channel, put together for a server or a Worker. */
export function openWeb(options: OpenWebOptions): Web {
  const { place, now = Date.now } = options;
  const { publicUrl } = place.config;
  const store = storeInDatabase(place.database, place.county);
  const people = peopleInDatabase({ ...place, now });
  const channel = new WebChannel({ store, people, now, log: place.log });
  const sessions = new Sessions(place.key.bytes, now, publicUrl);
  const app = createApp({
    ...options,
    pages: [...(options.pages ?? []), sessionsPage(people)],
    publicUrl,
    log: place.log,
    opinions: { place: { ...place, outside: { hashOf: hasher(place.key, 'code') } } },
    health: healthCheck(options, channel),
    web: {
      channel,
      store,
      people,
      sessions,
      limiter: options.limiter ?? new RateLimiter(pace, options.now ?? forwardNow),
      preparePhoto: options.preparePhoto,
      now,
      log: place.log,
      takeAlong: options.talk === undefined ? undefined : takeAlong(place, now),
      visitsOf: visitsOf(place, now),
      events: options.events === undefined ? liveEvents : options.events,
    },
  });
  return { app, channel };
}

const HEALTH_DEADLINE_MS = 2_000;

function healthCheck({ place, channels, vitals }: OpenWebOptions, web: WebChannel): HealthCheck {
  return async () => {
    if (vitals !== undefined)
      return { ...toldOf(await vitals()), channels: { web: web.ready(), ...channels?.() } };
    const asked = inTime(read(place.database, stranger(place.county), serverVersion), HEALTH_DEADLINE_MS);
    const answer = await asked.catch(() => ({ is: 'late' as const }));
    return {
      database: { reachable: answer.is === 'done' },
      channels: { web: web.ready(), ...channels?.() },
    };
  };
}

function toldOf({ database, rounds, still, oldestUnsentSeconds, diskFreeBytes, diskIsFull, clock }: Vitals) {
  const disk = { full: diskIsFull, freeBytes: diskFreeBytes };
  return { database: { reachable: database.reachable }, rounds, still, oldestUnsentSeconds, disk, clock };
}
