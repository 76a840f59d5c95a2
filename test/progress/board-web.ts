import { randomBytes } from 'node:crypto';
import type { Database } from '../../db/base/connect.ts';
import { assetsFromDisk } from '../../src/http/node-assets.ts';
import { preparePhoto } from '../../src/photos/photo.ts';
import { readConfig } from '../../src/setting/config.ts';
import { makeLog } from '../../src/setting/log.ts';
import { openWeb } from '../../src/site/open-web.ts';
import { boardPage } from '../../src/site/pages/board.ts';
import { county } from '../support/county.ts';

/** The pages with the board over a test database, at a moment that stands still. */
export function boardWeb(database: Database, at: number) {
  const log = makeLog('silent');
  const key = { bytes: randomBytes(32), from: 'made' as const };
  const place = { database, county, log, key, mode: 'rehearsal' as const, config: readConfig({}) };
  return openWeb({
    place,
    preparePhoto,
    version: 'test',
    assets: assetsFromDisk(),
    pages: [boardPage(place, () => at)],
  });
}
