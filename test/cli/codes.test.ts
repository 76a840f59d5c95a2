import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { normalCode } from '../../conversations/dialogues/binding/code.ts';
import { read, write } from '../../db/base/transaction.ts';
import { hasher } from '../../src/setting/keys.ts';
import { county } from '../import/register.ts';
import { testDatabase } from '../support/database.ts';
import { testReceiver } from '../support/receiver.ts';
import { ownFolder, ruhu } from './ruhu.ts';

const { database, appUrl } = await testDatabase();
const cwd = ownFolder();
const bytes = Buffer.alloc(32, 7);
const env = { DATABASE_URL: appUrl, RUHU_KEY: bytes.toString('base64') };
const roster = [
  '姓名,手机号,角色,单位',
  '王五,13800000001,排查员,柳元村',
  '赵六,13800000002,排查员,孟楼村',
  '周八,13800000003,乡镇干部,闫集镇',
  '钱七,13800000004,排查员,杨楼村',
];

beforeAll(async () => {
  writeFileSync(join(cwd, 'staff.csv'), `${roster.join('\n')}\n`);
  const { code, errors } = await ruhu(['import', 'staff', 'staff.csv'], { cwd, env });
  expect(code, errors).toBe(0);
});

describe('ruhu codes', () => {
  it('prints one code a person for a township and its villages, and stores only hashes', async () => {
    const { code, out, errors } = await ruhu(['codes', '闫集镇'], { cwd, env });
    expect(code).toBe(0);
    const rows = out
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows.map(([, name, unit]) => [name, unit]).sort()).toEqual([
      ['周八', '闫集镇'],
      ['王五', '柳元村'],
      ['赵六', '孟楼村'],
    ]);
    expect(errors).toContain('3 个码，3 天内有效；只显示这一次');
    const hashOf = hasher({ bytes, from: 'environment' }, 'code');
    const stored = await read(
      database,
      wholeCounty(county),
      (db) => db.sql<{ hash: string }[]>`select code_hash as hash from bind_code where county = ${county}`,
    );
    expect(stored.map((row) => row.hash).sort()).toEqual(
      rows.map(([c = '']) => hashOf(normalCode(c))).sort(),
    );
  });

  it('takes them back', async () => {
    const { out } = await ruhu(['codes', '341322103000', '--revoke'], { cwd, env });
    expect(out.trim()).toBe('闫集镇：作废了 3 个没用过的码');
    const again = await ruhu(['codes', '柳元村', '--revoke'], { cwd, env });
    expect(again.out.trim()).toMatch(/作废了 0 个没用过的码$/u);
  });

  it('leaves out who is bound, but not who only spoke at the terminal', async () => {
    const { receive } = testReceiver(database, county);
    const staff = await read(
      database,
      wholeCounty(county),
      (db) => db.sql<{ id: StaffId }[]>`select id from staff where county = ${county} and name = '王五'`,
    );
    const said = {
      at: Date.now(),
      chat: { kind: 'private' as const },
      content: { type: 'text' as const, text: '你好' },
    };
    const { receive: terminal } = testReceiver(database, county, staff[0]?.id);
    await terminal({ ...said, channel: 'terminal', messageId: 't1', from: { externalId: '13800000001' } });
    const before = await ruhu(['codes', '柳元村'], { cwd, env });
    expect(before.out).toContain('王五');
    await receive({ ...said, channel: 'wechaty', messageId: 'w1', from: { externalId: 'wx' } });
    await write(
      database,
      wholeCounty(county),
      (tx) =>
        tx.sql`update account set staff_id = ${staff[0]?.id ?? null} where county = ${county} and external_id = 'wx'`,
    );
    const after = await ruhu(['codes', '柳元村'], { cwd, env });
    expect(after.out).not.toContain('王五');
    expect(after.code).toBe(0);
  });
});
