import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { write } from '../../db/base/transaction.ts';
import { backUp, restore } from '../../src/backup/backup.ts';
import { FrameWriter, readFrames } from '../../src/backup/frames.ts';
import { county } from '../support/county.ts';
import { makeDatabase, testDatabase } from '../support/database.ts';
import { ownFolder, ruhu } from './ruhu.ts';

const cwd = ownFolder();
// As root the database runs as another user, who must be able to pass.
chmodSync(cwd, 0o755);
const key = Buffer.alloc(32, 7);
const otherKey = Buffer.alloc(32, 8);
const env = { RUHU_BACKUP_KEY: key.toString('base64'), LOG_LEVEL: 'silent' };

const hashOf = (file: string) =>
  createHash('sha256')
    .update(readFileSync(join(cwd, file)))
    .digest('hex');

describe('a backup of the embedded database', { timeout: 240_000 }, () => {
  it('brings everything back after the data folder was destroyed', async () => {
    expect((await ruhu(['demo', '--households', '40', '--visited', '0.6'], { cwd, env })).code).toBe(0);
    const exported = async (name: string) => {
      const ran = await ruhu(['export', 'ledger', `${name}.json`], { cwd, env });
      expect(ran).toMatchObject({ code: 0, errors: '' });
      return hashOf(`${name}.json`);
    };
    const before = await exported('before');
    const made = await ruhu(['backup', 'night.ruhu'], { cwd, env });
    expect(made).toMatchObject({ code: 0, errors: '' });
    expect(made.out).toContain('备份好了');

    rmSync(join(cwd, 'data'), { recursive: true });
    const restored = await ruhu(['restore', 'night.ruhu'], { cwd, env });
    expect(restored).toMatchObject({ code: 0, errors: '' });
    expect(restored.out).toContain('恢复好了');
    expect(await exported('after')).toBe(before);
    expect(existsSync(join(cwd, 'data', 'ruhu.key'))).toBe(true);

    const again = await ruhu(['restore', 'night.ruhu'], { cwd, env });
    expect(again.code).toBe(1);
    expect(again.errors).toContain('已经有数据');
  });

  it('is refused without a key of its own', async () => {
    const ran = await ruhu(['backup', 'x.ruhu'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.errors).toContain('RUHU_BACKUP_KEY');
  });
});

describe('a backup of any database', async () => {
  const from = await testDatabase();
  const to = await testDatabase();
  const file = join(cwd, 'given.ruhu');

  it('is not made by a user who doesn’t see every row: it would be empty and look whole', async () => {
    await expect(backUp({ url: from.appUrl, file, backupKey: key }, otherKey, '1')).rejects.toMatchObject({
      is: 'blind',
    });
    expect(existsSync(file)).toBe(false);
  });

  it('holds every table, also what policies hide, and numbers go on behind it', async () => {
    await write(from.database, wholeCounty(county), async (tx) => {
      await tx.sql`insert into web_message (county, id, chat, at, content, data)
        select ${county}, n::text, 'person:1', now(), '{"text":"一\\n二\\t\\\\三"}', '\\x00ff'::bytea from generate_series(1, 500) n`;
    });
    const made = await backUp({ url: from.adminUrl, file, backupKey: key }, otherKey, '1');
    const back = await restore({ url: to.adminUrl, file, backupKey: key });
    expect(back.rows).toBe(made.rows);
    expect(back.key).toEqual(otherKey);
    const rows = await write(to.database, wholeCounty(county), async (tx) => {
      await tx.sql`insert into web_message (county, id, chat, at, content) values (${county}, 'next', 'person:1', now(), '{}')`;
      return tx.sql`select max(seq)::int as last, count(*)::int as n, min(content ->> 'text') as words from web_message`;
    });
    expect(rows[0]).toEqual({ last: 501, n: 501, words: '一\n二\t\\三' });
  });

  it('is refused with another key, cut short or changed, and nothing is stored then', async () => {
    const empty = await makeDatabase();
    const attempt = (path: string, backupKey: Uint8Array) =>
      restore({ url: empty.adminUrl, file: path, backupKey }).catch((error: Error) => error.message);
    expect(await attempt(file, otherKey)).toContain('打不开');
    const whole = readFileSync(file);
    const changed = join(cwd, 'changed.ruhu');
    for (const bytes of [
      whole.subarray(0, whole.length - 40),
      flipped(whole, whole.length - 30),
      Buffer.from('x'),
    ]) {
      writeFileSync(changed, bytes);
      expect(await attempt(changed, key)).toContain('打不开');
    }
    await empty.close();
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

it('the file holds frames of any size in their order', async () => {
  const file = join(cwd, 'frames.ruhu');
  const out = new FrameWriter(file, key);
  const big = Buffer.alloc(300_000, 5);
  await out.json({ a: '一' });
  for (let i = 0; i < 20; i += 1) await out.rows(big);
  await out.json({ end: true });
  await out.keep();
  const read = [];
  for await (const frame of readFrames(file, key))
    read.push(frame.is === 'json' ? frame.value : frame.chunk.length);
  expect(read).toEqual([{ a: '一' }, ...Array.from({ length: 20 }, () => 300_000), { end: true }]);
});
