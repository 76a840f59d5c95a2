import { describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { demoCounty } from '../../conversations/campaign/counties.ts';
import { countyUnits } from '../../conversations/campaign/county-units.ts';
import { newSettings } from '../../conversations/campaigns/all.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { demoCampaign } from '../../conversations/demo/calendar.ts';
import { demoCountyOn } from '../../conversations/demo/county.ts';
import { tryFirst } from '../../conversations/demo/personas.ts';
import { missingQuestions } from '../../conversations/form/questionnaire.ts';
import { readIdNumber } from '../../conversations/imports/id-number.ts';
import { problemCount } from '../../conversations/problems/find.ts';
import { read } from '../../db/base/transaction.ts';
import { readCampaign } from '../../db/campaign/settings.ts';
import { peopleInDatabase } from '../../src/channels/web/database-people.ts';
import { type DemoRequest, loadDemo } from '../../src/county/load-demo.ts';
import { documentFolder, writeWorkbook } from '../documents/files.ts';
import { testDatabase } from '../support/database.ts';
import { county, readyCounty } from './register.ts';

const units = countyUnits(demoCounty, xiaoxian2021);
const settings = { ...newSettings(xiaoxian2021, 'real'), mode: 'demo' as const };
const options = { households: 3_000, visited: 0.4, asOf: Date.parse('2021-12-16T18:30:00+08:00') };
const made = demoCountyOn(units, settings, options);
const entries = [...made.households()];

describe('a demo county', () => {
  it('is the same each time', () => {
    const again = demoCountyOn(units, settings, options);
    expect(again.staff).toEqual(made.staff);
    expect([...again.households()].slice(0, 50)).toEqual(entries.slice(0, 50));
  });

  it('stands on the real townships, with a share visited and the usual kinds of households', () => {
    expect(entries).toHaveLength(3_000);
    expect(new Set(entries.map((e) => e.household.townshipName)).size).toBe(24);
    const visited = entries.filter((e) => e.visit !== null).length / 3_000;
    expect(visited).toBeGreaterThan(0.3);
    expect(visited).toBeLessThan(0.5);
    const share = (type: string) => entries.filter((e) => e.household.type === type).length / 3_000;
    expect(share('general')).toBeCloseTo(0.85, 1);
    expect(share('povertyAlleviated')).toBeCloseTo(0.12, 1);
  });

  it('can not be taken for real data: its own county code, phones and identity numbers', () => {
    expect(entries.every((e) => e.household.village.startsWith('990000'))).toBe(true);
    expect(made.staff.every((s) => /^1990000\d{4}$/.test(s.phone))).toBe(true);
    expect(new Set(made.staff.map((s) => s.phone)).size).toBe(made.staff.length);
    expect(entries.every((e) => e.idNumber.startsWith('99') && readIdNumber(e.idNumber).is === 'value')).toBe(
      true,
    );
    expect(new Set(entries.map((e) => e.idNumber)).size).toBe(entries.length);
  });

  it('has visits as the dialogue would have left them', () => {
    const answered = entries.filter((e) => e.visit?.visit.outcome === 'answered');
    for (const { household, visit } of answered) {
      if (visit === null) continue;
      expect(
        missingQuestions(xiaoxian2021.householdForm, visit.visit.answers, { household, year: 2021 }),
      ).toEqual([]);
      expect(visit.problemCount).toBe(problemCount(visit.visit.answers, household, settings));
      expect(visit.visit.submittedAt).toBeLessThanOrEqual(options.asOf);
    }
    expect(entries.some((e) => e.problems.length > 0)).toBe(true);
    expect(entries.some((e) => (e.visit?.flags.length ?? 0) > 0)).toBe(true);
  });

  it('has nobody striking off what he rectified himself', () => {
    const closed = entries.flatMap((e) => e.problems).filter((p) => p.status === 'closed');
    expect(closed.length).toBeGreaterThan(0);
    expect(closed.every((p) => p.doneBy !== p.closedBy)).toBe(true);
  });

  it('lies around its day: the ordered dates for 16 December 2021, for any other day the same distances', () => {
    const ordered = { start: '2021-12-09', end: '2021-12-31', reportDeadline: '2021-12-27', year: 2021 };
    expect(demoCampaign(settings, Date.parse('2021-12-16'))).toEqual({ ...settings, ...ordered });
    expect(demoCampaign(settings, Date.parse('2027-01-03T09:00:00+08:00'))).toMatchObject({
      start: '2026-12-27',
      end: '2027-01-18',
      reportDeadline: '2027-01-14',
      year: 2026,
    });
  });

  it('has nothing overdue by more than the days the campaign has run, some villages nearly done and some not begun', () => {
    const dues = entries.flatMap((e) => e.problems).map((p) => p.due);
    expect(dues.every((due) => due > '2021-12-09' && due <= '2021-12-31')).toBe(true);
    const shares = [...Map.groupBy(entries, (e) => e.household.village).values()]
      .filter((village) => village.length > 10)
      .map((village) => village.filter((e) => e.visit !== null).length / village.length);
    expect(shares.filter((share) => share > 0.75).length).toBeGreaterThan(2);
    expect(shares.filter((share) => share < 0.1).length).toBeGreaterThan(2);
  });

  it('tells figures that hang together: nobody earns wages’ money and lives on an allowance', () => {
    for (const { livelihood, visit } of entries) {
      const sources = visit?.visit.answers.incomeSource;
      const income = visit?.visit.answers.annualIncome;
      const people = visit?.visit.answers.population;
      if (sources?.is !== 'known' || income?.is !== 'known' || people?.is !== 'known') continue;
      const perHead = Number(income.v) / Number(people.v);
      const [main] = Array.isArray(sources.v) ? sources.v : [];
      if (main === '低保' || main === '特困供养') expect(perHead).toBeLessThan(16_000);
      if (livelihood === 'workers') expect(['低保', '特困供养', '养老金', '子女赡养']).not.toContain(main);
    }
  });

  it('visits nobody or everybody when told so', () => {
    const small = { ...options, households: 100 };
    const visitedAt = (visited: number) =>
      [...demoCountyOn(units, settings, { ...small, visited }).households()].filter((e) => e.visit !== null)
        .length;
    expect(visitedAt(0)).toBe(0);
    expect(visitedAt(1)).toBe(100);
  });
});

describe('loading a demo', async () => {
  const { database } = await testDatabase();
  const at = documentFolder();
  const request: DemoRequest = {
    database,
    key: { bytes: new Uint8Array(32).fill(3) },
    households: 600,
    visited: 0.5,
    realCounty: county,
    asOf: new Date('2026-11-30T18:30:00+08:00'),
  };

  it('fills the county, and once only', async () => {
    const loaded = await loadDemo(request);
    const [stored] = await read(
      database,
      wholeCounty(demoCounty),
      (db) => db.sql<Record<string, number>[]>`
      select (select count(*)::int from household) as households, (select count(*)::int from visit) as visits,
        (select count(*)::int from problem) as problems, (select count(*)::int from monitoring_lead) as leads,
        (select count(*)::int from staff) as staff, (select count(*)::int from assignment) as assigned,
        (select count(*)::int from problem p where not exists (select 1 from problem_event e where e.problem_id = p.id)) as untold`,
    );
    expect(stored).toEqual({ ...loaded, assigned: 600, untold: 0 });
    await expect(loadDemo(request)).rejects.toThrow('演示县已经装好了');
    const campaign = await read(database, wholeCounty(demoCounty), readCampaign);
    expect(campaign).toMatchObject({ start: '2026-11-23', end: '2026-12-15', year: 2026 });
  });

  it('offers one person of each role to be, each with a line on what to try', async () => {
    const people = peopleInDatabase({ database, county: demoCounty, mode: 'demo' });
    const personas = await people.personas();
    const roles = [
      'helper',
      'villageCadre',
      'townshipCadre',
      'departmentOfficer',
      'countyOffice',
      'inspector',
      'leader',
      'admin',
    ];
    expect([...new Set(personas.flatMap((p) => p.roles))].sort()).toEqual(roles.sort());
    for (const { roles } of personas) expect(tryFirst(roles)).not.toBe('');
  });

  it('is refused beside real households', async () => {
    const into = await readyCounty(database);
    const file = at('real.xlsx');
    await writeWorkbook(file, {
      名册: [
        ['户编号', '户主姓名', '乡镇', '行政村'],
        ['R1', '真户', '龙城镇', '王典村'],
      ],
    });
    await into.households(file);
    await expect(loadDemo(request)).rejects.toThrow('已有真实农户');
  });
});
