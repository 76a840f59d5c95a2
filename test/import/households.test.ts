import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { rowErrorSentence } from '../../conversations/imports/cell.ts';
import { idCheckDigit } from '../../conversations/imports/id-number.ts';
import { read } from '../../db/base/transaction.ts';
import { idCipherContext } from '../../db/households/id-numbers.ts';
import type { ImportReport } from '../../src/imports/import-report.ts';
import { documentFolder, writeWorkbook } from '../documents/files.ts';
import { testDatabase } from '../support/database.ts';
import { cipher, county, madeUpId, readyCounty, storedHouseholds } from './register.ts';

const { database } = await testDatabase();
const at = documentFolder();
const into = await readyCounty(database);

const columns = [
  '户编号',
  '户主姓名',
  '身份证号',
  '户属性',
  '家庭人口数',
  '乡镇',
  '行政村',
  '村民组',
  '联系电话',
  '易地搬迁',
  '上年人均纯收入',
  '排查员手机号',
  '备注',
];

function sentences(report: ImportReport): string[] {
  return report.errors.map(rowErrorSentence);
}

async function roster(): Promise<void> {
  const file = at('roster.xlsx');
  await writeWorkbook(file, {
    人员: [
      ['姓名', '手机', '身份', '所在单位', '职务'],
      ['王帮扶', 13900000001, '驻村工作队员、帮扶责任人', '龙城镇王典村', '队员'],
    ],
  });
  expect((await into.staff(file)).added).toBe(1);
}

describe('a register from a spreadsheet', () => {
  const file = at('register.xlsx');
  const rows = [
    ['2021年龙城镇名册'],
    columns,
    [
      'H1',
      '张 三',
      madeUpId(1),
      '脱贫户、低保',
      4,
      '龙城镇',
      '王典村',
      '2组',
      13812345678,
      '否',
      '9,800元',
      13900000001,
      '住村东',
    ],
    ['H2', '单小四', madeUpId(2), '边缘易致贫户', '3人', '龙城', '王典', '二组', '', '', '', 13900000001, ''],
    ['H3', '欧阳五', '', '', '', '龙城镇', '龙湖社区', '', '', '是', '', '', ''],
  ];

  it('comes in with its types, places, helpers and its own columns', async () => {
    await roster();
    await writeWorkbook(file, { 名册: rows });
    const report = await into.households(file);
    expect(report).toMatchObject({
      read: 3,
      added: 3,
      changed: 0,
      unchanged: 0,
      errorCount: 0,
      stored: true,
    });
    expect(report.unknownColumns).toEqual(['备注']);
    const [zhang, shan, ouyang] = await storedHouseholds(database);
    expect(zhang).toMatchObject({
      code: 'H1',
      head_name: '张三',
      head_pinyin: 'zhangsan',
      type: 'povertyAlleviated',
      tags: ['subsistence'],
      population: 4,
      phone: '13812345678',
      helper: '王帮扶',
      has_id: true,
      extra: { 备注: '住村东' },
    });
    expect(shan).toMatchObject({
      type: 'monitored',
      monitored_kind: 'marginal',
      head_pinyin: 'shanxiaosi',
      population: 3,
    });
    expect(ouyang).toMatchObject({ type: 'general', tags: ['relocated'], has_id: false, helper: null });
  });

  it('changes nothing when it comes again', async () => {
    expect(await into.households(file)).toMatchObject({ read: 3, added: 0, changed: 0, unchanged: 3 });
  });

  it('takes a shorter list for what it says and leaves the rest as it is', async () => {
    const short = at('short.csv');
    writeFileSync(short, '户编号,户主姓名,村,组,人口\nH1,张三,王典村,2组,5\n');
    expect(await into.households(short)).toMatchObject({ added: 0, changed: 1 });
    const zhang = (await storedHouseholds(database)).find((h) => h.code === 'H1');
    expect(zhang).toMatchObject({
      population: 5,
      type: 'povertyAlleviated',
      tags: ['subsistence'],
      phone: '13812345678',
      has_id: true,
      helper: '王帮扶',
      extra: { 备注: '住村东' },
    });
  });

  it('keeps the ID number only encrypted', async () => {
    const rows = await read(
      database,
      wholeCounty(county),
      (db) => db.sql<{ id_cipher: Uint8Array; row: string }[]>`
      select id_cipher, household::text as row from household where county = ${county} and code = 'H1'`,
    );
    const [row] = rows;
    if (row === undefined) throw new Error('H1 is missing');
    expect(row.row).not.toContain(madeUpId(1));
    expect(await cipher.decrypt(row.id_cipher, idCipherContext(county, 'H1'))).toBe(madeUpId(1));
  });

  it('writes down what came from where', async () => {
    const rows = await read(
      database,
      wholeCounty(county),
      (db) => db.sql<{ file_name: string; rows: number }[]>`
      select file_name, rows from register_import where county = ${county} and kind = 'households' order by file_name`,
    );
    expect(rows.map((r) => [r.file_name, r.rows])).toEqual([
      ['register.xlsx', 3],
      ['register.xlsx', 3],
      ['short.csv', 1],
    ]);
  });
});

describe('a register with mistakes', () => {
  const file = at('mistakes.csv');
  const wrongDigit = `${madeUpId(3).slice(0, 17)}${madeUpId(3).endsWith('1') ? '2' : '1'}`;
  writeFileSync(
    file,
    [
      columns.slice(0, 12).join(','),
      `M1,好的一户,${madeUpId(10)},一般农户,4,龙城镇,王典村,1组,,,,`,
      `M2,错一位,${wrongDigit},一般农户,4,龙城镇,王典村,1组,,,,`,
      `M3,老号码,340721700101123,一般农户,4,龙城镇,王典村,1组,,,,`,
      `M4,变数字,3.41322E+17,一般农户,4,龙城镇,王典村,1组,,,,`,
      `M5,,,富裕户,四口,龙城镇,没有村,1组,1381234567,,,`,
      `M6,重名村,,一般农户,4,,张庄村,1组,,,,`,
      `M1,重编号,,一般农户,4,龙城镇,王典村,2组,,,,`,
      `M8,重证号,${madeUpId(10)},一般农户,99,龙城镇,王典村,2组,,,,13900009999`,
      `,无编号,,一般农户,4,龙城镇,王典村,3组,,,,`,
      `,无编号,,一般农户,4,龙城镇,王典村,3组,,,,`,
    ].join('\n'),
  );

  it('says for each row what to do, and stores nothing', async () => {
    const before = await storedHouseholds(database);
    const report = await into.households(file);
    expect(report).toMatchObject({ read: 10, added: 0, changed: 0, unchanged: 0, stored: false });
    expect(sentences(report)).toEqual([
      '第 3 行：身份证号末位校验不对，请核对',
      '第 4 行：身份证号是 15 位老号码，请换成 18 位',
      '第 5 行：身份证号被表格存成了数字，后几位已丢失，请把这一列设为文本后重填',
      '第 6 行：缺户主姓名，请补上',
      '第 6 行：龙城镇没有叫“没有村”的村（社区），请核对村名和乡镇',
      '第 6 行：户属性“富裕户”认不出，可填：一般农户、脱贫户、脱贫不稳定户、边缘易致贫户、突发严重困难户',
      expect.stringMatching(/^第 7 行：“张庄村”在.+、.+都有，请写明乡镇$/),
      '第 8 行：户编号与第 2 行重复，请核对',
      '第 9 行：身份证号与第 2 行重复，请核对',
      '第 9 行：排查员手机号不在人员名单里，请核对，或先导入人员',
      '第 11 行：与第 10 行同村同组同名，请补户编号或身份证号',
    ]);
    expect(await storedHouseholds(database)).toEqual(before);
  });

  it('with --partial stores the good rows and still tells the others', async () => {
    const report = await into.households(file, true);
    expect(report).toMatchObject({ added: 2, stored: true, errorCount: 11 });
    expect(report.notes).toEqual([{ rows: '9', text: '家庭人口数 99 不合常理（应为 1–40），请核对' }]);
    expect((await storedHouseholds(database)).map((h) => h.head_name)).toEqual(
      expect.arrayContaining(['好的一户', '无编号']),
    );
  });

  it('finds a double and an unknown helper across rows', async () => {
    const doubles = at('doubles.csv');
    writeFileSync(
      doubles,
      [
        '户编号,户主姓名,身份证号,乡镇,行政村,排查员手机号',
        `D1,甲,${madeUpId(20)},龙城镇,王典村,`,
        `D2,乙,${madeUpId(20)},龙城镇,王典村,`,
        `D3,丙,${madeUpId(1)},龙城镇,王典村,`,
        'D4,丁,,龙城镇,王典村,13900009999',
      ].join('\n'),
    );
    expect(sentences(await into.households(doubles))).toEqual([
      '第 3 行：身份证号与第 2 行重复，请核对',
      '第 4 行：这个身份证号已登记在户编号 H1 的户里，请核对',
      '第 5 行：排查员手机号不在人员名单里，请核对，或先导入人员',
    ]);
  });

  it('says which columns are missing', async () => {
    const headless = at('headless.csv');
    writeFileSync(headless, '户编号,户主姓名\nH1,张三\n');
    expect(sentences(await into.households(headless))).toEqual(['缺少列：行政村。请在表头补上再导入。']);
  });

  it('names the sheet where there are several', async () => {
    const sheets = at('sheets.xlsx');
    await writeWorkbook(sheets, {
      王典: [
        ['户编号', '户主姓名', '行政村'],
        ['S1', '甲', '王典村'],
      ],
      姬村: [
        ['户编号', '户主姓名', '行政村'],
        ['S2', '', '姬村'],
      ],
    });
    expect(sentences(await into.households(sheets))).toEqual(['工作表“姬村”第 2 行：缺户主姓名，请补上']);
  });
});

describe('the national system’s layout, one line per member', () => {
  it('becomes households with numbered members and what is known', async () => {
    const file = at('national.csv');
    writeFileSync(
      file,
      [
        '户编号,人口编号,姓名,证件号码,与户主关系,户类型,监测对象类别,乡镇,行政村,是否参加城乡居民基本医疗保险,是否危房户,是否解决安全饮用水',
        `N1,1,赵大,${madeUpId(30)},户主,脱贫户,脱贫不稳定户,黄口镇,瓦房村,是,否,是`,
        `N1,2,赵妻,${madeUpId(31)},配偶,脱贫户,脱贫不稳定户,黄口镇,瓦房村,否,否,是`,
        `N2,3,钱二,${madeUpId(32)},本人,一般农户,,黄口镇,瓦房村,是,否,是`,
      ].join('\n'),
    );
    const report = await into.households(file);
    expect(sentences(report)).toEqual([]);
    expect(report).toMatchObject({ read: 3, added: 2, unknownColumns: ['人口编号'] });
    const found = await storedHouseholds(database);
    expect(found.find((h) => h.code === 'N1')).toMatchObject({
      head_name: '赵大',
      type: 'monitored',
      monitored_kind: 'unstable',
      population: 2,
      members: [
        { no: 1, name: '赵大', relation: '户主', birthYear: 1970 },
        { no: 2, name: '赵妻', relation: '配偶', birthYear: 1970 },
      ],
      known: { allInsured: false, housingSafe: true, waterProblem: false },
    });
    expect(found.find((h) => h.code === 'N2')).toMatchObject({ population: 1, known: { allInsured: true } });
  });
});

describe('five thousand households', () => {
  it('come in and come again unchanged', async () => {
    const file = at('many.csv');
    const lines = Array.from(
      { length: 5_000 },
      (_, i) => `T${i},户主${i},${i % 997 === 0 ? '' : bigId(i)},龙城镇,王典村,${i % 20}组`,
    );
    writeFileSync(file, ['户编号,户主姓名,身份证号,乡镇,行政村,村民组', ...lines].join('\n'));
    expect(await into.households(file)).toMatchObject({ read: 5_000, added: 5_000, errorCount: 0 });
    expect(await into.households(file)).toMatchObject({ added: 0, changed: 0, unchanged: 5_000 });
  });
});

function bigId(n: number): string {
  const first17 = `990001${1950 + Math.floor(n / 9_000)}${String(1 + (Math.floor(n / 1_000) % 9)).padStart(2, '0')}01${String(n % 1_000).padStart(3, '0')}`;
  return first17 + idCheckDigit(first17);
}
