import { tick } from './pushes/tick.ts';
import { ConfigError } from './setting/config.ts';
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
    try {
      await tick(house.place, event.scheduledTime);
      const until = Date.now() + DELIVER_FOR_MS;
      for (let busy = true; busy && Date.now() < until; ) {
        const { sent, adopted } = await house.deliver(Date.now);
        busy = sent + adopted + (await house.answerWaiting()) > 0;
      }
    } finally {
      await house.close();
    }
  },
};
