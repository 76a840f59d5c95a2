import { makePushDocument } from '../documents-made/make-document.ts';
import { assetsFromDisk } from '../http/node-assets.ts';
import { preparePhoto } from '../photos/photo.ts';
import { shrinkPicture } from '../pushes/shrink-picture.ts';
import { talkBundle } from '../site/talk-bundle.ts';
import type { App } from './compose.ts';
import type { BotHost } from './compose-host.ts';

/**
 * What every host on Node has: files on disk, pictures decoded and documents made here.
 * @param worker names this process among those that deliver
 */
export function onNode(
  app: App,
  worker: string,
): Pick<BotHost, 'place' | 'assets' | 'preparePhoto' | 'talk' | 'delivery'> {
  return {
    place: app,
    assets: assetsFromDisk(),
    preparePhoto,
    talk: talkBundle(),
    delivery: {
      worker,
      noteSent: () => app.flush(),
      making: { document: (...asked) => makePushDocument(app, ...asked), shrink: shrinkPicture },
    },
  };
}
