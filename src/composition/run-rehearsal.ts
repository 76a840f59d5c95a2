import { hostname } from 'node:os';
import type { Rehearsal } from '../county/rehearsal.ts';
import { makePushDocument } from '../documents-made/make-document.ts';
import { assetsFromDisk } from '../http/node-assets.ts';
import { preparePhoto } from '../photos/photo.ts';
import { deliverOutbox } from '../pushes/deliver-outbox.ts';
import { shrinkPicture } from '../pushes/shrink-picture.ts';
import { startDelivery } from '../schedule/delivery-loop.ts';
import { version } from '../setting/version.ts';
import { openWeb } from '../site/open-web.ts';
import { boardPage } from '../site/pages/board.ts';
import { rehearsalPage } from '../site/pages/rehearsal.ts';
import { type HttpServer, serveHttp } from '../site/serve.ts';
import type { App } from './compose.ts';

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
