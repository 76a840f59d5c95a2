import { beforeAll, describe, expect, it } from 'vitest';
import { bindGroup, chatOf, morning, rowsOf, submitted } from '../problems/chat.ts';
import { type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const say = chatOf(database);
let seeded: SeededCounty;
let people: SeededCounty['staff'];
let no = 0;

const illness = { key: 'illness', clause: '6.10', reason: '大病，无力支付' } as const;
const leadRow = async () =>
  (
    await rowsOf<{ stage: string; stage_due: string }>(
      database,
      `select stage, stage_due from monitoring_lead where no = ${no}`,
    )
  )[0];

beforeAll(async () => {
  seeded = await seedCounty(database);
  people = seeded.staff;
  await bindGroup(database, '刘园村群', units.liuyuan);
  await submitted(database, seeded, '2100001', [], [illness]);
  no = (await rowsOf<{ no: number }>(database, 'select no from monitoring_lead'))[0]?.no ?? 0;
});

describe('a lead through all steps by chat', () => {
  it('is flagged with its reasons and three days for the check', async () => {
    expect(await leadRow()).toEqual({ stage: 'flagged', stage_due: '2021-12-13' });
    expect(await say(people.helper, '线索')).toBe(
      `在办的监测线索1条：\n线索${no}【张三·2组】刘园村，待入户核实，12月13日前\n回“线索 编号”看详情、办下一步。`,
    );
  });

  it('the household check, with the signed authorisation asked for', async () => {
    const card = await say(people.helper, `线索 ${no}`);
    expect(card).toContain('疑似原因：大病，无力支付（只是线索，由人核定）');
    expect(card).toContain('1.属实 2.不属实');
    expect(await say(people.helper, '属实，老伴化疗花了8万')).toContain('签了承诺授权书吗');
    expect(await say(people.helper, '签了')).toContain('待村评议，归村干部');
    expect(await say(people.helper, `线索 ${no} 通过`)).toContain('归村干部');
  });

  it('the review by the township’s cadre for the village, then the notice without health or numbers', async () => {
    expect(await say(people.cadre, `线索 ${no} 评议通过 到会23人同意22人`, { at: morning(11) })).toContain(
      '待公示',
    );
    const notice = await say(people.cadre, `线索 ${no} 公示`, { at: morning(11) });
    expect(notice).toContain('户主：张三（刘园村2组，家庭人口4人）');
    expect(notice).toContain('2021年12月11日至2021年12月16日（5天）');
    for (const word of ['化疗', '大病', '138']) expect(notice).not.toContain(word);
    expect(await say(people.cadre, `线索 ${no}`, { at: morning(11), photo: true })).toContain('照片存到');
  });

  it('no result before the five days are over', async () => {
    expect(await say(people.cadre, `线索 ${no} 无异议`, { at: morning(16) })).toContain('公示要满5天');
    expect(await say(people.cadre, `线索 ${no} 无异议`, { at: morning(17) })).toContain('待乡镇初审');
  });

  it('township and county decide, and the county names the kind', async () => {
    expect(await say(people.office, `线索 ${no} 纳入`, { at: morning(17) })).toContain('归乡镇');
    expect(await say(people.cadre, `线索 ${no} 同意`, { at: morning(17) })).toContain('待县审定');
    expect(await say(people.office, `线索 ${no} 纳入`, { at: morning(18) })).toContain(
      '1.边缘易致贫户 2.突发严重困难户',
    );
    expect(await say(people.office, '2', { at: morning(18) })).toContain('户属性已改');
    expect(await leadRow()).toEqual({ stage: 'included', stage_due: null });
    const [household] = await rowsOf(
      database,
      `select type, monitored_kind from household where code = '2100001'`,
    );
    expect(household).toEqual({ type: 'monitored', monitored_kind: 'sudden' });
  });

  it('the household’s visit comes back to its helper, who is told and asked the rest', async () => {
    const [pushed] = await rowsOf<{ body: { text: string } }>(
      database,
      `select body from outbox where key like 'lead:included:%'`,
    );
    expect(pushed?.body.text).toContain('【张三】已纳入监测对象（突发严重困难户）');
    const told = await say(people.helper, '排查 2100001', { at: morning(18, 30) });
    expect(told).toContain('已纳入监测对象');
  });

  it('every step is in the history with who and when', async () => {
    const events = await rowsOf<{ kind: string; name: string }>(
      database,
      `select e.kind, s.name from monitoring_lead_event e left join staff s on s.id = e.staff_id order by e.id`,
    );
    expect(events.map((e) => `${e.name} ${e.kind}`)).toEqual([
      '王五 flagged',
      '王五 入户核实',
      '周八 村民主评议',
      '周八 张榜公示',
      '周八 photo',
      '周八 公示结果',
      '周八 乡镇初审',
      '郑十 县级审定',
    ]);
  });
});

describe('a lead that ends otherwise', () => {
  it('declined with a reason that was asked for', async () => {
    await submitted(database, seeded, '2100003', [], [illness]);
    no =
      (await rowsOf<{ no: number }>(database, 'select max(no)::int as no from monitoring_lead'))[0]?.no ?? 0;
    expect(await say(people.helper, `线索 ${no} 不属实`)).toContain('为什么');
    expect(await say(people.helper, '儿子有稳定工资')).toContain('到此结束');
    expect(await say(people.helper, `线索 ${no} 属实`)).toContain('未纳入（王五）');
  });

  it('two cadres at once: one step counts, the other is told', async () => {
    await submitted(database, seeded, '2100002', [], [illness]);
    no =
      (await rowsOf<{ no: number }>(database, 'select max(no)::int as no from monitoring_lead'))[0]?.no ?? 0;
    const told = await Promise.all([
      say(people.helper, `线索 ${no} 属实 已授权`),
      say(people.colleague, `线索 ${no} 不属实 有车有房`),
    ]);
    const events = await rowsOf(
      database,
      `select kind from monitoring_lead_event e join monitoring_lead l on l.id = e.lead_id where l.no = ${no} and kind = '入户核实'`,
    );
    expect(events).toHaveLength(1);
    expect(told.filter((t) => t.includes('归') || t.includes('未纳入'))).not.toHaveLength(0);
  });

  it('a neighbour village sees nothing of it', async () => {
    expect(await say(people.neighbour, `线索 ${no}`)).toContain('不在您的范围内');
    expect(await say(people.neighbour, '线索')).toContain('没有在办');
  });

  it('in a group: neither whose it is nor why, and of all of them only how many', async () => {
    const told = await say(people.cadre, `线索 ${no}`, { room: '刘园村群' });
    expect(told).toContain(`线索${no}，刘园村，未纳入`);
    expect(told).not.toMatch(/章|大病/u);
    expect(await say(people.cadre, '线索', { room: '刘园村群' })).not.toMatch(/【|\*/u);
  });
});
