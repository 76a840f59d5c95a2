import { hostname } from 'node:os';
import type { App } from './compose.ts';
import { assetsFromDisk } from './http/node-assets.ts';
import { openWeb } from './http/open-web.ts';
import { boardPage } from './http/pages/board.ts';
import { rehearsalPage } from './http/pages/rehearsal.ts';
import { type HttpServer, serveHttp } from './http/serve.ts';
import { startDelivery } from './schedule/delivery-loop.ts';
import { deliverOutbox } from './services/deliver-outbox.ts';
import { makePushDocument } from './services/make-document.ts';
import { preparePhoto } from './services/photo.ts';
import type { Rehearsal } from './services/rehearsal.ts';
import { shrinkPicture } from './services/shrink-picture.ts';
import { version } from './version.ts';

/** Serves the rehearsal: the chat page for practising, the board, and the page that moves the clock. */
export async function runRehearsalServer(
  app: App,
  rehearsal: Rehearsal,
): Promise<{ http: HttpServer; stop(): Promise<void> }> {
  const { now } = rehearsal.clock;
  const web = openWeb({
    place: app,
    version,
    assets: assetsFromDisk(),
    preparePhoto,
    now,
    pages: [boardPage(app, now), rehearsalPage(rehearsal)],
  });
  await web.channel.start(app.receiver());
  const delivery = startDelivery(
    (adopts) =>
      deliverOutbox({
        ...app,
        channels: [web.channel],
        worker: `${hostname()}/${process.pid}/rehearsal`,
        now,
        random: Math.random,
        noteSent: () => app.flush(),
        adopts,
        making: { document: (...asked) => makePushDocument(app, ...asked), shrink: shrinkPicture },
      }),
    app.log,
  );
  const http = await serveHttp(web.app, { host: app.config.host, port: app.config.port });
  return {
    http,
    stop: async () => {
      await http.close();
      await delivery.stop();
      await web.channel.stop();
    },
  };
}
