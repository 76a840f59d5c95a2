import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { householdId } from '../../conversations/contract/ids.ts';
import { pinyinOf } from '../../conversations/language/pinyin.ts';
import { cipherKinds, openCipher } from '../../db/base/cipher.ts';
import { groupNo } from '../../db/base/group-no.ts';
import { read, write } from '../../db/base/transaction.ts';
import { type RegisterHousehold, saveHouseholds } from '../../db/households/households.ts';
import { type LedgerEntry, streamLedger } from '../../db/visits/ledger.ts';
import { county, registerHousehold, type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { december, saved, take, visitOf } from '../support/turns.ts';

const { database } = await testDatabase();
const everything = wholeCounty(county);
let seeded: SeededCounty;

beforeAll(async () => {
  seeded = await seedCounty(database);
});

const put = (...households: RegisterHousehold[]) =>
  write(database, everything, (tx) => saveHouseholds(tx, households, 'register'));
const rowsOf = (query: string) => read(database, everything, (db) => db.sql.unsafe(query));

describe('the register', () => {
  const one = registerHousehold({ code: 'r1', headName: '单雄信', group: '三组', population: 3 });

  it('takes the same file twice and changes nothing the second time', async () => {
    expect(await put(one)).toEqual({ added: 1, changed: 0, same: 0 });
    expect(await put(one)).toEqual({ added: 0, changed: 0, same: 1 });
    expect(await put({ ...one, population: 4 }, registerHousehold({ code: 'r2', headName: '曾乙' }))).toEqual(
      { added: 1, changed: 1, same: 0 },
    );
    expect(
      await rowsOf(`select head_pinyin, head_initials, grp_no, population from household where code = 'r1'`),
    ).toEqual([{ head_pinyin: 'shanxiongxin', head_initials: 'sxx', grp_no: 3, population: 4 }]);
  });

  it('does not take an encrypted number for another one because it was encrypted anew', async () => {
    const cipher = await openCipher(new Uint8Array(randomBytes(32)));
    const withNumber = async () => ({
      ...one,
      code: 'r3',
      idCipher: await cipher.encrypt('11010519491231002X', 'r3'),
      idHash: await cipher.hash('11010519491231002X'),
    });
    expect(await put(await withNumber())).toMatchObject({ added: 1 });
    expect(await put(await withNumber())).toMatchObject({ same: 1 });
    const [row] = await rowsOf(`select id_cipher from household where code = 'r3'`);
    expect(await cipher.decrypt(row?.id_cipher as Uint8Array, 'r3')).toBe('11010519491231002X');
  });

  it('gives a household to the helper it names, in place of the one it named before', async () => {
    await put({ ...one, helper: seeded.staff.helper });
    await put({ ...one, helper: seeded.staff.colleague });
    const helpers = await rowsOf(
      `select s.name from assignment a join staff s on s.id = a.staff_id join household h on h.id = a.household_id where h.code = 'r1'`,
    );
    expect(helpers).toEqual([{ name: '赵六' }]);
  });

  it('takes visit and problems along when it moves a household to another village', async () => {
    await put({ ...one, code: 'r4' });
    const [row] = await rowsOf(`select id from household where code = 'r4'`);
    const visit = visitOf(householdId.parse(row?.id), seeded.staff.helper, {});
    await take(database, seeded.staff.helper, { text: '', changes: saved(visit) });
    await put({ ...one, code: 'r4', village: units.zhangzhuang, township: units.huangkou });
    expect(await rowsOf(`select village, township from visit where id = '${visit.id}'`)).toEqual([
      { village: units.zhangzhuang, township: units.huangkou },
    ]);
  });

  it('reads a group’s number in all its spellings', () => {
    expect(['10组', '第三组', '二十三组', '十组', '１２组', '东组', ''].map(groupNo)).toEqual([
      10, 3, 23, 10, 12, 0, 0,
    ]);
  });

  it('knows how a name sounds, surnames by their own reading', () => {
    expect(['单雄信', '曾国藩', '欧阳锋', 'Li四', ''].map((name) => pinyinOf(name).full)).toEqual([
      'shanxiongxin',
      'zengguofan',
      'ouyangfeng',
      'lisi',
      '',
    ]);
  });
});

describe('the ledger', () => {
  it('streams households with their visits in the order of the register', async () => {
    const visit = visitOf(
      seeded.households.get('2100003'),
      seeded.staff.helper,
      { allInsured: { is: 'unsure' } },
      { status: 'submitted', submittedAt: december(10) },
    );
    await take(database, seeded.staff.helper, { text: '', changes: saved(visit) });
    const entries: LedgerEntry[] = [];
    await read(database, everything, async (db) => {
      for await (const some of streamLedger(db, { unit: units.liuyuan, questionnaire: 'household' }))
        entries.push(...some);
    });
    const seededOnes = entries.filter((entry) => entry.household.code.startsWith('21'));
    expect(seededOnes.map((entry) => entry.household.code)).toEqual([
      '2100001',
      '2100003',
      '2100004',
      '2100002',
    ]);
    expect(seededOnes[1]?.visit).toMatchObject({
      status: 'submitted',
      toVerify: ['allInsured'],
      helperName: '王五',
      submittedAt: december(10),
    });
    expect(seededOnes[0]?.visit).toBeNull();
  });
});

describe.each(cipherKinds)('the cipher %s', (kind) => {
  const key = new Uint8Array(randomBytes(32));

  it('notices a changed cipher text and one moved to another row; another key opens nothing', async () => {
    const cipher = await openCipher(key, kind);
    const sealed = await cipher.encrypt('秘密', 'household/1');
    expect(await (await openCipher(key, kind)).decrypt(sealed, 'household/1')).toBe('秘密');
    await expect(cipher.decrypt(sealed, 'household/2')).rejects.toThrow();
    for (let at = 0; at < sealed.length; at += 1)
      await expect(
        cipher.decrypt(sealed.with(at, (sealed[at] ?? 0) ^ 1), 'household/1'),
        `${at}`,
      ).rejects.toThrow();
    await expect(cipher.decrypt(sealed.subarray(0, -1), 'household/1')).rejects.toThrow();
    const other = await openCipher(new Uint8Array(randomBytes(32)), kind);
    await expect(other.decrypt(sealed, 'household/1')).rejects.toThrow();
    expect(Buffer.from(await cipher.hash('1')).equals(Buffer.from(await other.hash('1')))).toBe(false);
  });

  it('opens what every other one sealed, so that a county may change', async () => {
    const cipher = await openCipher(key, kind);
    for (const before of cipherKinds) {
      const sealed = await (await openCipher(key, before)).encrypt('秘密', 'household/1');
      expect(await cipher.decrypt(sealed, 'household/1')).toBe('秘密');
      expect(cipher.isCurrent(sealed)).toBe(before === kind);
    }
  });

  it('opens what was sealed before cipher texts were bound to their row', async () => {
    // AES-256-GCM under HKDF-SHA-256 of the key, without additional data.
    const secret = hkdfSync('sha256', key, '', 'ruhu encrypt', 32);
    const iv = randomBytes(12);
    const old = createCipheriv('aes-256-gcm', Buffer.from(secret), iv);
    const text = Buffer.concat([old.update('秘密'), old.final()]);
    const sealed = Uint8Array.of(1, ...iv, ...text, ...old.getAuthTag());
    expect(await (await openCipher(key, kind)).decrypt(sealed, 'household/1')).toBe('秘密');
  });
});

it('SM4-GCM and HMAC-SM3 are what others compute: an independent implementation agrees', async () => {
  const root = new Uint8Array(32).fill(5);
  const cipher = await openCipher(root, 'sm');
  const derived = createHmac('sm3', root).update('ruhu look up sm3').digest();
  const expected = createHmac('sm3', derived).update('11010519491231002X').digest('hex');
  expect(Buffer.from(await cipher.hash('11010519491231002X')).toString('hex')).toBe(expected);
  // GCM is counter mode from the nonce's second counter on, under the block cipher that OpenSSL has.
  const sealed = await cipher.encrypt('11010519491231002X', 'household/1');
  const secret = createHmac('sm3', root).update('ruhu encrypt sm4').digest().subarray(0, 16);
  const counter = Buffer.concat([sealed.subarray(1, 13), Buffer.of(0, 0, 0, 2)]);
  const opened = createDecipheriv('sm4-ctr', secret, counter).update(sealed.subarray(13, -16)).toString();
  expect(opened).toBe('11010519491231002X');
});
