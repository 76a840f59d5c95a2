import { randomBytes } from 'node:crypto';
import { openDatabase } from '../../db/base/connect.ts';
import { silentLog } from '../../src/channels/channel-log.ts';
import { memoryTokens } from '../../src/channels/wecom/token.ts';
import { wecomChannel } from '../../src/channels/wecom/wecom.ts';
import { deliverOutbox } from '../../src/pushes/deliver-outbox.ts';
import { county } from '../support/county.ts';

/** Sent once by the parent. */
export interface Orders {
  databaseUrl: string;
  apiBase: string;
  app: { corpId: string; agentId: number; secret: string };
  robots: [string, string][];
  worker: string;
}

/** A process that delivers: the parent tells it the time, it works until nothing is left to do then, and says so. */
process.once('message', async (orders: Orders) => {
  const { databaseUrl, apiBase, worker } = orders;
  const database = await openDatabase({ dataDir: '', databaseUrl, migrate: false, connections: 6 });
  let now = 0;
  const app = { ...orders.app, token: 't', aesKey: randomBytes(32).toString('base64').slice(0, 43) };
  const config = { apiBase, app, bot: null, robots: new Map(orders.robots) };
  const channel = wecomChannel(config, { tokens: memoryTokens(), now: () => now });
  const delivery = {
    database,
    county,
    log: silentLog,
    channels: [channel],
    worker,
    now: () => now,
    random: Math.random,
    making: {},
  };
  process.on('message', async (order: { now: number } | 'end') => {
    if (order === 'end') {
      await database.close();
      process.disconnect();
      return;
    }
    now = order.now;
    let sent = 0;
    for (;;) {
      const pass = await deliverOutbox(delivery);
      sent += pass.sent;
      if (pass.sent + pass.later + pass.parked === 0) break;
    }
    process.send?.({ sent });
  });
  process.send?.({ sent: 0 });
});
