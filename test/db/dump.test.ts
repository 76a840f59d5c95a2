import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { dump } from '../../db/backup/dump.ts';
import { write } from '../../db/base/transaction.ts';
import { seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database, adminUrl } = await testDatabase();
const { county } = await seedCounty(database);

it.each([70, 90, 110, 130, 200])(
  'a backup that writes slower than the server sends %i kB goes on with the next table',
  { timeout: 30_000 },
  async (kilobytes) => {
    await write(database, wholeCounty(county), async (tx) => {
      await tx.sql`delete from setting where key like 'filled%'`;
      await tx.sql`insert into setting (county, key, value)
        select ${county}, 'filled ' || n, to_jsonb(repeat('x', 1000)) from generate_series(1, ${kilobytes}) n`;
    });
    const slowly = async () => {
      for (let turn = 0; turn < 40; turn += 1) await nextTurn();
    };
    const counts = await dump(adminUrl, {
      begin: () => Promise.resolve(),
      table: () => Promise.resolve(),
      rows: slowly,
      end: () => Promise.resolve(),
    });
    expect(counts['setting']).toBeGreaterThanOrEqual(kilobytes);
  },
);
