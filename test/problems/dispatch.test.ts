import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { dispatchOf } from '../../conversations/campaign/dispatch.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { Finding } from '../../conversations/contract/finding.ts';
import { unitCode } from '../../conversations/contract/ids.ts';
import { write } from '../../db/base/transaction.ts';
import { saveStaff } from '../../db/people/staff.ts';
import { saveUnits } from '../../db/places/units.ts';
import { importStaff } from '../../src/imports/import-staff.ts';
import { county, type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { chatOf, rowsOf, submitted, waterFinding } from './chat.ts';

const { database } = await testDatabase();
const say = chatOf(database);
const insurance = unitCode.parse('d:县医保局');
let seeded: SeededCounty;
let folder: string;

const finding = (part: Partial<Finding>): Finding => ({ ...waterFinding, ...part });
const opened = async (key: string) =>
  (
    await rowsOf<{ no: number; unit: string; person: string | null; manner: string; due: string }>(
      database,
      `select p.no::int as no, p.responsible_unit as unit, s.name as person, p.manner, p.due from problem p
        left join staff s on s.id = p.responsible_staff where p.key = '${key}'`,
    )
  )[0];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ruhu-dispatch-'));
  seeded = await seedCounty(database);
  await write(database, wholeCounty(county), async (tx) => {
    await saveUnits(tx, [
      {
        code: insurance,
        kind: 'department',
        name: '县医保局',
        short: '县医保局',
        parent: units.county,
        sort: 2,
        areas: [5],
      },
    ]);
    await saveStaff(tx, [
      {
        name: '何二',
        phone: '13800000021',
        roles: ['departmentOfficer'],
        unit: insurance,
        duty: '待遇股股长',
      },
      {
        name: '吕三',
        phone: '13800000022',
        roles: ['townshipCadre'],
        unit: units.longcheng,
        duty: '水利站站长',
      },
    ]);
  });
  await submitted(database, seeded, '2100001', [
    finding({ key: 'unsafeWater' }),
    finding({ key: 'cannotAffordCare', category: 'medical', clause: '5.1', leadUnit: '县医保局' }),
    finding({ key: 'helperActs', category: 'assistance', clause: '6.13', leadUnit: '县委组织部' }),
    finding({ key: 'loanOverdue', category: 'industry', clause: '8.16', leadUnit: '县农业农村局' }),
    finding({ key: 'helperKnown', category: 'assistance', clause: '6.12', leadUnit: '县乡村振兴局' }),
  ]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('who is responsible', () => {
  it('the person of the duty in the township, the department’s one officer, else nobody', async () => {
    expect(await opened('unsafeWater')).toMatchObject({ unit: units.longcheng, person: '吕三' });
    expect(await opened('cannotAffordCare')).toMatchObject({ unit: insurance, person: '何二' });
    expect(await opened('helperActs')).toMatchObject({ unit: units.longcheng, person: null });
  });

  it('a department the county’s register doesn’t have leaves it to the township', async () => {
    expect(await opened('loanOverdue')).toMatchObject({ unit: units.longcheng, person: null });
  });

  it('what is to be done at once has its own days', async () => {
    expect(await opened('helperKnown')).toMatchObject({ manner: 'atOnce', due: '2021-12-13' });
  });

  it('a complaint about a helper is not settled by who found it', async () => {
    const found = await opened('helperActs');
    expect(await say(seeded.staff.helper, `整改 ${found?.no} 已走访`)).toContain('不在您名下');
  });

  it('the department sees what is its own, whose household it is, and reports on it', async () => {
    const officer = (
      await rowsOf<{ id: SeededCounty['staff']['helper'] }>(
        database,
        `select id from staff where name = '何二'`,
      )
    )[0]?.id;
    if (officer === undefined) throw new Error('no officer');
    const found = await opened('cannotAffordCare');
    expect(await say(officer, '整改')).toContain(`${found?.no}号【张三`);
    expect(await say(officer, `整改 ${found?.no} 已按三重保障报销`)).toContain('报完成了');
  });

  it('every clause the order gives to a county unit goes there', () => {
    const unit = (key: string, category: Finding['category'], clause: Finding['clause']) =>
      dispatchOf(xiaoxian2021, { key, category, clause }).unit;
    expect(unit('loanSubsidised', 'industry', '8.17')).toBe('县财政局（县地方金融监督管理局）');
    expect(unit('self:8.4', 'industry', '8.4')).toBe('县发改委');
    expect(unit('self:10.13', 'employment', '10.13')).toBe('县人社局');
    expect(unit('medicalBurdenHeavy', 'medical', '5.10')).toBe('县医保局');
    expect(unit('otherProblems', 'other', '5.1')).toBe('township');
  });
});

describe('the county’s own units in a roster', () => {
  it('come in by short and full name, and by the shape of the name; a typo of a village is still refused', async () => {
    const file = join(folder, 'staff.csv');
    const lines = [
      '姓名,手机号,角色,单位,职务',
      '甲一,13800000031,县直部门,县税务局,联络员',
      '乙二,13800000032,县直部门,国网萧县供电公司,联络员',
      '丙三,13800000033,县直部门,萧县医疗保障局,股长',
      '丁四,13800000034,县直部门,县档案馆,联络员',
    ];
    await writeFile(file, lines.join('\n'));
    const report = await importStaff({ database, county, file, now: new Date('2021-12-10T01:00:00Z') });
    expect(report.errors).toEqual([]);
    expect(report.notes.map((n) => n.text)).toContain('新增县直单位“县税务局”，写错了请改名册重新导入');
    const rows = await rowsOf<{ name: string; unit: string }>(
      database,
      `select name, unit from staff where phone >= '13800000031' order by phone`,
    );
    expect(rows.map((r) => r.unit)).toEqual(['d:县税务局', 'd:县供电公司', 'd:县医保局', 'd:县档案馆']);
    await writeFile(file, ['姓名,手机号,角色,单位', '戊五,13800000035,村干部,刘圆村'].join('\n'));
    const wrong = await importStaff({ database, county, file, now: new Date('2021-12-10T01:00:00Z') });
    expect(wrong.errorCount).toBe(1);
  });
});
