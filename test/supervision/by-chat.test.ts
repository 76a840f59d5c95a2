import { beforeAll, describe, expect, it } from 'vitest';
import { read } from '../../db/base/transaction.ts';
import { chatOf, morning, rowsOf, submitted } from '../problems/chat.ts';
import { type SeededCounty, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { scopesOf } from './scopes.ts';

const { database } = await testDatabase();
const say = chatOf(database);
let people: SeededCounty['staff'];
let scopes: Awaited<ReturnType<typeof scopesOf>>;

const statusOf = async (code: string) =>
  (
    await rowsOf<{ status: string }>(
      database,
      `select v.status from visit v join household h on h.id = v.household_id where h.code = '${code}'`,
    )
  )[0]?.status;

beforeAll(async () => {
  const seeded = await seedCounty(database);
  people = seeded.staff;
  scopes = await scopesOf(database, people);
  for (const code of ['2100001', '2100002', '2100003']) await submitted(database, seeded, code, []);
});

describe('spot-checks by chat', () => {
  it('are drawn with a seed that can be checked, and each household once', async () => {
    const told = await say(people.cadre, '抽查 抽取 50%', { at: morning(15) });
    expect(told).toContain('从3户里抽了');
    expect(told).toContain('种子341322100000/2021-12-15/1');
    const first = await rowsOf<{ household_id: string; seed: string }>(
      database,
      'select household_id, seed from spot_check',
    );
    await say(people.cadre, '抽查 抽取 50%', { at: morning(15) });
    await say(people.cadre, '抽查 抽取 50%', { at: morning(15) });
    expect(await say(people.cadre, '抽查 抽取', { at: morning(15) })).toContain('都抽过了');
    const all = await rowsOf<{ household_id: string }>(database, 'select household_id from spot_check');
    expect(all).toHaveLength(3);
    expect(first[0]?.seed).toBe('341322100000/2021-12-15/1');
  });

  it('are listed with their reasons for those who check, and not for helpers', async () => {
    expect(await say(people.cadre, '抽查')).toContain('待抽查3户');
    expect(await say(people.helper, '抽查')).toMatch(/由.*办理。/);
  });

  it('ask the facts anew without a word of what the visit said, and tell what differs', async () => {
    const asked = await say(people.cadre, '抽查 张三');
    expect(asked).toContain('排查员真的上门问过吗');
    expect(await say(people.cadre, '来过')).toContain('抽查：');
    const next = await say(people.cadre, '5口');
    expect(next).not.toContain('4口');
    await say(people.cadre, '一年4万');
    expect(await say(people.cadre, '还差老二没参保')).toContain('大病');
    await say(people.cadre, '没有');
    await say(people.cadre, '没有');
    await say(people.cadre, '安全');
    expect(await say(people.cadre, '没问题')).toContain('对驻村工作队满意吗');
    await say(people.cadre, '不满意');
    const result = await say(people.cadre, '满意');
    expect(result).toContain('人口（排查4口人，抽查5口人）');
    expect(result).toContain('参保（排查都参保');
    expect(result).toContain('退回 张三 原因');
    expect(await say(people.cadre, '抽查情况')).toContain('抽了3户，问了1户，有出入1户');
  });

  it('in between it may be put down and taken up again', async () => {
    await say(people.cadre, '抽查 章三');
    await say(people.cadre, '是');
    expect(await say(people.cadre, '暂停')).toContain('问过的都在');
    expect(await say(people.office, '抽查 章三')).toContain('几口');
  });
});

describe('what a household told the checker of the work done for it', () => {
  it('lies apart from the check, and no scope of the village reads it', async () => {
    const [check] = await rowsOf<{ answers: object }>(
      database,
      `select answers from spot_check where status = 'done'`,
    );
    expect(JSON.stringify(check?.answers)).not.toContain('satisfied');
    const seen = (who: keyof SeededCounty['staff']) =>
      read(database, scopes[who], (db) => db.sql`select 1 from opinion`).then((rows) => rows.length);
    expect(await seen('helper')).toBe(0);
    expect(await seen('cadre')).toBe(1);
    expect(await seen('office')).toBe(1);
  });

  it('is told to the township with its base and without a rate of so few, and not to helpers', async () => {
    const told = await say(people.cadre, '满意率');
    expect(told).toContain('不到5户的先不给率');
    expect(told).toContain('抽查问了1户');
    expect(await say(people.helper, '满意率')).toBe(
      '满意率由乡镇、县里和领导看；户里怎么答的，上门的人看不到。',
    );
    expect(await say(people.helper, '满意度码 刘园村')).toMatch(/由.*办理。/);
  });
});

describe('what somebody decides on a visit', () => {
  it('is returned with a reason, and the helper is told and goes on where it stood', async () => {
    expect(await say(people.cadre, '退回 张三')).toContain('有2户，回号数');
    expect(await say(people.cadre, '1')).toMatch(/为什么退|还没提交/u);
    await say(people.cadre, '退回 2100001 人口不对，少一口', { at: morning(16) });
    expect(await statusOf('2100001')).toBe('returned');
    const [pushed] = await rowsOf<{ body: { text: string } }>(
      database,
      `select body from outbox where key like 'visit:returned:%'`,
    );
    expect(pushed?.body.text).toContain('被周八退回：人口不对，少一口');
    const again = await say(people.helper, '排查 2100001', { at: morning(16) });
    expect(again).toContain('人口不对，少一口');
    expect(await say(people.cadre, '退回 2100001 再看看')).toMatch(/已经退回|还没提交/u);
  });

  it('is verified by somebody else, once', async () => {
    expect(await say(people.cadre, '核实 李四')).toContain('已审核通过');
    expect(await statusOf('2100003')).toBe('verified');
    expect(await say(people.helper, '核实 李四')).toMatch(/由.*办理。/);
    expect(await say(people.cadre, '核实 欧阳建国')).toContain('还没提交');
  });

  it('a problem’s number is never taken for a household', async () => {
    expect(await say(people.cadre, '退回 12 照片不清')).toContain('没有12号问题');
  });

  it('two at once: one decides, the other is told', async () => {
    const told = await Promise.all([
      say(people.cadre, '核实 章三'),
      say(people.office, '退回 2100002 再问问收入'),
    ]);
    const status = await statusOf('2100002');
    expect(['verified', 'returned']).toContain(status);
    expect(told.filter((t) => t.includes('已审核通过') || t.includes('已退回')).length).toBeGreaterThan(0);
  });
});
