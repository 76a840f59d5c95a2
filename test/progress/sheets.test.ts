import Excel from '@protobi/exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../conversations/contract/session.ts';
import { read } from '../../db/base/transaction.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import { makeHouseholdSheet, makeProblemSheet } from '../../src/documents-made/make-list-sheet.ts';
import { makeLog } from '../../src/setting/log.ts';
import { rowsOf, submitted, waterFinding } from '../problems/chat.ts';
import { county, type SeededCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { type Everybody, everything, seedVillage } from './village.ts';

const { database } = await testDatabase();
const place = { database, county, log: makeLog('silent') };
let seeded: SeededCounty;
let people: Everybody;

const sessionOf = async (id: string): Promise<Session> =>
  ({
    speaker: await read(database, everything, (db) => findSpeaker(db, { id })),
    chat: { kind: 'private', key: 'private:web', channel: 'web' },
  }) as Session;
/** Every row of the first sheet as texts. */
const cells = async (content: Awaited<ReturnType<typeof makeHouseholdSheet>>): Promise<string[][]> => {
  if (content?.type !== 'file') return [];
  const workbook = new Excel.Workbook();
  await workbook.xlsx.load(Uint8Array.from(content.data).buffer);
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    const texts: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => void texts.push(cell.text));
    rows.push(texts);
  });
  return rows;
};

beforeAll(async () => {
  const made = await seedVillage(database);
  seeded = made;
  people = made.people;
  await submitted(database, seeded, '2100001', [waterFinding]);
});

describe('a list as a spreadsheet', () => {
  const args = {
    filter: 'remaining',
    unitName: '刘园村',
    unitKind: 'village',
    unit: units.liuyuan,
    today: '2021-12-15',
  };

  it('holds the whole list in its order, with the headings of a list', async () => {
    const sheet = await makeHouseholdSheet(
      place,
      { kind: 'householdSheet', args, fileName: '刘园村户名单.xlsx' },
      await sessionOf(people.villageCadre),
    );
    const rows = await cells(sheet);
    expect(rows.find((row) => row.includes('户主姓名'))).toEqual([
      '乡镇',
      '行政村',
      '村民组',
      '户编号',
      '户主姓名',
      '户属性',
      '状态',
      '排查员',
      '提交日期',
      '问题数',
    ]);
    expect(rows.filter((row) => row[0] === '龙城镇').map((row) => row[4])).toEqual([
      '李四',
      '欧阳建国',
      '章三',
    ]);
  });

  it('logs whose data was handed out', async () => {
    const [row] = await rowsOf<{ n: number }>(
      database,
      `select count(distinct household_id)::int as n from access_log where staff_id = '${people.villageCadre}' and what = '名单表格'`,
    );
    expect(row?.n).toBe(3);
  });

  it('never reaches beyond what the asker may see, whatever the request says', async () => {
    const wide = { ...args, unit: units.county, unitName: '萧县', unitKind: 'county', filter: 'all' };
    const rows = await cells(
      await makeHouseholdSheet(
        place,
        { kind: 'householdSheet', args: wide, fileName: 'x.xlsx' },
        await sessionOf(people.neighbour),
      ),
    );
    expect(
      new Set(rows.filter((row) => row[0] === '龙城镇' || row[0] === '黄口镇').map((row) => row[1])),
    ).toEqual(new Set(['王典村']));
  });

  it('holds problems with what is to be done about them', async () => {
    const sheet = await makeProblemSheet(
      place,
      {
        kind: 'problemSheet',
        args: { filter: 'open', unitName: '龙城镇', unit: units.longcheng, today: '2021-12-15' },
        fileName: '问题.xlsx',
      },
      await sessionOf(people.cadre),
    );
    const rows = await cells(sheet);
    expect(rows.at(-1)?.slice(1)).toEqual([
      '龙城镇',
      '刘园村',
      '2组',
      '张三',
      '饮水安全',
      '饮水：水量不够',
      '县水利局',
      '2021-12-20',
      '未启动',
    ]);
  });
});
