import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ChannelLog } from '../channels/channel-log.ts';
import { type Assets, assetRoutes } from '../http/assets.ts';
import { faultResponse, faultTitle, HttpFault } from '../http/fault-response.ts';
import { sameOrigin, securityHeaders } from '../http/security.ts';
import { type WebChatOptions, webChatRoutes } from './chat-routes.ts';
import { entryRoutes } from './entry-routes.ts';
import { type HealthCheck, healthRoutes } from './health.ts';
import type { Metrics } from './metrics.ts';
import { offlineRoutes } from './offline-routes.ts';
import { type OpinionOffice, opinionPath, opinionRoutes } from './opinion-routes.ts';
import { messagePage } from './pages/message-page.ts';
import { guardedPage, type Page } from './pages/page.ts';
import type { TalkSource } from './talk-bundle.ts';

export interface AppOptions {
  /** The program's version, for /health. */
  version: string;
  health: HealthCheck;
  assets: Assets;
  web: WebChatOptions;
  /** Where households' own answers go; absent = they have no page. */
  opinions?: OpinionOffice;
  log: ChannelLog;
  publicUrl?: string | undefined;
  /** The dialogue for the browser, as one module. */
  talk?: TalkSource | undefined;
  /** On Node only. */
  metrics?: Pick<Metrics, 'observe' | 'print'>;
  /** Platforms' callbacks and `/api` for programs: routes of their own under a path, without a session. */
  mounts?: readonly { path: string; routes: Hono }[];
  /** Pages beside the chat, for who is in. */
  pages?: readonly Page[];
}

const KB = 1024;

/** The whole HTTP side. Runs on Node and on Workers alike: what differs comes in with the options. */
export function createApp(options: AppOptions): Hono {
  const app = new Hono();
  const { assets, metrics, web } = options;
  if (metrics !== undefined) {
    app.use(metrics.observe);
    app.get('/metrics', metrics.print);
  }
  app.use(securityHeaders());
  app.route('/health', healthRoutes(options.health));
  app.route('/assets', assetRoutes(assets));
  app.route('/', offlineRoutes(assets, options.talk));
  // Callbacks come from platforms' servers, which no browser's rules concern.
  for (const { path, routes } of options.mounts ?? []) app.route(path, routes);

  app.use(sameOrigin(options.publicUrl));
  app.route('/chat', webChatRoutes(web));
  const pages = options.pages ?? [];
  const uploads = new Set(pages.flatMap((page) => page.uploads ?? []));
  const small = bodyLimit({ maxSize: 16 * KB, onError: refuseSize });
  const large = bodyLimit({ maxSize: 32 * KB * KB, onError: refuseSize });
  app.use((c, next) => (uploads.has(c.req.path) ? large : small)(c, next));
  const house = { ...web, assetVersion: assets.version };
  for (const page of pages) app.route(page.path, guardedPage(page, pages, house));
  if (options.opinions !== undefined)
    app.route(opinionPath, opinionRoutes({ ...options.opinions, ...house }));
  app.route('/', entryRoutes({ ...house, pages }));

  app.notFound((c) => answerFault(c, new HttpFault('notFound'), assets.version));
  app.onError((error, c) => {
    if (error instanceof HttpFault) return answerFault(c, error, assets.version);
    options.log.error({ path: c.req.routePath, error: error.name }, 'a request failed');
    return answerFault(c, new HttpFault('failed'), assets.version);
  });
  return app;
}

function refuseSize(): never {
  throw new HttpFault('tooLarge');
}

/** A page for people who follow a link, a problem document for programs. */
function answerFault(c: Parameters<typeof faultResponse>[0], fault: HttpFault, version: string) {
  const wantsPage = c.req.header('accept')?.includes('text/html') === true;
  if (!wantsPage) return faultResponse(c, fault);
  const { status, title } = faultTitle(fault.type);
  return c.html(messagePage(version, title, fault.message), status);
}
