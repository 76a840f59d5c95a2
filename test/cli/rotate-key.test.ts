import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { demoCounty } from '../../conversations/campaign/counties.ts';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import { openCipher } from '../../db/base/cipher.ts';
import { read, write } from '../../db/base/transaction.ts';
import { idCipherContext } from '../../db/households/id-numbers.ts';
import { setUpCounty } from '../../src/county/set-up-county.ts';
import { importHouseholds } from '../../src/imports/import-households.ts';
import { county, madeUpId } from '../import/register.ts';
import { testDatabase } from '../support/database.ts';
import { ownFolder, ruhu } from './ruhu.ts';

const { database, appUrl } = await testDatabase();
const cwd = ownFolder();
const keys = [randomBytes(32), randomBytes(32), randomBytes(32)].map((bytes) => bytes.toString('base64'));
const [first = '', second = '', third = ''] = keys;
const env = (now: string, next: string) => ({ DATABASE_URL: appUrl, RUHU_KEY: now, RUHU_NEW_KEY: next });
const count = 700; // more than a page

interface Sealed {
  code: string;
  cipher: Uint8Array;
  hash: Uint8Array;
}

const sealed = (at: CountyCode = county): Promise<Sealed[]> =>
  read(database, wholeCounty(at), async (db) => [
    ...(await db.sql<Sealed[]>`
      select code, id_cipher as cipher, id_hash as hash from household where county = ${at} order by code::int`),
  ]);

const cipherOf = (key: string) => openCipher(Uint8Array.from(Buffer.from(key, 'base64')));

/** Every number opens with this key and is found by its hash under it. */
async function expectAllUnder(key: string, at: CountyCode = county): Promise<void> {
  const cipher = await cipherOf(key);
  const rows = await sealed(at);
  for (const row of rows) {
    const number = madeUpId(Number(row.code));
    expect(await cipher.decrypt(row.cipher, idCipherContext(at, row.code))).toBe(number);
    expect(Buffer.from(row.hash)).toEqual(Buffer.from(await cipher.hash(number)));
  }
}

beforeAll(async () => {
  const cipher = await cipherOf(first);
  for (const at of [county, demoCounty]) {
    await setUpCounty(database, at);
    const file = join(cwd, `${at}.csv`);
    const rows = Array.from(
      { length: at === county ? count : 3 },
      (_, i) => `${i + 1},张三,${madeUpId(i + 1)},闫集镇,柳元村,1组`,
    );
    writeFileSync(file, `户编号,户主姓名,身份证号,乡镇,行政村,村民组\n${rows.join('\n')}\n`);
    const report = await importHouseholds({
      database,
      county: at,
      file,
      partial: false,
      now: new Date(),
      cipher,
    });
    expect(report.stored).toBe(true);
  }
  await write(
    database,
    wholeCounty(county),
    (tx) => tx.sql`
      insert into platform_token (county, name, cipher) values (${county}, 'wecom/1', 'sealed'::bytea)`,
  );
});

describe('ruhu rotate-key', () => {
  it('seals every ID number anew, in all counties, found by its new hash, with no number in clear', async () => {
    const before = await sealed();
    const { code, out, errors } = await ruhu(['rotate-key'], { cwd, env: env(first, second) });
    expect(errors).toBe('');
    expect(out).toContain(`换好了：${count + 3} 个身份证号`);
    expect(code).toBe(0);
    await expectAllUnder(second);
    await expectAllUnder(second, demoCounty);
    const after = await sealed();
    expect(after).toHaveLength(count);
    for (const [i, row] of after.entries()) expect(row.cipher).not.toEqual(before[i]?.cipher);
    const text = JSON.stringify(after.map((row) => Buffer.from(row.cipher).toString('latin1')));
    expect(text).not.toContain(madeUpId(1));
    const left = await read(
      database,
      wholeCounty(county),
      (db) => db.sql`select 1 from platform_token where county = ${county}`,
    );
    expect(left).toHaveLength(0);
  });

  it('run again with the same keys changes nothing and says so', async () => {
    const before = await sealed();
    const { code, out } = await ruhu(['rotate-key'], { cwd, env: env(first, second) });
    expect(out).toContain(`0 个身份证号已用新密钥重新加密（另有 ${count + 3} 个上次已经换过）`);
    expect(code).toBe(0);
    expect(await sealed()).toEqual(before);
  });

  it('the bot doesn’t start with another key than the one that the ID numbers were sealed with', async () => {
    const { code, errors } = await ruhu(['start'], { cwd, env: { ...env(third, first), PORT: '0' } });
    expect(errors).toMatch(/^RUHU_KEY 解不开库里的身份证号/mu);
    expect(code).toBe(1);
  });

  it('with a wrong old key changes nothing and says which key is wrong', async () => {
    const before = await sealed();
    const { code, errors } = await ruhu(['rotate-key'], { cwd, env: env(first, third) });
    expect(errors.trim()).toMatch(/^RUHU_KEY 解不开库里的身份证号.*什么都没有改动/u);
    expect(code).toBe(1);
    expect(await sealed()).toEqual(before);
  });

  it('goes on where it was cut off', async () => {
    const next = await cipherOf(third);
    const [one] = await sealed();
    if (one === undefined) throw new Error('no household');
    const done = {
      cipher: await next.encrypt(madeUpId(1), idCipherContext(county, '1')),
      hash: await next.hash(madeUpId(1)),
    };
    await write(
      database,
      wholeCounty(county),
      (tx) => tx.sql`
        update household set id_cipher = ${done.cipher}, id_hash = ${done.hash} where county = ${county} and code = '1'`,
    );
    const { out } = await ruhu(['rotate-key'], { cwd, env: env(second, third) });
    expect(out).toContain(`${count + 2} 个身份证号已用新密钥重新加密（另有 1 个上次已经换过）`);
    await expectAllUnder(third);
  });

  it('refuses to change a key for itself', async () => {
    const { code, errors } = await ruhu(['rotate-key'], { cwd, env: env(third, third) });
    expect(errors).toContain('RUHU_NEW_KEY：和 RUHU_KEY 一样');
    expect(code).toBe(2);
  });
});
