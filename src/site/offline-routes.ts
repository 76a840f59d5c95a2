import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import type { Assets } from '../http/assets.ts';
import { HttpFault } from '../http/fault-response.ts';
import { shellPage } from './pages/chat-page.ts';
import type { TalkSource } from './talk-bundle.ts';

/** What the chat page is made of: kept on the phone, so that it opens without a network. */
export const offlineFiles = [
  'base.css',
  'chat.css',
  'messages.css',
  'icon.svg',
  'card-lines.js',
  'element.js',
  'font-size.js',
  'chat.js',
  'chat-sheet.js',
  'composer.js',
  'connection.js',
  'conversation.js',
  'household-picker.js',
  'keyed-list.js',
  'local-talk.js',
  'masking.js',
  'message-view.js',
  'outbox.js',
  'own-visits.js',
  'photo.js',
  'photo-mark.js',
  'quick-replies.js',
  'stream.js',
  'vault.js',
  'voice.js',
] as const;

/** The page as something to be installed: its manifest, its worker and the page that opens without a network. */
export function offlineRoutes(assets: Assets, talk?: TalkSource): Hono {
  const routes = new Hono();
  const address = (name: string) => `/assets/${assets.version}/${name}`;

  routes.get('/manifest.webmanifest', (c) => {
    c.header('content-type', 'application/manifest+json; charset=utf-8');
    c.header('cache-control', 'no-cache');
    return c.body(
      JSON.stringify({
        name: '入户助手',
        short_name: '入户助手',
        lang: 'zh-CN',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#ededed',
        theme_color: '#ededed',
        icons: [{ src: address('icon.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      }),
    );
  });

  routes.get('/sw.js', async (c) => {
    const worker = await assets.read('sw.js');
    if (worker === undefined) throw new HttpFault('notFound');
    const head = `const VERSION = ${JSON.stringify(assets.version)};\nconst FILES = ${JSON.stringify(offlineFiles.map(address))};\n`;
    c.header('content-type', worker.type);
    c.header('cache-control', 'no-cache');
    return c.body(head + worker.body);
  });

  if (talk?.isCompressedBehind === false) routes.use('/talk.js', compress());
  routes.get('/talk.js', etag(), async (c) => {
    const module = await talk?.read();
    if (module === undefined) throw new HttpFault('notFound');
    c.header('content-type', 'text/javascript; charset=utf-8');
    c.header('cache-control', 'no-cache');
    return c.body(module);
  });

  routes.get('/shell', (c) => {
    c.header('cache-control', 'no-cache');
    return c.html(shellPage(assets.version));
  });

  return routes;
}
