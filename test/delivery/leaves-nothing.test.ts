import { expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { read } from '../../db/base/transaction.ts';
import { openApp } from '../../src/composition/compose.ts';
import { county, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { testData } from '../support/server.ts';

const { database, appUrl } = await testDatabase();
const { staff } = await seedCounty(database);
const key = Buffer.alloc(32, 7).toString('base64');
const env = { DATABASE_URL: appUrl, DATA_DIR: testData, RUHU_KEY: key, LOG_LEVEL: 'silent' };

/** One run of the terminal: `ruhu chat` with these lines. */
async function run(name: string, lines: readonly string[]): Promise<void> {
  const app = await openApp({ env, say: () => undefined });
  const receive = app.receiver(staff.helper);
  for (const [n, text] of lines.entries()) {
    const received = await receive({
      channel: 'terminal',
      messageId: `${name} ${n}`,
      at: Date.UTC(2021, 11, 15, 2),
      from: { externalId: '13800000001' },
      chat: { kind: 'private' },
      content: { type: 'text', text },
    });
    received.sent();
    await app.flush();
  }
  await app.close();
}

it('runs of a chat, each a process of its own, leave no heap of carriers and nothing unsent', async () => {
  for (const name of ['first', 'second', 'third']) await run(name, ['进度', '排查', '暂停']);
  const [left] = await read(
    database,
    wholeCounty(county),
    (db) =>
      db.sql<{ carriers: number; unsent: number }[]>`
      select (select count(*)::int from carrier where county = ${county}) as carriers,
        (select count(*)::int from inbox where county = ${county} and carrier is null and sent_at is null) as unsent`,
  );
  expect(left).toEqual({ carriers: 0, unsent: 0 });
});
