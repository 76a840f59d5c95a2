import { beforeAll, describe, expect, it } from 'vitest';
import { scopeOf, wholeCounty } from '../../conversations/access/scope.ts';
import { read, write } from '../../db/base/transaction.ts';
import { eraseHousehold } from '../../db/erasing/erase.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import { issueOpinionCodes } from '../../db/supervision/opinion-codes.ts';
import { rotateKey } from '../../src/county/rotate-key.ts';
import { exportList, listHead } from '../../src/exports/export-list.ts';
import { readConfig } from '../../src/setting/config.ts';
import { documentFolder, readWorkbook, writeWorkbook } from '../documents/files.ts';
import { madeUpId } from '../import/register.ts';
import { chatOf, rowsOf } from '../problems/chat.ts';
import { county, type SeededCounty, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { bring, withNumbers } from './county.ts';

const { database, adminUrl } = await testDatabase();
const at = documentFolder();
const say = chatOf(database);
const place = {
  database,
  county,
  config: readConfig({}),
  key: { bytes: Buffer.alloc(32, 7), from: 'environment' as const },
};
let seeded: SeededCounty;

const head = ['序号', '参保人姓名', '证件号码', '所属乡镇', '行政村', '缴费情况', '经办人电话'];
const given = [
  ['1', '张三', madeUpId(1), '龙城镇', '刘园村', '未缴', '0557-5000000'],
  ['2', '李小丽', madeUpId(2), '龙城镇', '刘园村', '未缴', ''],
  ['3', '陈二', '', '黄口镇', '张庄村', '未缴', ''],
  ['4', '没这人', '', '龙城镇', '刘园村', '未缴', ''],
];

beforeAll(async () => {
  seeded = await seedCounty(database);
  await withNumbers(database, seeded);
  await writeWorkbook(at('given.xlsx'), { 未参保: [head, ...given] });
  await bring(database, at('given.xlsx'), 'insurance');
  await say(seeded.staff.helper, '核查 1 属实 出去打工忘了交');
  await say(seeded.staff.helper, '核查 2 不属实 在学校交的');
});

async function exported(scope = wholeCounty(county), under = place): Promise<string[][]> {
  const list = await listHead(under, 1);
  if (list === null) throw new Error('no list');
  await exportList(under, { list, scope, file: at('back.xlsx'), format: 'xlsx' });
  const rows: string[][] = [];
  for (const sheet of (await readWorkbook(at('back.xlsx'))).worksheets)
    sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((v) => String(v ?? ''))));
  return rows;
}

describe('a list that goes back', () => {
  it('has its own columns in their order, whole numbers too, and what was found behind them', async () => {
    const [headings, first, second, third, fourth] = await exported();
    expect(headings).toEqual([...head, '核查结果', '核查人', '日期', '备注']);
    expect(first?.slice(0, 7)).toEqual(given[0]);
    expect(first?.slice(7)).toEqual([
      '属实',
      '王五',
      expect.stringMatching(/^2021-12-\d\d$/u),
      '出去打工忘了交；问题未启动',
    ]);
    expect(second?.slice(7)).toEqual(['不属实', '王五', expect.any(String), '在学校交的']);
    expect(third?.slice(7)[0]).toBe('未核查');
    expect([fourth?.[7], fourth?.[10]]).toEqual(['未核查', '没对上户']);
  });

  it('holds for a township its own rows alone', async () => {
    const cadre = await read(database, wholeCounty(county), (db) =>
      findSpeaker(db, { id: seeded.staff.cadre }),
    );
    if (cadre === null) throw new Error('nobody');
    const rows = await exported(scopeOf(county, cadre));
    expect(rows.slice(1).map((row) => row[1])).toEqual(['张三', '李小丽', '没这人']);
    // The numbers are the sender's: a township works without them.
    const numbers = rows.slice(1, 3).map((row) => row[2]);
    expect(numbers.every((n) => n?.includes('*'))).toBe(true);
  });

  it('opens under a new key after the key was changed, and not under the old one', async () => {
    const next = { bytes: Buffer.alloc(32, 9), from: 'environment' as const };
    await write(database, wholeCounty(county), async (tx) => {
      const household = seeded.households.get('2100001');
      if (household === undefined) throw new Error('no household');
      const [at, expiresAt] = [new Date(), new Date(Date.now() + 86_400_000)];
      await issueOpinionCodes(tx, [{ household, hash: 'of the old key' }], { by: null, at, expiresAt });
    });
    await rotateKey(place, place.key, next);
    // Codes on paper are known by a hash under the key: their households get new ones.
    expect(await rowsOf(database, 'select used from opinion_code')).toEqual([{ used: 'void' }]);
    const [, first] = await exported(wholeCounty(county), { ...place, key: next });
    expect(first?.[2]).toBe(madeUpId(1));
    await expect(exported()).rejects.toThrow('用另一把密钥加密的');
  });
});

it('a later word on a row says that the problem it led to is still there', async () => {
  const told = await say(seeded.staff.helper, '核查 1 不属实 其实在外地交了');
  expect(told).toMatch(/不属实，记下了；\d+号问题还在台账上/u);
});

it('a household that is erased goes from the lists too, also where a row only may have meant it', async () => {
  await writeWorkbook(at('more.xlsx'), { 预警: [head, ['1', '周大', '', '龙城镇', '王典村', '未缴', '']] });
  await bring(database, at('more.xlsx'), 'warnings');
  const left = () => rowsOf(database, `select person from outside_row where person in ('周大', '张三')`);
  expect(await left()).toHaveLength(2);
  for (const code of ['2200002', '2100001'])
    await eraseHousehold({ url: adminUrl, county, by: 'test' }, code);
  expect(await left()).toEqual([]);
});
