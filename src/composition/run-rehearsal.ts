import { hostname } from 'node:os';
import type { Rehearsal } from '../county/rehearsal.ts';
import { startDelivery } from '../schedule/delivery-loop.ts';
import { boardPage } from '../site/pages/board.ts';
import { rehearsalPage } from '../site/pages/rehearsal.ts';
import { type HttpServer, serveHttp } from '../site/serve.ts';
import type { App } from './compose.ts';
import { composeHost } from './compose-host.ts';
import { onNode } from './on-node.ts';

/** Serves the rehearsal: the chat page for practising, the board, and the page that moves the clock. */
export async function runRehearsalServer(
  app: App,
  rehearsal: Rehearsal,
): Promise<{ http: HttpServer; stop(): Promise<void> }> {
  const { now } = rehearsal.clock;
  const bot = await composeHost({
    ...onNode(app, `${hostname()}/${process.pid}/rehearsal`),
    receive: app.receiver(),
    limit: null,
    opened: [],
    now,
    pages: [boardPage(app, now), rehearsalPage(rehearsal)],
  });
  const delivery = startDelivery((adopts) => bot.deliver(now, adopts), app.log);
  const http = await serveHttp(bot.app, { host: app.config.host, port: app.config.port });
  return {
    http,
    stop: async () => {
      await http.close();
      await delivery.stop();
      await bot.stop();
    },
  };
}
