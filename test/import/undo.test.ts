import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { read, write } from '../../db/base/transaction.ts';
import { recentImports } from '../../db/imports/records.ts';
import { undoImport } from '../../db/imports/undo.ts';
import { importHouseholds } from '../../src/imports/import-households.ts';
import { importStaff } from '../../src/imports/import-staff.ts';
import { documentFolder, writeWorkbook } from '../documents/files.ts';
import { testDatabase } from '../support/database.ts';
import { cipher, county, madeUpId, readyCounty } from './register.ts';

const { database } = await testDatabase();
const at = documentFolder();
let minute = 0;
/** Each import comes a minute after the last. */
const later = () => {
  minute += 1;
  return new Date(Date.UTC(2021, 11, 8, 1, minute));
};
const scope = wholeCounty(county);
let office: StaffId;

const request = (file: string) => ({ database, county, file, now: later(), cipher });
const rows = (statement: string) => read(database, scope, (db) => db.sql.unsafe(statement));
/** The register with its helpers, as it stands. */
const register = () =>
  rows(`select h.code, h.head_name, h.type, h.village, h.id_cipher, h.tags, h.known,
    (select array_agg(s.name order by s.name) from assignment a join staff s on s.county = a.county and s.id = a.staff_id
      where a.county = h.county and a.household_id = h.id) as helpers from household h order by h.code`);
const undo = async (after = 0) => {
  const [latest] = await read(database, scope, (db) => recentImports(db, 1));
  return write(database, scope, (tx) =>
    undoImport(tx, latest?.id ?? '', office, new Date(later().getTime() + after)),
  );
};

const head = ['户编号', '户主姓名', '身份证号', '户属性', '乡镇', '行政村', '排查员手机号'];

beforeAll(async () => {
  const into = await readyCounty(database);
  await writeWorkbook(at('staff.xlsx'), {
    人员: [
      ['姓名', '手机号', '角色', '单位'],
      ['甲专班', '19900000001', '县专班', '萧县'],
      ['乙帮扶', '19900002001', '帮扶责任人', '龙城镇王典村'],
      ['丙帮扶', '19900002002', '帮扶责任人', '龙城镇王典村'],
    ],
  });
  await into.staff(at('staff.xlsx'));
  const [found] = await rows(`select id from staff where phone = '19900000001'`);
  office = found?.['id'] as StaffId;
  await writeWorkbook(at('first.xlsx'), {
    名册: [
      head,
      ['U1', '张甲', madeUpId(1), '一般农户', '龙城镇', '王典村', '19900002001'],
      ['U2', '张乙', madeUpId(2), '脱贫户', '龙城镇', '王典村', '19900002001'],
    ],
  });
  await importHouseholds(request(at('first.xlsx')));
});

describe('an import undone within the day', () => {
  it('leaves the register as it was: new households go, changed ones are put back, helpers too', async () => {
    const before = await register();
    await writeWorkbook(at('second.xlsx'), {
      名册: [
        head,
        ['U1', '张甲甲', madeUpId(1), '脱贫户', '龙城镇', '毛郢村', '19900002002'],
        ['U3', '张丙', madeUpId(3), '一般农户', '龙城镇', '王典村', '19900002002'],
      ],
    });
    expect(await importHouseholds(request(at('second.xlsx')))).toMatchObject({ added: 1, changed: 1 });
    expect(await register()).not.toEqual(before);
    expect(await undo()).toEqual({ is: 'undone', kind: 'households' });
    expect(await register()).toEqual(before);
    expect(await undo()).toEqual({ is: 'already' });
    const [size] = await rows(`select sum(households)::int as n from village_size`);
    expect(size?.['n']).toBe(2);
  });

  it('is refused where somebody has changed a row since, and then nothing is done', async () => {
    await writeWorkbook(at('third.xlsx'), {
      名册: [
        head,
        ['U1', '张甲', madeUpId(1), '监测户', '龙城镇', '王典村', ''],
        ['U4', '张丁', '', '一般农户', '龙城镇', '王典村', ''],
      ],
    });
    await importHouseholds({ ...request(at('third.xlsx')), partial: true });
    await write(database, scope, (tx) => tx.sql`update household set phone = '0' where code = 'U4'`);
    const stands = await register();
    expect(await undo()).toEqual({ is: 'touched', touched: [{ relation: 'household', rows: 1 }] });
    expect(await register()).toEqual(stands);
  });

  it('is refused where a household it brought is being visited', async () => {
    await writeWorkbook(at('fourth.xlsx'), {
      名册: [head, ['U5', '张戊', '', '一般农户', '龙城镇', '王典村', '19900002001']],
    });
    await importHouseholds(request(at('fourth.xlsx')));
    await write(
      database,
      scope,
      (tx) =>
        tx.sql`insert into register_fact (county, household_id, source, village, facts, import_id)
          select county, id, 'test', village, '{}', gen_random_uuid() from household where code = 'U5'`,
    );
    expect(await undo()).toMatchObject({ is: 'touched' });
  });

  it('is refused after a day', async () => {
    expect(await undo(25 * 3_600_000)).toEqual({ is: 'late' });
  });

  it('brings back who had left with a complete roster', async () => {
    const people = () => rows('select name, active, unit from staff order by name');
    const before = await people();
    await writeWorkbook(at('roster.xlsx'), {
      人员: [
        ['姓名', '手机号', '角色', '单位'],
        ['甲专班', '19900000001', '县专班', '萧县'],
        ['丁新来', '19900002009', '帮扶责任人', '龙城镇王典村'],
      ],
    });
    await importStaff({ database, county, file: at('roster.xlsx'), now: later(), complete: true });
    expect(await people()).not.toEqual(before);
    expect(await undo()).toEqual({ is: 'undone', kind: 'staff' });
    expect(await people()).toEqual(before);
  });
});

it('a preview says what would change, and changes nothing', async () => {
  const before = await register();
  await writeWorkbook(at('preview.xlsx'), {
    名册: [
      head,
      ['U1', '张甲', madeUpId(1), '一般农户', '龙城镇', '毛郢村', ''],
      ['U9', '张壬', '', '一般农户', '龙城镇', '王典村', ''],
      ['U10', '张癸', '123', '一般农户', '龙城镇', '王典村', ''],
    ],
  });
  const shown = await importHouseholds({ ...request(at('preview.xlsx')), partial: true, preview: true });
  expect(shown).toMatchObject({ read: 3, added: 1, changed: 1, errorCount: 1, stored: false });
  expect(shown.changes).toEqual([
    expect.objectContaining({ is: 'changed', who: '张甲', where: '毛郢村' }),
    { is: 'new', who: '张壬', where: '王典村', fields: [] },
  ]);
  expect(shown.changes?.[0]?.fields).toContainEqual({ label: '村', from: '王典村', to: '毛郢村' });
  expect(await register()).toEqual(before);
});

it('a preview of many new households shows first what would be another, and only so many', async () => {
  const many = Array.from({ length: 240 }, (_, i) => [
    `V${i}`,
    '张新',
    '',
    '一般农户',
    '龙城镇',
    '王典村',
    '',
  ]);
  const changed = ['U1', '张甲', madeUpId(1), '一般农户', '龙城镇', '毛郢村', ''];
  await writeWorkbook(at('many.xlsx'), { 名册: [head, ...many, changed] });
  const shown = await importHouseholds({ ...request(at('many.xlsx')), preview: true });
  expect(shown).toMatchObject({ read: 241, added: 240, changed: 1 });
  expect(shown.changes).toHaveLength(200);
  expect(shown.changes?.map((one) => one.is).slice(0, 2)).toEqual(['changed', 'new']);
});
