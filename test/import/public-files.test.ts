import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { documentFolder, writeWorkbook } from '../documents/files.ts';
import { lockedOds, lockedXls } from '../documents/locked-old.ts';
import { testDatabase } from '../support/database.ts';
import { readyCounty, storedHouseholds } from './register.ts';

const { database } = await testDatabase();
const into = await readyCounty(database);
const at = documentFolder();

it('a file with a password is told as such, in the two ways programs lock them', async () => {
  for (const name of ['agile', 'standard']) {
    const file = fileURLToPath(new URL(`../documents/locked/${name}.xlsx`, import.meta.url));
    await expect(into.households(file)).rejects.toThrow('这个表格加了密码，请用表格软件去掉密码再导入。');
  }
});

it('an old .xls or an .ods with a password is told as such too', async () => {
  const [xls, ods] = [at('locked.xls'), at('locked.ods')];
  await writeFile(xls, lockedXls());
  await writeFile(ods, await lockedOds());
  for (const file of [xls, ods])
    await expect(into.households(file)).rejects.toThrow('这个表格加了密码，请用表格软件去掉密码再导入。');
});

it('the list of those lifted out of poverty, as another system writes it, is understood', async () => {
  const head = [
    '序号',
    '数据日期',
    '县(市、区、旗)',
    '乡(镇)',
    '行政村',
    '自然村',
    '户编号',
    '姓名',
    '证件号码',
    '人数',
  ];
  const more = ['与户主关系', '民族', '健康状况', '危房户', '是否解决安全饮用水', '人均纯收入', '户联系电话'];
  const ends = ['户类型', '易返贫致贫户(监测对象)类型', '风险是否消除'];
  await writeWorkbook(at('lifted.xlsx'), {
    名单: [
      [...head, ...more, ...ends],
      [
        1,
        '2022-10-28',
        '萧县',
        '龙城镇',
        '王典村',
        '一组',
        'L1',
        '吕一',
        '',
        3,
        '户主',
        '汉族',
        '健康',
        '否',
        '是',
        9800,
        '19900000011',
        '脱贫户',
        '',
        '',
      ],
      [
        2,
        '2022-10-28',
        '萧县',
        '龙城镇',
        '王典村',
        '一组',
        'L2',
        '吕二',
        '',
        2,
        '户主',
        '汉族',
        '健康',
        '是',
        '否',
        5100,
        '05575020000',
        '脱贫户',
        '脱贫不稳定户',
        '否',
      ],
      [
        3,
        '2022-10-28',
        '萧县',
        '龙城镇',
        '王典村',
        '二组',
        'L3',
        '吕三',
        '',
        4,
        '户主',
        '汉族',
        '健康',
        '否',
        '是',
        6100,
        '',
        '一般农户',
        '边缘易致贫户',
        '否',
      ],
    ],
  });
  const report = await into.households(at('lifted.xlsx'));
  const stored = (await storedHouseholds(database)).filter((h) => h.code.startsWith('L'));
  expect(report).toMatchObject({ stored: true, added: 3, errorCount: 0 });
  expect(stored.map((h) => [h.type, h.monitored_kind, h.population, h.phone])).toEqual([
    ['povertyAlleviated', null, 3, '19900000011'],
    ['monitored', 'unstable', 2, '05575020000'],
    ['monitored', 'marginal', 4, null],
  ]);
  expect(stored[1]?.known).toEqual({ housingSafe: false, waterProblem: true });
  for (const heading of ['人数', '危房户', '户联系电话', '易返贫致贫户(监测对象)类型'])
    expect(report.unknownColumns).not.toContain(heading);
});
