import { writeFileSync } from 'node:fs';
import { type BookType, utils, type WorkBook, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { rowErrorSentence } from '../../conversations/imports/cell.ts';
import type { ImportReport } from '../../src/imports/import-report.ts';
import { documentFolder, writeWorkbook } from '../documents/files.ts';
import { testDatabase } from '../support/database.ts';
import { madeUpId, readyCounty, type StoredHousehold, storedHouseholds } from './register.ts';

const { database } = await testDatabase();
const into = await readyCounty(database);
const at = documentFolder();

type Cells = readonly (readonly unknown[])[];

/** A workbook of the older kinds, as another program would save it. */
function save(
  file: string,
  kind: BookType,
  sheets: Readonly<Record<string, Cells>>,
  finish?: (book: WorkBook) => void,
) {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((r) => [...r])), name);
  finish?.(book);
  writeFileSync(at(file), write(book, { type: 'buffer', bookType: kind }) as Buffer);
  return at(file);
}

/** Imports a file and gives what it stored of the households whose codes begin with `code`. */
async function taken(
  file: string,
  code: string,
  partial = false,
): Promise<{ report: ImportReport; stored: StoredHousehold[] }> {
  const report = await into.households(file, partial);
  const stored = (await storedHouseholds(database)).filter((h) => h.code.startsWith(code));
  return { report, stored };
}

const says = (report: ImportReport): string[] => [
  ...report.errors.map(rowErrorSentence),
  ...report.notes.map(({ rows, text }) => (rows === undefined ? text : `第 ${rows} 行：${text}`)),
];

const head = ['户编号', '户主姓名', '户属性', '身份证号', '乡镇', '行政村', '村民组'];
const line = (code: string, n: number, name = `农户${n}`) => [
  code,
  name,
  '一般农户',
  madeUpId(n),
  '龙城镇',
  '王典村',
  '2组',
];

describe('formats counties have', () => {
  it.each([
    ['an old .xls', 'old.xls', 'biff8', 'XLS'],
    ['an .ods of another office program', 'other.ods', 'ods', 'ODS'],
    ['an .xls that is a web page', 'page.xls', 'html', 'HTM'],
    ['an .xls that is an XML table', 'xml.xls', 'xlml', 'XML'],
  ] as const)('%s is taken with its long numbers whole', async (_, file, kind, code) => {
    const n = 100 + code.charCodeAt(0) + code.charCodeAt(1);
    const path = save(file, kind, {
      名册: [['龙城镇农户名册'], head, line(`${code}1`, n), line(`${code}2`, n + 300)],
    });
    const { report, stored } = await taken(path, code);
    expect(says(report)).toEqual([]);
    expect(stored.map((h) => [h.head_name, h.has_id, h.grp])).toEqual([
      [`农户${n}`, true, '2组'],
      [`农户${n + 300}`, true, '2组'],
    ]);
  });

  it('a web page in GBK, as exports of older systems are, is taken', async () => {
    // 户编号 户主姓名 行政村 / GB1 张三 王典村
    const hex = {
      bh: 'bba7b1e0bac5',
      hz: 'bba7d6f7d0d5c3fb',
      cun: 'd0d0d5feb4e5',
      zs: 'd5c5c8fd',
      wd: 'cdf5b5e4b4e5',
    };
    const cell = (bytes: string) =>
      Buffer.concat([Buffer.from('<td>'), Buffer.from(bytes, 'hex'), Buffer.from('</td>')]);
    const ascii = (text: string) => Buffer.from(text);
    writeFileSync(
      at('gbk.xls'),
      Buffer.concat([
        ascii('<html><head><meta charset="gb2312"></head><body><table><tr>'),
        ...[hex.bh, hex.hz, hex.cun].map(cell),
        ascii('</tr><tr><td>GB1</td>'),
        ...[hex.zs, hex.wd].map(cell),
        ascii('</tr></table></body></html>'),
      ]),
    );
    const { stored } = await taken(at('gbk.xls'), 'GB');
    expect(stored).toMatchObject([{ head_name: '张三' }]);
  });

  it('cells written as ="001" are the text within', async () => {
    writeFileSync(
      at('quoted.csv'),
      '户编号,户主姓名,行政村,联系电话\n="Q01","=""钱三""",王典村,="13900000009"\n',
    );
    const { stored } = await taken(at('quoted.csv'), 'Q');
    expect(stored).toMatchObject([{ code: 'Q01', head_name: '钱三', phone: '13900000009' }]);
  });
});

describe('layouts counties have', () => {
  it('one sheet per village: the name of the sheet is the village', async () => {
    const rows = (code: string) => [
      ['户编号', '户主姓名', '户属性'],
      [code, `户主${code}`, '一般农户'],
    ];
    await writeWorkbook(at('sheets.xlsx'), {
      '1.王典村': rows('SV1'),
      '姬村（2户）': rows('SV2'),
      龙城镇毛郢村: rows('SV3'),
    });
    const { report, stored } = await taken(at('sheets.xlsx'), 'SV');
    expect(report).toMatchObject({ added: 3, errorCount: 0 });
    expect(new Set(stored.map((h) => h.village)).size).toBe(3);
    await writeWorkbook(at('sheets-odd.xlsx'), { 唐圆子: rows('SO1'), 王典村: rows('SO2') });
    expect(says(await into.households(at('sheets-odd.xlsx')))).toContain(
      '工作表“唐圆子”：缺少列：行政村。请在表头补上再导入，或者一个村一张工作表，表名写村名。',
    );
  });

  it.each(['xlsx', 'biff8'] as const)('a merged village holds for the rows below (%s)', async (kind) => {
    const code = kind === 'xlsx' ? 'MX' : 'MB';
    const rows = [
      ['行政村', '村民组', '户编号', '户主姓名', '户属性'],
      ['王典村', '1组', `${code}1`, '甲', '一般农户'],
      ['', '', `${code}2`, '乙', '一般农户'],
      ['', '2组', `${code}3`, '丙', '一般农户'],
      ['姬村', '', `${code}4`, '丁', '一般农户'],
    ];
    const path = save(`merged-${kind}`, kind, { 名册: rows }, (book) => {
      const sheet = book.Sheets.名册;
      if (sheet !== undefined) sheet['!merges'] = ['A2:A4', 'B2:B3'].map((ref) => utils.decode_range(ref));
    });
    const { report, stored } = await taken(path, code);
    expect(says(report)).toEqual([]);
    expect(stored.map((h) => h.grp)).toEqual(['1组', '1组', '2组', '']);
    expect(new Set(stored.slice(0, 3).map((h) => h.village)).size).toBe(1);
    expect(stored[3]?.village).not.toBe(stored[0]?.village);
  });

  it('lines below the table, hidden rows, hidden sheets and error cells are told and stop nothing', async () => {
    await writeWorkbook(
      at('below.xlsx'),
      {
        名册: [
          ['户编号', '户主姓名', '户属性', '家庭人口数', '行政村'],
          ['BE1', '甲', '一般农户', { error: '#N/A' }, '王典村'],
          ['BE2', '乙', '一般农户', 3, '王典村'],
          ['填表人：张三', '审核人：李四', null, null, '2021年12月8日'],
          ['注：1.户编号由县里统一编。', null, null, null, null],
        ],
        已删除: [
          ['户编号', '户主姓名', '行政村'],
          ['BE9', '旧', '王典村'],
        ],
      },
      (workbook) => {
        const sheet = workbook.getWorksheet('名册');
        if (sheet !== undefined) sheet.getRow(3).hidden = true;
        const old = workbook.getWorksheet('已删除');
        if (old !== undefined) old.state = 'hidden';
      },
    );
    const { report, stored } = await taken(at('below.xlsx'), 'BE');
    expect(stored.map((h) => [h.head_name, h.population])).toEqual([
      ['甲', null],
      ['乙', 3],
    ]);
    expect(says(report)).toEqual([
      '第 2 行：“家庭人口数”是错误值（如 #N/A），按空白读了',
      '第 3 行：是隐藏的行，也导入了；不要的请删掉再导入',
      '第 4—5 行：填表人、审核人、备注一类的行，跳过了',
      '隐藏的工作表“已删除”没有读；要导入，先取消隐藏',
    ]);
  });

  it('a header in two rows where 户主 and 住址 are groups, with a sum under 序号', async () => {
    const rows = [
      ['序号', '户主', null, '住址', null, null, null, '户属性'],
      [null, '姓名', '证件号码', '乡（镇）', '行政村', '组', '联系方式', null],
      [1, '冯长海', madeUpId(501), '龙城镇', '王典村', '3', '13900000003（邻居）', '脱贫户'],
      ['合计', null, null, null, null, null, null, null],
    ];
    await writeWorkbook(at('groups.xlsx'), { 名册: rows });
    const report = await into.households(at('groups.xlsx'));
    expect(report).toMatchObject({ added: 1, errorCount: 0 });
    expect(report.notes).toEqual([{ rows: '4', text: '合计、小计行，跳过了' }]);
    expect((await storedHouseholds(database)).find((h) => h.head_name === '冯长海')).toMatchObject({
      grp: '3组',
      phone: '13900000003',
      type: 'povertyAlleviated',
    });
  });
});

describe('what an optional column says never costs a household', () => {
  it.each([
    ['0557-5020000', '05575020000'],
    ['13900000001/13900000002', '13900000001'],
    ['5020000、13900000002', '13900000002'],
    ['+86 139 0000 0003', '13900000003'],
    ['1390000000', null],
    ['见村部', null],
  ])('a contact of “%s”', async (text, phone) => {
    const code = `TEL${text.length}${text.charCodeAt(1)}`;
    await writeWorkbook(at('phones.xlsx'), {
      名册: [
        ['户编号', '户主姓名', '户属性', '行政村', '联系电话'],
        [code, '甲', '一般农户', '王典村', text],
      ],
    });
    const { report, stored } = await taken(at('phones.xlsx'), code);
    expect(stored).toMatchObject([{ phone }]);
    expect(says(report)).toEqual(phone === null ? ['第 2 行：联系电话读不出是哪个号码，先空着了'] : []);
  });

  it('a figure under a heading in 万元, and one that is too small for yuan', async () => {
    const list = (heading: string, figure: number, code: string): Cells => [
      ['户编号', '户主姓名', '户属性', '行政村', heading],
      [code, '甲', '脱贫户', '王典村', figure],
    ];
    await writeWorkbook(at('wan.xlsx'), { 名册: list('人均纯收入（万元）', 1.25, 'WAN1') });
    expect(says((await taken(at('wan.xlsx'), 'WAN')).report)).toEqual([]);
    await writeWorkbook(at('wan.xlsx'), { 名册: list('人均纯收入', 1.25, 'WAN2') });
    expect(says((await taken(at('wan.xlsx'), 'WAN')).report)).toEqual([
      '第 2 行：上年人均纯收入小得不合常理（不到 100 元），单位是万元的话请在表头写明',
    ]);
  });

  it('a village with one wrong character is told with the one it may be', async () => {
    await writeWorkbook(at('slip.xlsx'), {
      名册: [head.slice(0, 6), ['SL1', '甲', '一般农户', '', '龙城镇', '王点村']],
    });
    expect(says(await into.households(at('slip.xlsx')))).toContain(
      '第 2 行：龙城镇没有叫“王点村”的村（社区），是不是王典村，请核对村名和乡镇',
    );
  });

  it('words every program knows are text like any other', async () => {
    await writeWorkbook(at('odd.xlsx'), {
      名册: [
        ['户编号', '户主姓名', '户属性', '行政村', '__proto__', '备注'],
        ['ODD1', '甲', 'constructor', '王典村', 'x', '..'],
        ['ODD2', '乙', '一般农户', '王典村', 'toString', '.constructor'],
      ],
    });
    const { report, stored } = await taken(at('odd.xlsx'), 'ODD', true);
    expect(report.errors).toMatchObject([{ row: 2, text: expect.stringContaining('“constructor”认不出') }]);
    expect(stored).toMatchObject([{ code: 'ODD2', extra: { 备注: '.constructor' } }]);
  });
});

describe('the national system’s words', () => {
  const headings = [
    '户编号',
    '户联系电话',
    '户主姓名',
    '姓名',
    '证件号码',
    '与户主关系',
    '户类型',
    '易返贫致贫户(监测对象)类型',
    '乡',
    '村',
    '是否参加新型农村合作医疗（城乡居民基本医疗保险）',
    '是否参加城镇职工基本医疗保险',
    '是否享受低保',
  ];

  it('members in any order become one household; a disability number is the identity number with more behind', async () => {
    const member = (
      code: string,
      name: string,
      id: string,
      relation: string,
      more: string[] = ['脱贫户', '', '龙城镇', '王典村', '否', '是', '否'],
    ) => [code, '0557-5020000', '', name, id, relation, ...more];
    await writeWorkbook(at('national.xlsx'), {
      Sheet1: [
        headings,
        member('NA1', '赵一', madeUpId(601), '户主'),
        member('NA2', '钱二', `${madeUpId(602)}43`, '户主', [
          '已脱贫(享受政策)',
          '脱贫不稳定户',
          '龙城镇',
          '王典村',
          '是',
          '',
          '是',
        ]),
        member('NA1', '赵小', `${madeUpId(603)}44B1`, '之子'),
      ],
    });
    const { report, stored } = await taken(at('national.xlsx'), 'NA');
    expect(says(report)).toEqual([]);
    expect(stored).toMatchObject([
      {
        code: 'NA1',
        type: 'povertyAlleviated',
        tags: ['disabled'],
        population: 2,
        known: { allInsured: true },
        phone: '05575020000',
      },
      {
        code: 'NA2',
        type: 'monitored',
        monitored_kind: 'unstable',
        tags: ['disabled', 'subsistence'],
        has_id: true,
      },
    ]);
  });

  it('with --partial a household with an unreadable member is left out whole, not stored without him', async () => {
    await writeWorkbook(at('member.xlsx'), {
      Sheet1: [
        ['户编号', '姓名', '身份证号', '与户主关系', '户属性', '行政村'],
        ['PM1', '孙一', madeUpId(611), '户主', '一般农户', '王典村'],
        ['PM1', '孙二', '123', '配偶', '一般农户', '王典村'],
        ['PM2', '李一', madeUpId(612), '户主', '一般农户', '王典村'],
      ],
    });
    const { report, stored } = await taken(at('member.xlsx'), 'PM', true);
    expect(stored.map((h) => h.code)).toEqual(['PM2']);
    expect(says(report)).toEqual([
      '第 2 行：这一户有成员的行读不出，整户没有导入，免得少了人；改好那一行再导入',
      '第 3 行：身份证号是 3 位，应为 18 位，请核对',
    ]);
  });

  it.each([
    ['一般贫困户', 'povertyAlleviated', []],
    ['低保贫困户', 'povertyAlleviated', ['subsistence']],
    ['特困供养脱贫户', 'povertyAlleviated', ['destitute']],
    ['五保贫困户', 'povertyAlleviated', ['destitute']],
    ['已脱贫(不享受政策)', 'povertyAlleviated', []],
    ['低保边缘户', 'general', []],
    ['低收入户', 'general', []],
    ['正常脱贫', 'povertyAlleviated', []],
  ])('户属性 %s', async (word, type, tags) => {
    const code = `TY${word.length}${word.charCodeAt(0)}${word.charCodeAt(1)}`;
    await writeWorkbook(at('types.xlsx'), {
      名册: [
        ['户编号', '户主姓名', '行政村', '脱贫状态'],
        [code, '甲', '王典村', word],
      ],
    });
    expect((await taken(at('types.xlsx'), code)).stored).toMatchObject([{ type, tags }]);
  });

  it('a list without any column for it says that its households count as general', async () => {
    await writeWorkbook(at('plain.xlsx'), {
      名册: [
        ['户编号', '户主姓名', '行政村'],
        ['PL1', '甲', '王典村'],
      ],
    });
    expect(says((await taken(at('plain.xlsx'), 'PL')).report)).toEqual([
      '没有户属性这一列：这 1 户名册里原来有的照旧，新的按一般农户记',
    ]);
  });
});
