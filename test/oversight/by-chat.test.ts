import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { composeReport } from '../../conversations/reports/report.ts';
import { read, write } from '../../db/base/transaction.ts';
import { readCampaign } from '../../db/campaign/settings.ts';
import { saveStaff, staffIdsByPhone } from '../../db/people/staff.ts';
import { readReportFacts } from '../../db/reports/facts.ts';
import { urgingOrderDocument } from '../../src/documents/word-urging-order.ts';
import { chatOf, morning, rowsOf, submitted, waterFinding } from '../problems/chat.ts';
import { county, type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const say = chatOf(database);
let people: SeededCounty['staff'];
let head: StaffId;

beforeAll(async () => {
  const seeded = await seedCounty(database);
  people = seeded.staff;
  const ids = await write(database, wholeCounty(county), async (tx) => {
    await saveStaff(tx, [
      { name: '吴镇长', phone: '13800000013', roles: ['leader'], unit: units.longcheng, duty: null },
    ]);
    return staffIdsByPhone(tx);
  });
  head = ids.get('13800000013') as StaffId;
  await write(
    database,
    wholeCounty(county),
    (tx) =>
      tx.sql`insert into account (county, id, channel, external_id, staff_id) values (${county}, gen_random_uuid(), 'terminal', 'wu', ${head})`,
  );
  await submitted(database, seeded, '2100001', [waterFinding]);
});

const late = morning(30);

describe('the year’s tasks of a unit', () => {
  it('are listed, closed one by one with how, and no task is closed twice', async () => {
    expect(await say(people.cadre, '短板')).toContain('任务清单还是空的');
    expect(await say(people.cadre, '任务 新增 教育资助发放到位 12月25日前')).toContain(
      '已列入任务清单：教育资助发放到位，12月25日前完成',
    );
    expect(await say(people.cadre, '任务 新增 供水')).toContain('是什么任务');
    await say(people.cadre, '任务 新增 村集体收入过10万元');
    expect(await say(people.cadre, '短板')).toContain('年度任务2项，已完成0项，未完成2项');
    expect(await say(people.cadre, '任务 1 完成')).toContain('是怎么完成的');
    expect(await say(people.cadre, '任务 1 完成 386人已发放')).toContain('记为完成：386人已发放');
    expect(await say(people.cadre, '任务 1 完成 又发了一遍')).toContain('已经记过完成');
    expect(await say(people.cadre, '任务 9 完成 办了')).toContain('没有9号任务');
    expect(await say(people.office, '短板')).toContain('没完成的1个：龙城镇未完成1项');
  });

  it('are a unit’s own: a helper has none', async () => {
    expect(await say(people.helper, '任务 新增 教育资助发放到位')).toContain('办理');
  });
});

describe('a written order to hurry', () => {
  it('isn’t written where nothing is late', async () => {
    expect(await say(people.office, '督办 县住建局', { at: morning(16) })).toContain('不用督办');
    expect(await say(people.cadre, '督办 龙城镇')).toContain('办理');
  });

  it('names what is late, goes out after a yes, to who heads the unit, as a document', async () => {
    const asked = await say(people.office, '督办 龙城镇 2022年1月4日', { at: late });
    expect(asked).toContain('问题逾期未整改1个：1号');
    expect(asked).toContain('应排查');
    expect(await say(people.office, '2', { at: late })).toContain('没有下发');
    await say(people.office, '督办 龙城镇', { at: late });
    expect(await say(people.office, '1', { at: late })).toContain(
      '督办单第1号已发给龙城镇负责人1人，1月2日前回复',
    );
    const pushes = await rowsOf<{ key: string; text: string }>(
      database,
      `select key, body ->> 'text' as text from outbox where key like 'urging:%'`,
    );
    expect(pushes).toEqual([{ key: `urging:1:${head}`, text: expect.stringContaining('督办单第1号') }]);
    const paper = await urgingOrderDocument({
      no: '1',
      unit: '龙城镇',
      words: asked,
      date: '2021年12月30日',
      year: 2021,
      office: '萧县乡村振兴工作指挥部办公室',
    });
    expect(paper.subarray(0, 2).toString()).toBe('PK');
  });

  it('is answered by the unit once, with what was done', async () => {
    expect(await say(people.cadre, '督办单', { at: late })).toContain('督办单1张，未回复1张');
    expect(await say(people.cadre, '督办回复 1 知道', { at: late })).toContain('请说清办理情况');
    expect(await say(people.cadre, '督办回复 1 水管已抢修，剩余户12月31日前走完', { at: late })).toContain(
      '1号督办单已回复',
    );
    expect(await say(people.cadre, '督办回复 1 再说一遍已经抢修', { at: late })).toContain('已经回复过');
    expect(await say(people.office, '督办', { at: late })).toContain('1号（龙城镇）：已回复“水管已抢修');
  });
});

it('责任倒追 lists facts: whose problems are late, and by how many days', async () => {
  expect(await say(people.office, '责任倒追', { at: morning(11) })).toContain('倒追清单是空的');
  const told = await say(people.office, '责任倒追', { at: late });
  expect(told).toContain('逾期未整改：');
  expect(told).toMatch(/1个（最长\d+天）/u);
  expect(await say(people.helper, '责任倒追', { at: late })).toContain('办理');
});

describe('training in chat', () => {
  const { training } = xiaoxian2021;

  it('has pages to read and ten questions, each with one right choice', async () => {
    expect(training.questions).toHaveLength(10);
    for (const q of training.questions) expect(q.choices[q.right - 1]).toBeDefined();
    expect(await say(people.helper, '培训')).toContain('【1/5】查哪些户、怎么问');
    expect(await say(people.helper, '培训 5')).toContain('回“小测”做10道题');
    expect(await say(people.helper, '培训 9')).toContain('共5页');
  });

  it('tells what was wrong and why, counts the best result, and anything else leaves the test', async () => {
    expect(await say(people.helper, '小测')).toContain('第1题，共10题');
    expect(await say(people.helper, '1')).toContain('不对，应选“所有农村户口的户和安置区搬迁户”');
    for (const q of training.questions.slice(1, -1)) await say(people.helper, String(q.right));
    expect(await say(people.helper, String(training.questions.at(-1)?.right))).toContain('小测9/10，合格');
    await say(people.helper, '小测');
    for (const q of training.questions) await say(people.helper, String((q.right % 2) + 1));
    expect(await say(people.helper, '培训')).toContain('您的小测成绩：9/10');
    await say(people.helper, '小测');
    expect(await say(people.helper, '进度')).not.toContain('第1题');
  });
});

it('the report names the tasks listed and done and who passed the test, each with its source', async () => {
  const { facts, settings } = await read(database, wholeCounty(county), async (db) => ({
    facts: await readReportFacts(
      db,
      { code: units.longcheng, short: '龙城镇', kind: 'township' },
      '2021-12-30',
    ),
    settings: await readCampaign(db),
  }));
  if (settings === null) throw new Error('no campaign');
  const report = composeReport(facts, settings, '2021-12-30');
  const said = report.blocks
    .flatMap((b) => (b.is === 'text' ? b.parts : []))
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('');
  expect(said).toContain('业务小测合格1名');
  expect(said).toContain('梳理年度任务2项，已完成1项，其余逐项盯办。');
  expect(report.figures.find((f) => f.key === 'tasksDone')).toMatchObject({ from: '任务清单' });
});
