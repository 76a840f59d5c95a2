import { hostname } from 'node:os';
import { forwardNow } from '../../db/base/forward-clock.ts';
import type { Channel } from '../channels/channel.ts';
import { openPlatforms } from '../channels/open-on-node.ts';
import { makePushDocument } from '../documents-made/make-document.ts';
import { assetsFromDisk } from '../http/node-assets.ts';
import { answerWaiting, asideInDatabase } from '../messages/answer-waiting.ts';
import { limitPeople, PeopleLimit } from '../messages/limit-people.ts';
import { preparePhoto } from '../photos/photo.ts';
import { deliverOutbox } from '../pushes/deliver-outbox.ts';
import { shrinkPicture } from '../pushes/shrink-picture.ts';
import { startClock } from '../schedule/clock.ts';
import { startDelivery } from '../schedule/delivery-loop.ts';
import { mailReports } from '../schedule/mail-reports.ts';
import { databaseClock } from '../schedule/open-database-clock.ts';
import { Pulse } from '../schedule/pulse.ts';
import { takeVitals } from '../schedule/vitals.ts';
import { startWaiting } from '../schedule/waiting-loop.ts';
import { version } from '../setting/version.ts';
import { nodeMetrics } from '../site/metrics.ts';
import { openWeb } from '../site/open-web.ts';
import { adminPage } from '../site/pages/admin.ts';
import { boardPage } from '../site/pages/board.ts';
import { type HttpServer, serveHttp } from '../site/serve.ts';
import { addVitals } from '../site/vital-metrics.ts';
import type { App } from './compose.ts';

/** A running bot: its address and how to stop it. */
export interface Running {
  http: HttpServer;
  channels: readonly Channel[];
  stop(): Promise<void>;
}

/** Starts the configured channels, the pages and the callbacks over an opened app. */
export async function runServer(app: App, say: (line: string) => void): Promise<Running> {
  const opened = await openPlatforms(app.config, { ...app, say });
  const others = opened.map(({ channel }) => channel);
  const pulse = new Pulse();
  const vitals = () => takeVitals(app, pulse);
  const metrics = nodeMetrics();
  addVitals(metrics.registry, vitals);
  const web = openWeb({
    vitals,
    place: app,
    version,
    assets: assetsFromDisk(),
    metrics,
    preparePhoto,
    pages: [boardPage(app), adminPage({ place: app, channels: () => opened.map(({ state }) => state()) })],
    mounts: opened.flatMap(({ mount }) => mount ?? []),
    channels: () => Object.fromEntries(others.map((channel) => [channel.name, channel.ready?.() ?? true])),
  });
  const channels: Channel[] = [web.channel, ...others];
  const receive = app.receiver();
  // The page has a limit of its own, which its outbox knows.
  const limit = new PeopleLimit(forwardNow);
  const limited = limitPeople(receive, limit, asideInDatabase(app), app.log);
  for (const channel of channels) await channel.start(channel === web.channel ? receive : limited);
  const time = databaseClock(app);
  const delivery = startDelivery(
    async (adopts) => {
      await time.sync();
      return deliverOutbox({
        ...app,
        channels,
        worker: `${hostname()}/${process.pid}`,
        now: time.now,
        random: Math.random,
        noteSent: () => app.flush(),
        adopts,
        making: { document: (...asked) => makePushDocument(app, ...asked), shrink: shrinkPicture },
      });
    },
    app.log,
    pulse,
  );
  const clock = startClock(app, app.log, { more: [mailReports(app)], pulse, now: time.now });
  const waiting = startWaiting(
    () => answerWaiting({ place: app, receive, limit, channels }),
    () => limit.anybodyWaits,
    app.log,
  );
  const stopWork = async () => {
    await waiting.stop();
    await clock.stop();
    await delivery.stop();
    await Promise.all(channels.map((channel) => channel.stop()));
  };
  try {
    const http = await serveHttp(web.app, { host: app.config.host, port: app.config.port });
    return { http, channels, stop: () => http.close().then(stopWork) };
  } catch (error) {
    // The port is taken: nothing may go on in the background and keep the process up.
    await stopWork();
    throw error;
  }
}
