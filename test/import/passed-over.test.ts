import { expect, it } from 'vitest';
import { countHeadings, householdHeadings, readHeader } from '../../conversations/imports/headings.ts';
import { rowRanges } from '../../conversations/imports/row-ranges.ts';
import { isSumRow } from '../../conversations/imports/sum-row.ts';
import { documentFolder, writeWorkbook } from '../documents/files.ts';
import { testDatabase } from '../support/database.ts';
import { readyCounty, storedHouseholds } from './register.ts';

const { database } = await testDatabase();
const at = documentFolder();
const into = await readyCounty(database);

it('sums of a register are passed over and formulas without a result read as blank, each with its rows', async () => {
  const file = at('sums.xlsx');
  await writeWorkbook(file, {
    名册: [
      ['户编号', '户主姓名', '家庭人口数', '行政村', '备注'],
      ['H1', '张甲', { formula: '2+2' }, '王典村', null],
      ['H2', '李乙', 3, '王典村', '人数已合计'],
      [null, '小 计', 7, null, null],
      ['H3', '王丙', { formula: '1+2' }, '王典村', '合计'],
      ['H4', '赵丁', { formula: '1+1', result: 2 }, '王典村', null],
      [null, '3户', 9, '王典村合计', null],
    ],
  });
  const report = await into.households(file);
  expect(report).toMatchObject({ read: 6, added: 4, errorCount: 0, stored: true });
  expect(report.notes).toEqual([
    {
      rows: '2、5',
      text: '“家庭人口数”是公式，文件里没存结果，按空白读了；要读到数，用表格软件打开另存一次再导入',
    },
    { rows: '4、7', text: '合计、小计行，跳过了' },
    { text: '没有户属性这一列：这 4 户名册里原来有的照旧，新的按一般农户记' },
  ]);
  expect((await storedHouseholds(database)).map((h) => [h.head_name, h.population])).toEqual([
    ['张甲', null],
    ['李乙', 3],
    ['王丙', null],
    ['赵丁', 2],
  ]);
});

const headings = ['户主姓名', '行政村', '备注'];
const header = readHeader(householdHeadings, headings);
const isSum = (...cells: string[]) =>
  isSumRow(
    {
      row: 2,
      cells: Object.fromEntries(cells.flatMap((text, i) => (text === '' ? [] : [[headings[i], text]]))),
    },
    header,
    ['headName', 'village'],
  );

it.each([
  [['合计', '', ''], true],
  [['', '刘园村 小计：', ''], true],
  [['', '', '总计'], true],
  [['12户', '合计', ''], true],
  [['张三', '刘园村', '合计'], false],
  [['张三', '刘园村', '合计过了'], false],
  [['', '刘园村', '没写户主'], false],
])('a row of sums: %j is %s', (cells, sum) => {
  expect(countHeadings(householdHeadings, headings)).toBe(2);
  expect(isSum(...cells)).toBe(sum);
});

it('names rows as people write them, the first twenty places', () => {
  expect(rowRanges([5])).toBe('5');
  expect(rowRanges([5, 7, 8, 9, 30])).toBe('5、7—9、30');
  expect(rowRanges(Array.from({ length: 30 }, (_, i) => i * 2))).toMatch(/^0、2、.*、38 等30$/u);
});
