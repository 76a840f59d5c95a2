import type { Database } from '../../db/base/connect.ts';
import { assetsFromDisk } from '../../src/http/node-assets.ts';
import { preparePhoto } from '../../src/photos/photo.ts';
import { readConfig } from '../../src/setting/config.ts';
import { makeLog } from '../../src/setting/log.ts';
import { openWeb, type Web } from '../../src/site/open-web.ts';
import { type HttpServer, serveHttp } from '../../src/site/serve.ts';
import { talkBundle } from '../../src/site/talk-bundle.ts';
import { type SeededCounty, seedCounty } from './county.ts';
import { testReceiver } from './receiver.ts';

/** The chat page with the real bot behind it, over a seeded county, served on a free port. */
export async function realChat(
  database: Database,
  mode: 'real' | 'rehearsal' = 'rehearsal',
): Promise<{ web: Web; server: HttpServer; seeded: SeededCounty }> {
  const seeded = await seedCounty(database);
  const web = openWeb({
    version: '0.0.0-test',
    assets: assetsFromDisk(),
    preparePhoto,
    talk: talkBundle(),
    place: {
      database,
      county: seeded.county,
      mode,
      key: { bytes: new Uint8Array(32).fill(7), from: 'made' },
      log: makeLog('silent'),
      config: readConfig({ PUBLIC_URL: 'https://ruhu.example.gov.cn' }),
    },
  });
  await web.channel.start(testReceiver(database, seeded.county).receive);
  const server = await serveHttp(web.app, { host: '127.0.0.1', port: 0 });
  return { web, server, seeded };
}
