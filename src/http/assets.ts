import { Hono } from 'hono';
import { compress } from 'hono/compress';

/** A file of the pages: style, script, icon. */
export interface Asset {
  body: string;
  type: string;
}

/** The pages' files by name. `version` changes when any of them does, so that they may be cached for good. */
export interface Assets {
  version: string;
  read(name: string): Promise<Asset | undefined>;
  /** Does what carries the answers compress them by itself? Twice would leave the page with bytes it can't read. */
  isCompressedBehind: boolean;
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
};

/** The media type by the name's ending; undefined for what isn't served. */
export function assetType(name: string): string | undefined {
  return types[name.split('.').at(-1) ?? ''];
}

/** Serves `/assets/<version>/<name>`: a new version has new addresses. */
export function assetRoutes(assets: Assets): Hono {
  const routes = new Hono();
  if (!assets.isCompressedBehind) routes.use(compress());
  routes.get('/:version/:name', async (c) => {
    const asset = await assets.read(c.req.param('name'));
    if (asset === undefined) return c.notFound();
    const current = c.req.param('version') === assets.version;
    c.header('content-type', asset.type);
    c.header('cache-control', current ? 'public, max-age=31536000, immutable' : 'no-cache');
    return c.body(asset.body);
  });
  return routes;
}
