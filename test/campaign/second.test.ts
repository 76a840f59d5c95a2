import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { isoDate } from '../../conversations/calendar/days.ts';
import { demoCounty } from '../../conversations/campaign/counties.ts';
import { hechuan2022Spring } from '../../conversations/campaigns/hechuan-2022-spring/campaign.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { checkQuestionnaire } from '../../conversations/form/check.ts';
import { composeReport } from '../../conversations/reports/report.ts';
import { specimenHouseholds } from '../../conversations/subjects/specimens.ts';
import { read } from '../../db/base/transaction.ts';
import { readCampaign } from '../../db/campaign/settings.ts';
import { staffIdsByPhone } from '../../db/people/staff.ts';
import { listUnits } from '../../db/places/units.ts';
import { readReportFacts } from '../../db/reports/facts.ts';
import { beginCampaign } from '../../src/county/begin-campaign.ts';
import { loadDemo } from '../../src/county/load-demo.ts';
import { exportLedger } from '../../src/exports/export-ledger.ts';
import { tick } from '../../src/pushes/tick.ts';
import { documentFolder, readWorkbook } from '../documents/files.ts';
import { chatOf } from '../problems/chat.ts';
import { placeOver } from '../problems/place.ts';
import { county, type SeededCounty, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { december, saved, take, visitOf } from '../support/turns.ts';

// Two counties in one database: the small one in the inspection of 2021, the demo's in a made-up spring re-check of
// another county. Everything a person reads of the second bears its own name.

const { database } = await testDatabase();
const at = documentFolder();
const asOf = Date.parse('2022-03-15T10:00:00+08:00');
const spring = wholeCounty(demoCounty);
const springChat = chatOf(database, placeOver(database, {}, demoCounty));
const winterChat = chatOf(database);
let seeded: SeededCounty;
let staff: { helper: StaffId; office: StaffId };
let minute = 0;

beforeAll(async () => {
  seeded = await seedCounty(database);
  await loadDemo({
    database,
    campaign: hechuan2022Spring,
    key: { bytes: new Uint8Array(32).fill(5) },
    households: 24,
    visited: 0,
    asOf: new Date(asOf),
  });
  const byPhone = await read(database, spring, staffIdsByPhone);
  const named = (phone: string): StaffId => {
    const found = byPhone.get(phone);
    if (found === undefined) throw new Error(`nobody has ${phone}`);
    return found;
  };
  staff = { helper: named('19900002001'), office: named('19900000001') };
});

/** Said in the spring county; all that is told anywhere must be its own. */
async function say(who: StaffId, text: string): Promise<string> {
  minute += 1;
  const told = await springChat(who, text, { at: asOf + minute * 60_000 });
  expect(told).not.toMatch(foreign);
  return told;
}

/** Names, dates and words of the other campaign. */
const foreign = /萧县|大排查|341322|2021|14个方面|乡村振兴局|一年5万|收入改成/u;

describe('a second campaign, beside the first', () => {
  it('asks its own seven questions, three of them of a subject the first doesn’t know', () => {
    const keys = hechuan2022Spring.householdForm.questions.map((q) => q.key);
    expect(keys).toEqual([
      'population',
      'allInsured',
      'housingSafe',
      'waterProblem',
      'springSown',
      'idleLand',
      'farmNeeds',
    ]);
    const first = new Set(xiaoxian2021.householdForm.questions.map((q) => q.key));
    expect(keys.filter((key) => !first.has(key))).toEqual(['springSown', 'idleLand', 'farmNeeds']);
  });

  it('has a form without faults, and every clause covered', () => {
    const subjects = specimenHouseholds.map((household) => ({ household, year: 2022 }));
    const { householdForm, isClause, clauses } = hechuan2022Spring;
    expect(checkQuestionnaire(householdForm, { subjects, isClause })).toEqual([]);
    expect(clauses).toHaveLength(9);
  });

  it('is answered by chat: one message for the old subjects, the new one question by question', async () => {
    expect(await say(staff.helper, '排查')).toContain('开始排查');
    expect(await say(staff.helper, '3口人 都参保 房子安全 水没问题')).toContain('家里的地都种上了吗');
    expect(await say(staff.helper, '没种全')).toContain('没种上的有几亩');
    expect(await say(staff.helper, '2亩')).toContain('春耕还缺什么');
    const card = await say(staff.helper, '缺化肥和劳力');
    expect(card).toContain('春耕没种全，撂荒2亩（3.1 春耕生产，县农业农村局）');
    expect(card).toContain('春耕缺化肥农药、劳力（3.2 春耕生产，县供销社）');
    expect(await say(staff.helper, '提交')).toContain('发现2个问题');
  });

  it('asks the first county its own questions at the same time', async () => {
    expect(await winterChat(seeded.staff.helper, '排查', { at: december(15) })).toContain('开始排查');
    const told = await winterChat(seeded.staff.helper, '4口人 一年5万 打工 稳定 都参保', {
      at: december(15) + 60_000,
    });
    expect(told).toContain('年收入5万元');
    expect(told).not.toMatch(/春季|禾川|地都种上/u);
  });

  it('counts progress, tells the digest and shows the settings in its own name', async () => {
    expect(await say(staff.helper, '帮助')).toContain('“3口人 都参保 房子安全 水没问题”');
    expect(await say(staff.office, '进度')).toContain('禾川县：已查1/24户');
    expect(await say(staff.office, '日报')).toContain('禾川县春季回访日报 3月15日');
    const settings = await say(staff.office, '设置');
    expect(settings).toContain('禾川县春季回访：3月8日到3月26日');
    expect(settings).toContain('人均6500元（2022年，县里公布）');
    expect(settings).not.toContain('增幅');
  });

  it('lets the county office set its name, addressee, income line and deadlines, each after a yes', async () => {
    const set = async (words: string): Promise<string> => {
      await say(staff.office, words);
      return say(staff.office, '1');
    };
    expect(await set('设置 收入线 7000 2022年 省里公布')).toContain(
      '收入线改为人均7000元（2022年，省里公布）',
    );
    expect(await set('设置 时限 住房 30')).toContain('住房安全问题的整改时限改为30天');
    expect(await set('设置 主送 县委农村工作办公室')).toContain('主送改为县委农村工作办公室');
    expect(await set('设置 县名 清禾县')).toContain('县名改为清禾县');
    const settings = await say(staff.office, '设置');
    expect(settings).toContain('清禾县春季回访');
    expect(settings).toContain('人均7000元（2022年，省里公布）');
    expect(settings).toContain('县里定的整改时限：住房安全30天');
    expect(await say(staff.office, '进度')).toContain('清禾县：已查');
    expect(await say(staff.office, '设置 时限 天气 30')).toContain('没看懂要改什么');
    expect(await say(staff.office, '设置 时限 住房 0')).toContain('没看懂要改什么');
    await set('设置 县名 禾川县');
  });

  it('takes a free report under its own clauses, due by its own days', async () => {
    expect(await say(staff.office, '上报 柳桥村灌溉的水泵坏了')).toContain(
      '（春耕，牵头县供销社，3月19日前）',
    );
  });

  it('prints a ledger of its ten columns; the new answers are read by key', async () => {
    const request = { database, county: demoCounty, now: new Date(asOf) };
    await exportLedger({ ...request, file: at('spring.json'), format: 'json', sheets: 'one' });
    const text = readFileSync(at('spring.json'), 'utf8');
    const [row] = JSON.parse(text) as Record<string, unknown>[];
    expect(row).toMatchObject({
      population: 3,
      allInsured: true,
      springSown: false,
      idleLand: 2,
      farmNeeds: ['化肥农药', '劳力'],
      problemCount: 2,
    });
    await exportLedger({ ...request, file: at('spring.xlsx'), format: 'xlsx', sheets: 'one' });
    const [sheet] = (await readWorkbook(at('spring.xlsx'))).worksheets;
    expect(sheet?.getCell('A1').value).toBe('春季回访入户排查台账');
    expect(sheet?.getCell('D3').value).toBe('排查状态');
    const headings = hechuan2022Spring.ledgerColumns.map((c) => c.heading);
    expect(headings.map((_, i) => sheet?.getRow(3).getCell(i + 5).value)).toEqual(headings);
  });

  it('reports to its own office, after its own order', async () => {
    const { settings, facts } = await read(database, spring, async (db) => {
      const town = (await listUnits(db)).find((unit) => unit.short === '南塘镇');
      if (town === undefined) throw new Error('no town');
      return {
        settings: await readCampaign(db),
        facts: await readReportFacts(db, { ...town, kind: 'township' }, isoDate(asOf)),
      };
    });
    if (settings === null) throw new Error('not set up');
    const report = composeReport(facts, settings, isoDate(asOf));
    expect(report.title.join('')).toBe('南塘镇关于防止返贫监测帮扶春季回访的报告');
    expect(report.addressee).toBe('县委农村工作办公室：');
    const { addressee: _, ...unset } = settings;
    expect(composeReport(facts, unset, isoDate(asOf)).addressee).toBe('禾川县民政局：');
    const text = JSON.stringify(report.blocks);
    expect(text).toContain('《禾川县防止返贫监测帮扶春季回访工作方案》');
    expect(text).not.toMatch(foreign);
    expect(text).not.toContain('辍学');
  });

  it('pushes nothing of the other campaign', async () => {
    const place = placeOver(database, {}, demoCounty);
    await tick(place, Date.parse('2022-03-16T07:45:00+08:00'));
    await tick(place, Date.parse('2022-03-16T19:15:00+08:00'));
    const queued = await read(
      database,
      spring,
      (db) => db.sql`select campaign, body::text as text from outbox where county = ${demoCounty}`,
    );
    expect(queued.length).toBeGreaterThan(0);
    for (const { campaign, text } of queued) {
      expect(campaign).toBe(hechuan2022Spring.id);
      expect(text).not.toMatch(foreign);
    }
  });
});

describe('a county that goes on to the next campaign', () => {
  it('shows what the earlier visit found to be confirmed, asks the rest, and keeps both', async () => {
    const visit = visitOf(
      seeded.households.get('2100002'),
      seeded.staff.helper,
      {
        population: { is: 'known', v: 3 },
        allInsured: { is: 'known', v: true },
        waterProblem: { is: 'known', v: true },
        housingSafe: { is: 'unsure' },
      },
      { status: 'submitted', outcome: 'answered', submittedAt: december(10) },
    );
    await take(database, seeded.staff.helper, { text: '', changes: saved(visit), visitId: visit.id });
    const { carried } = await beginCampaign(database, county, hechuan2022Spring);
    expect(carried).toBeGreaterThan(0);
    const [household] = await read(
      database,
      wholeCounty(county),
      (db) => db.sql`select known from household where code = '2100002'`,
    );
    // The water is asked anew, and what was not sure is not taken for known.
    expect(household?.['known']).toEqual({ population: 3, allInsured: true });
    const winter = { ...wholeCounty(county), campaign: xiaoxian2021.id };
    const before = await read(database, winter, (db) => db.sql`select id from visit`);
    expect(before.map((row) => row['id'])).toContain(visit.id);
    expect(await read(database, wholeCounty(county), (db) => db.sql`select id from visit`)).toEqual([]);
    const file = {
      database,
      county,
      now: new Date(asOf),
      file: at('winter.json'),
      format: 'json',
      sheets: 'one',
    } as const;
    expect(await exportLedger({ ...file, campaign: xiaoxian2021.id })).toBeGreaterThan(0);
    expect(await exportLedger(file)).toBe(0);
    // The register's own number of people stands.
    const told = await winterChat(seeded.staff.helper, '排查 章三', { at: asOf });
    expect(told).toContain('登记的情况：人口：2口人；参保：都参保');
    expect(await winterChat(seeded.staff.helper, '对', { at: asOf + 60_000 })).toContain(
      '现在住的房子安全吗',
    );
  });

  it('is refused where it is in it already', async () => {
    await expect(beginCampaign(database, county, hechuan2022Spring)).rejects.toThrow('已经在“春季回访”里了');
  });
});
