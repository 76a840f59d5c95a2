import { askerNow } from './documents-made/asker-now.ts';
import { makeEntryLink } from './http/make-entry-link.ts';
import { deliverOutbox } from './pushes/deliver-outbox.ts';
import type { Making } from './pushes/outbox-message.ts';
import { tick } from './pushes/tick.ts';
import { ConfigError } from './setting/config.ts';
import type { Workplace } from './setting/workplace.ts';
import type { WorkerContext, WorkerEnv } from './worker/bindings.ts';
import { type House, openHouse } from './worker/house.ts';

/** Within the half minute that a run of the schedule may take, with room for the last pass. */
const DELIVER_FOR_MS = 20_000;

/** The entry on Cloudflare Workers: the same app as on Node, put together for each request. */
export default {
  async fetch(request: Request, env: WorkerEnv, context: WorkerContext): Promise<Response> {
    let house: House;
    try {
      house = await openHouse(env);
    } catch (error) {
      // What is missing stands in the log, for the operator; who asks from outside only learns that it doesn't run.
      console.error(error instanceof ConfigError ? error.message : error);
      return new Response('not set up', { status: 503 });
    }
    try {
      return await house.app.fetch(request);
    } finally {
      context.waitUntil(house.close());
    }
  },

  /** Called by the cron trigger, each minute: what is due is queued, and what is queued goes out. */
  async scheduled(event: { scheduledTime: number }, env: WorkerEnv): Promise<void> {
    const house = await openHouse(env);
    const { place, channels } = house;
    try {
      await tick(place, event.scheduledTime);
      const until = Date.now() + DELIVER_FOR_MS;
      const worker = `worker/${event.scheduledTime}/${crypto.randomUUID()}`;
      const delivery = {
        ...place,
        channels,
        worker,
        now: Date.now,
        random: Math.random,
        making: makingOf(place),
      };
      for (let busy = true; busy && Date.now() < until; ) {
        const { sent, adopted } = await deliverOutbox(delivery);
        busy = sent + adopted + (await house.answerWaiting()) > 0;
      }
    } finally {
      await house.close();
    }
  },
};

/** Pictures and spreadsheets need libraries that don't run here; links don't. */
function makingOf(place: Workplace): Making {
  return {
    document: async (request, asked) => {
      if (request.kind !== 'entryLink' || asked === undefined) return undefined;
      const asker = await askerNow(place, asked);
      return asker === null ? undefined : makeEntryLink(place, request, asker);
    },
  };
}
