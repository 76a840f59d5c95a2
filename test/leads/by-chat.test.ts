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
    expect(await say(people.helper, '属实，老伴化疗花了8万')).toContain('签了申请和承诺授权书吗');
    // 已 and 有 begin a sentence about something else: only a yes says that it is signed.
    expect(await say(people.helper, '已经走访过了')).toContain('请回 1 或 2');
    expect(await say(people.helper, '签了')).toContain('待数据比对，由乡镇或县乡村振兴局办理');
    expect(await say(people.helper, `线索 ${no} 比对通过`)).toContain('由乡镇或县乡村振兴局办理');
  });

  it('the papers to be signed come ready to print, in private, and hold no reason', async () => {
    const told = await say(people.helper, `线索 ${no} 表`);
    expect(told).toContain('防止返贫监测对象申请书、承诺授权书、民主评议记录。');
    expect(told).toContain('[file]');
    expect(await say(people.neighbour, `线索 ${no} 表`)).toContain('不在您的范围内');
    const asked = await say(people.helper, `线索 ${no} 表`, { room: '刘园村群' });
    expect(asked).not.toContain('[file]');
  });

  it('the data comparison says what was compared', async () => {
    expect(await say(people.cadre, `线索 ${no} 比对通过`, { at: morning(11) })).toContain('比对了哪几样');
    expect(await say(people.cadre, '车辆、房产、工商、财政供养无异常', { at: morning(11) })).toContain(
      '待村级民主评议，由村干部办理',
    );
  });

  it('the review by the township’s cadre for the village, then the notice without health or numbers', async () => {
    expect(await say(people.cadre, `线索 ${no} 通过`, { at: morning(11) })).toContain('到会几人、同意几人');
    expect(await say(people.cadre, '到会23人同意22人', { at: morning(11) })).toContain(
      '1.边缘易致贫户 2.突发严重困难户',
    );
    expect(await say(people.cadre, '2', { at: morning(11) })).toContain('待公示');
    // The same word again is not a second step.
    const again = await say(people.cadre, `线索 ${no} 通过`, { at: morning(11) });
    expect(again).toContain('“村民主评议”这一步已经办过');
    expect((await leadRow())?.stage).toBe('reviewed');
    const notice = await say(people.cadre, `线索 ${no} 公示`, { at: morning(11) });
    expect(notice).toContain('户主：张三（刘园村2组，家庭人口4人），拟纳入类别：突发严重困难户');
    expect(notice).toContain('公示期：2021年12月12日至16日（5天）');
    for (const word of ['化疗', '大病', '138']) expect(notice).not.toContain(word);
    expect(await say(people.cadre, `线索 ${no}`, { at: morning(11), photo: true })).toContain('照片存到');
  });

  it('no result before the five days are over', async () => {
    expect(await say(people.cadre, `线索 ${no} 无异议`, { at: morning(16) })).toContain('公示要满5天');
    expect(await say(people.cadre, `线索 ${no} 无异议`, { at: morning(17) })).toContain('待乡镇审核');
  });

  it('township and county decide, and the county names the kind', async () => {
    expect(await say(people.office, `线索 ${no} 纳入`, { at: morning(17) })).toContain('由乡镇办理');
    expect(await say(people.cadre, `线索 ${no} 同意`, { at: morning(17) })).toContain('待县级审定');
    expect(await say(people.office, `线索 ${no} 纳入`, { at: morning(18) })).toContain('会议纪要');
    expect(await say(people.office, '会议纪要〔2021〕5号', { at: morning(18) })).toContain('户属性已改');
    expect(await leadRow()).toEqual({ stage: 'included', stage_due: '2021-12-21' });
    const [household] = await rowsOf(
      database,
      `select type, monitored_kind from household where code = '2100001'`,
    );
    expect(household).toEqual({ type: 'monitored', monitored_kind: 'sudden' });
  });

  it('a decision taken by mistake is undone within the hour: household and visit stand as before', async () => {
    const at = morning(18, 40);
    expect(await say(people.cadre, `线索 ${no} 撤销`, { at })).toContain('由郑十撤销');
    expect(await say(people.office, `线索 ${no} 撤销`, { at })).toContain('“县级审定”已撤销');
    expect(await leadRow()).toEqual({ stage: 'county', stage_due: '2021-12-18' });
    const state = async () =>
      await rowsOf(
        database,
        `select h.type, h.monitored_kind, v.status from household h join visit v on v.household_id = h.id where h.code = '2100001'`,
      );
    expect(await state()).toEqual([{ type: 'general', monitored_kind: null, status: 'submitted' }]);
    expect(
      await say(people.office, `线索 ${no} 纳入 会议纪要〔2021〕5号`, { at: morning(18, 50) }),
    ).toContain('已纳入，待县级公告');
    expect(await state()).toEqual([{ type: 'monitored', monitored_kind: 'sudden', status: 'returned' }]);
  });

  it('the household’s visit comes back to its helper, who is told and asked the rest', async () => {
    const [pushed] = await rowsOf<{ body: { text: string } }>(
      database,
      `select body from outbox where key like 'lead:included:%'`,
    );
    expect(pushed?.body.text).toContain('【张三】该户已认定为监测对象（突发严重困难户）');
    const told = await say(people.helper, '排查 2100001', { at: morning(18, 55) });
    expect(told).toContain('该户已认定为监测对象');
  });

  it('every step is in the history with who and when', async () => {
    const events = await rowsOf<{ kind: string; name: string }>(
      database,
      `select e.kind, s.name from monitoring_lead_event e left join staff s on s.id = e.staff_id order by e.id`,
    );
    expect(events.map((e) => `${e.name} ${e.kind}`)).toEqual([
      '王五 flagged',
      '王五 入户核实',
      '周八 数据比对',
      '周八 村民主评议',
      '周八 张榜公示',
      '周八 photo',
      '周八 公示结果',
      '周八 乡镇审核',
      '郑十 县级审定',
      '郑十 undone',
      '郑十 县级审定',
    ]);
  });

  it('announcement, national system, help plan with its person within ten days', async () => {
    expect(await say(people.office, `线索 ${no} 已公告`, { at: morning(19) })).toContain('待录入国家系统');
    expect(await say(people.cadre, `线索 ${no} 已录入`, { at: morning(20) })).toContain('12月28日前');
    expect(await say(people.cadre, `线索 ${no} 责任人`, { at: morning(21) })).toContain('帮扶责任人是谁');
    expect(await say(people.cadre, '责任人 王五 安排公益岗、落实大病救助', { at: morning(21) })).toContain(
      '开始监测帮扶',
    );
    expect(await say(people.cadre, `线索 ${no}`, { at: morning(21) })).toContain('帮扶：王五，安排公益岗');
  });

  it('later the risk is removed by its own review, or it goes back to the help', async () => {
    const later = (day: number) => morning(90 + day);
    expect(await say(people.helper, '风险消除 张三', { at: later(1) })).toContain('风险怎么消除的');
    expect(await say(people.helper, '老伴治好了，儿子务工月入5千', { at: later(1) })).toContain(
      '待村级民主评议',
    );
    expect(await say(people.cadre, `线索 ${no} 未通过`, { at: later(2) })).toContain('为什么');
    expect(await say(people.cadre, '还要再看三个月', { at: later(2) })).toContain('退回监测帮扶');
    await say(people.helper, '风险消除 张三 收入稳定', { at: later(3) });
    await say(people.cadre, `线索 ${no} 评议通过 到会20人 同意20人`, { at: later(3) });
    const notice = await say(people.cadre, `线索 ${no} 公示`, { at: later(4) });
    expect(notice).toContain('关于拟消除防止返贫监测对象风险的公示');
    await say(people.cadre, `线索 ${no} 无异议`, { at: later(10) });
    await say(people.cadre, `线索 ${no} 同意`, { at: later(11) });
    expect(await say(people.office, `线索 ${no} 同意消除 会议纪要〔2022〕2号`, { at: later(12) })).toContain(
      '监测风险已消除',
    );
    expect(
      await rowsOf(database, `select type, monitored_kind from household where code = '2100001'`),
    ).toEqual([{ type: 'general', monitored_kind: null }]);
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
    expect(told.filter((t) => t.includes('办理') || t.includes('未纳入'))).not.toHaveLength(0);
  });

  it('a household declares itself: its own clock, once', async () => {
    expect(await say(people.helper, '自主申报 李四')).toContain('为什么申报');
    await say(people.helper, '自主申报 李四 大病花费多');
    const [row] = await rowsOf(
      database,
      `select source, stage_due, no::int as no from monitoring_lead where source = 'declared'`,
    );
    if (row === undefined) {
      // 李四's lead was declined before; a declared one is a new lead of its own.
      throw new Error('nothing was declared');
    }
    expect(row).toMatchObject({ source: 'declared', stage_due: '2021-12-14' });
    expect(await say(people.helper, '自主申报 李四 又来一次')).toContain('不用再报');
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
