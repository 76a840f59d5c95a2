import { hostname } from 'node:os';
import { forwardNow } from '../../db/base/forward-clock.ts';
import type { Channel } from '../channels/channel.ts';
import { openPlatformsOnNode } from '../channels/open-on-node.ts';
import { PeopleLimit } from '../messages/limit-people.ts';
import { startClock } from '../schedule/clock.ts';
import { startDelivery } from '../schedule/delivery-loop.ts';
import { forgetFiles } from '../schedule/forget-files.ts';
import { mailReports } from '../schedule/mail-reports.ts';
import { databaseClock } from '../schedule/open-database-clock.ts';
import { Pulse } from '../schedule/pulse.ts';
import { takeVitals } from '../schedule/vitals.ts';
import { startWaiting } from '../schedule/waiting-loop.ts';
import { nodeMetrics } from '../site/metrics.ts';
import { adminPage } from '../site/pages/admin.ts';
import { boardPage } from '../site/pages/board.ts';
import { listsPage } from '../site/pages/lists.ts';
import { type HttpServer, serveHttp } from '../site/serve.ts';
import { addVitals } from '../site/vital-metrics.ts';
import type { App } from './compose.ts';
import { composeHost } from './compose-host.ts';
import { onNode } from './on-node.ts';

/** A running bot: its address and how to stop it. */
interface RunningServer {
  http: HttpServer;
  channels: readonly Channel[];
  stop(): Promise<void>;
}

/** Starts the configured channels, the pages and the callbacks over an opened app. */
export async function runServer(app: App, say: (line: string) => void): Promise<RunningServer> {
  const opened = await openPlatformsOnNode(app.config, { ...app, say });
  const pulse = new Pulse();
  const vitals = () => takeVitals(app, pulse);
  const { metricsToken, publicUrl } = app.config;
  const metrics = nodeMetrics({ token: metricsToken, isPublic: publicUrl !== undefined });
  addVitals(metrics.registry, vitals);
  const limit = new PeopleLimit(forwardNow);
  const bot = await composeHost({
    ...onNode(app, `${hostname()}/${process.pid}`),
    receive: app.receiver(),
    limit,
    opened,
    vitals,
    metrics,
    pages: [
      boardPage(app),
      listsPage({ place: app }),
      adminPage({ place: app, channels: () => opened.map(({ state }) => state()) }),
    ],
  });
  const time = databaseClock(app);
  const delivery = startDelivery(
    async (adopts) => {
      await time.sync();
      return bot.deliver(time.now, adopts);
    },
    app.log,
    pulse,
  );
  const clock = startClock(app, app.log, {
    more: [mailReports(app), forgetFiles(app.config.dataDir)],
    pulse,
    now: time.now,
  });
  const waiting = startWaiting(
    () => bot.answerWaiting(),
    () => limit.anybodyWaits,
    app.log,
  );
  const stopWork = async () => {
    await waiting.stop();
    await clock.stop();
    await delivery.stop();
    await bot.stop();
  };
  try {
    const http = await serveHttp(bot.app, { host: app.config.host, port: app.config.port });
    return { http, channels: bot.channels, stop: () => http.close().then(stopWork) };
  } catch (error) {
    // The port is taken: nothing may go on in the background and keep the process up.
    await stopWork();
    throw error;
  }
}
