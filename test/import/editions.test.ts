import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { unitCode } from '../../conversations/contract/ids.ts';
import { newEdition } from '../../conversations/imports/unit-edition.ts';
import { read, write } from '../../db/base/transaction.ts';
import { recentImports } from '../../db/imports/records.ts';
import { undoImport } from '../../db/imports/undo.ts';
import { findSpeaker, saveStaff } from '../../db/people/staff.ts';
import { listUnits } from '../../db/places/units.ts';
import { importStaff } from '../../src/imports/import-staff.ts';
import { importUnits } from '../../src/imports/import-units.ts';
import { documentFolder, writeWorkbook } from '../documents/files.ts';
import { testDatabase } from '../support/database.ts';
import { county, readyCounty, storedHouseholds } from './register.ts';

const { database } = await testDatabase();
const into = await readyCounty(database);
const at = documentFolder();
const units = () => read(database, wholeCounty(county), listUnits);

/** The county's own list, written as a file; `change` makes a later edition of it. */
async function edition(
  change: (villages: { code: string; name: string; short: string }[], town: string) => typeof villages,
) {
  const all = await units();
  const towns = all.filter((unit) => unit.kind === 'township');
  const list = {
    county: { code: county, name: '萧县' },
    vintage: { townships: '2024-10-31' },
    townships: towns.map((town) => ({
      code: town.code,
      name: town.name,
      villages: change(
        all
          .filter((unit) => unit.parent === town.code)
          .map(({ code, name, short }) => ({ code, name, short })),
        town.name,
      ),
    })),
  };
  writeFileSync(at('units.json'), JSON.stringify(list));
  return importUnits(database, county, at('units.json'));
}

it('a later edition finds the villages again: a new code, a new name, one that is gone; never two alike', async () => {
  await writeWorkbook(at('register.xlsx'), {
    名册: [
      ['户编号', '户主姓名', '户属性', '乡镇', '行政村'],
      ['E1', '甲', '一般农户', '龙城镇', '王典村'],
      ['E2', '乙', '一般农户', '龙城镇', '毛郢村'],
    ],
  });
  await into.households(at('register.xlsx'));
  const before = await units();
  const { notes } = await edition((villages, town) =>
    town !== '龙城镇'
      ? villages
      : villages.flatMap((village) => {
          if (village.short === '王典村') return [{ ...village, code: '341322100999' }];
          if (village.short === '姬村') return [{ ...village, name: '新姬村委会', short: '新姬村' }];
          return village.short === '毛郢村' || village.short === '刘行村' ? [] : [village];
        }),
  );
  const after = await units();
  expect(notes).toEqual([
    '1个单位换了代码，认出是原来的，户和人都在：王典村',
    '改名：姬村→新姬村',
    '表里没有了、也没有户和人，已停用：刘行村',
    expect.stringMatching(/^毛郢村表里没有了，但还有1户、0人：/u),
  ]);
  const named = (list: typeof after, short: string) =>
    list.filter((unit) => unit.short === short).map((u) => u.code);
  expect(named(after, '王典村')).toEqual(named(before, '王典村'));
  expect(named(after, '新姬村')).toEqual(named(before, '姬村'));
  expect(named(after, '刘行村')).toEqual([]);
  const perTown = after
    .filter((unit) => unit.kind === 'village')
    .map((unit) => `${unit.parent} ${unit.short}`);
  expect(new Set(perTown).size).toBe(perTown.length);
  expect(await into.households(at('register.xlsx'))).toMatchObject({ unchanged: 2, errorCount: 0 });
  expect((await edition((villages) => villages)).notes).toEqual([]);
});

it('a table of units says which village went into which: its households go along with what was found, and come back', async () => {
  await writeWorkbook(at('two.xlsx'), {
    名册: [
      ['户编号', '户主姓名', '户属性', '乡镇', '行政村'],
      ['M1', '丙', '一般农户', '龙城镇', '王典村'],
      ['M2', '丁', '一般农户', '龙城镇', '毛郢村'],
    ],
  });
  await into.households(at('two.xlsx'));
  const all = await units();
  const nameOf = (code: string | null) => all.find((unit) => unit.code === code)?.name ?? '';
  const codeOf = (short: string) =>
    all.find((unit) => unit.short === short && nameOf(unit.parent) === '龙城镇')?.code ?? '';
  const by = await write(database, wholeCounty(county), async (tx) => {
    const person = { name: '周测', phone: '19900000009', duty: null, roles: ['helper'] as const };
    await saveStaff(tx, [{ ...person, unit: unitCode.parse(codeOf('王典村')) }]);
    const speaker = await findSpeaker(tx, { phone: person.phone });
    if (speaker === null) throw new Error('Nobody was put in.');
    await tx.sql`
      insert into visit (county, id, household_id, village, township, questionnaire, questionnaire_version, status, answers, helper, started_at, version)
      select county, gen_random_uuid(), id, village, township, 'household', 1, 'draft', '{}', ${speaker.id}, now(), 1 from household where code = 'M2'`;
    return speaker.id;
  });
  const table = (merged: string, without = '毛郢村') =>
    writeWorkbook(at('units.xlsx'), {
      单位: [
        ['县', '乡镇代码', '乡镇', '村代码', '行政村', '并入的村'],
        ...all
          .filter((unit) => unit.kind === 'village' && unit.short !== without)
          .map((unit) => [
            '萧县',
            unit.parent ?? '',
            nameOf(unit.parent),
            unit.code,
            unit.name,
            unit.code === codeOf('王典村') ? merged : '',
          ]),
      ],
    });
  const placed = () =>
    read(database, wholeCounty(county), async (db) => [
      ...(await db.sql<{ village: string; visited: string }[]>`
        select h.village, v.village as visited from household h join visit v on v.household_id = h.id where h.code = 'M2'`),
    ]);
  const old = [{ village: codeOf('毛郢村'), visited: codeOf('毛郢村') }];

  await table('姬村');
  await expect(importUnits(database, county, at('units.xlsx'))).rejects.toThrow('表里还有这个村');
  await table('毛郢村、毛郢村');
  await expect(importUnits(database, county, at('units.xlsx'))).rejects.toThrow('毛郢村写了并到两个村');
  expect(await placed()).toEqual(old);

  await table('毛郢村');
  const shown = await importUnits(database, county, at('units.xlsx'), { preview: true });
  expect(shown.notes).toContainEqual('合并：毛郢村→王典村，2户、0人连排查记录一起过去');
  expect(await placed()).toEqual(old);
  const now = new Date('2021-12-09T01:00:00Z');
  await importUnits(database, county, at('units.xlsx'), { now });
  expect(await placed()).toEqual([{ village: codeOf('王典村'), visited: codeOf('王典村') }]);
  expect((await units()).some((unit) => unit.code === codeOf('毛郢村'))).toBe(false);

  const undone = await write(database, wholeCounty(county), async (tx) => {
    const merging = (await recentImports(tx, 20)).find((line) => line.at.getTime() === now.getTime());
    return undoImport(tx, merging?.id ?? '', by, now);
  });
  expect(undone).toMatchObject({ is: 'undone' });
  expect(await placed()).toEqual(old);
});

it('a township with a new code keeps its villages, and two that change names are not mixed up', () => {
  const unit = (code: string, kind: 'township' | 'village', short: string, parent: string | null) =>
    ({ code, kind, name: short, short, parent, sort: 1, areas: null, validFrom: null }) as never;
  const known = [
    unit('t1', 'township', '甲镇', null),
    unit('a', 'village', '张村', 't1'),
    unit('b', 'village', '李村', 't1'),
  ];
  const listed = [
    unit('t9', 'township', '甲镇', null),
    unit('b', 'village', '张村', 't9'),
    unit('a', 'village', '李村', 't9'),
  ];
  const made = newEdition(known, listed);
  expect(made.units.map(({ code, short, parent }) => [code, short, parent])).toEqual([
    ['t1', '甲镇', null],
    ['a', '张村', 't1'],
    ['b', '李村', 't1'],
  ]);
  expect(made.gone).toEqual([]);
});

it('a new number of the same person is offered, and taken with his households when it is said', async () => {
  const staff = (phone: number, ...more: [string, number][]) =>
    writeWorkbook(at('staff.xlsx'), {
      人员: [
        ['姓名', '手机号', '角色', '单位'],
        ['陈测', phone, '排查员', '龙城镇王典村'],
        ...more.map(([name, number]) => [name, number, '排查员', '龙城镇王典村']),
      ],
    });
  const request = { database, county, file: at('staff.xlsx'), now: new Date('2021-12-08T01:00:00Z') };
  await staff(19900000001);
  await importStaff(request);
  await writeWorkbook(at('his.xlsx'), {
    名册: [
      ['户编号', '户主姓名', '行政村', '排查员手机号'],
      ['E1', '甲', '王典村', 19900000001],
    ],
  });
  await into.households(at('his.xlsx'));
  await staff(19900000002);
  const asked = await importStaff(request);
  expect(asked).toMatchObject({ stored: false, added: 0 });
  expect(asked.errors[0]?.text).toContain('手机尾号 0001：是他换了号，加 --new-phones');
  const told = await importStaff({ ...request, newPhones: true });
  expect(told).toMatchObject({ stored: true, added: 0 });
  expect(told.notes).toContainEqual({ rows: '2', text: '换了手机号（原尾号 0001），还是原来那个人' });
  expect((await storedHouseholds(database)).find((h) => h.code === 'E1')?.helper).toBe('陈测');
  // Two of one name in one village are two people where the file has both.
  await staff(19900000003, ['陈测', 19900000002]);
  expect(await importStaff(request)).toMatchObject({ stored: true, added: 1 });
});
