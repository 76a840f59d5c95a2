import type { Hono } from 'hono';
import type { Channel, Receive } from '../channels/channel.ts';
import type { OpenedPlatform } from '../channels/platform.ts';
import { answerWaiting, asideInDatabase } from '../messages/answer-waiting.ts';
import { limitPeople, type PeopleLimit } from '../messages/limit-people.ts';
import { type Delivery, deliverOutbox, type Pass } from '../pushes/deliver-outbox.ts';
import { version } from '../setting/version.ts';
import type { Workplace } from '../setting/workplace.ts';
import { type OpenWebOptions, openWeb } from '../site/open-web.ts';

/**
 * What differs between a process, a Worker and the rehearsal. All else is put together the same way for all three:
 * a new one is another object of this shape.
 */
export interface BotHost extends Omit<OpenWebOptions, 'place' | 'version' | 'mounts' | 'channels'> {
  place: Workplace;
  /** Answers a message; its turn is committed when it resolves. */
  receive: Receive;
  /** How much a person may say at once on the platforms; null where nobody hurries (the rehearsal). */
  limit: PeopleLimit | null;
  /** The platforms that are configured and run here. */
  opened: readonly OpenedPlatform[];
  /** Names of platforms that are configured and can't run here; /health tells. */
  elsewhere?: readonly string[];
  /** How delivery is done here. */
  delivery: Pick<Delivery, 'worker' | 'making'> & Partial<Pick<Delivery, 'noteSent'>>;
}

/** The bot put together: nothing runs by itself yet but what the channels listen to. */
export interface ComposedHost {
  app: Hono;
  /** The chat page first, then the platforms. */
  channels: readonly Channel[];
  /** One pass over the outbox. */
  deliver(now: () => number, adopts?: boolean): Promise<Pass>;
  /** Answers messages that came too fast and were put aside; how many. */
  answerWaiting(): Promise<number>;
  /** Stops listening. */
  stop(): Promise<void>;
}

/** Puts the bot together for a host and lets its channels listen. */
export async function composeHost(host: BotHost): Promise<ComposedHost> {
  const { place, receive, limit, opened, elsewhere = [], delivery } = host;
  const others = opened.map(({ channel }) => channel);
  const web = openWeb({
    ...host,
    version,
    mounts: opened.flatMap(({ mount }) => mount ?? []),
    channels: () => ({
      ...Object.fromEntries(others.map((channel) => [channel.name, channel.ready?.() ?? true])),
      ...Object.fromEntries(elsewhere.map((name) => [name, false])),
    }),
  });
  const channels: readonly Channel[] = [web.channel, ...others];
  // The page has a limit of its own, which its outbox knows.
  const limited = limit === null ? receive : limitPeople(receive, limit, asideInDatabase(place), place.log);
  for (const channel of channels) await channel.start(channel === web.channel ? receive : limited);
  return {
    app: web.app,
    channels,
    deliver: (now, adopts) =>
      deliverOutbox({
        ...place,
        ...delivery,
        channels,
        now,
        random: Math.random,
        ...(adopts === undefined ? {} : { adopts }),
      }),
    answerWaiting: () =>
      limit === null ? Promise.resolve(0) : answerWaiting({ place, receive, limit, channels }),
    stop: async () => {
      await Promise.all(channels.map((channel) => channel.stop()));
    },
  };
}
