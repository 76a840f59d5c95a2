import { createHmac } from 'node:crypto';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import type { Database } from '../../db/base/connect.ts';
import { readConfig } from '../../src/setting/config.ts';
import { keyFor } from '../../src/setting/keys.ts';
import { makeLog } from '../../src/setting/log.ts';
import type { Workplace } from '../../src/setting/workplace.ts';
import { county as smallCounty } from '../support/county.ts';
import { testData } from '../support/server.ts';

/** The services' workplace over a test database. */
export function placeOver(
  database: Database,
  env: Record<string, string> = {},
  county: CountyCode = smallCounty,
): Workplace {
  const config = readConfig({ DATA_DIR: testData, ...env });
  return {
    config,
    log: makeLog('silent'),
    key: keyFor(Buffer.alloc(32, 7).toString('base64'), testData),
    outside: { hashOf: (text) => createHmac('sha256', 'test').update(text).digest('hex') },
    database,
    county,
    mode: 'rehearsal',
  };
}
