import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { write } from '../../db/base/transaction.ts';
import { saveStaff, staffIdsByPhone } from '../../db/people/staff.ts';
import { chatOf, rowsOf, submitted, waterFinding } from '../problems/chat.ts';
import { county, type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const say = chatOf(database);
let people: SeededCounty['staff'];
let chief: StaffId;

beforeAll(async () => {
  const seeded = await seedCounty(database);
  people = seeded.staff;
  const ids = await write(database, wholeCounty(county), async (tx) => {
    await saveStaff(tx, [
      { name: '何支书', phone: '13800000011', roles: ['villageCadre'], unit: units.liuyuan, duty: null },
    ]);
    return staffIdsByPhone(tx);
  });
  chief = ids.get('13800000011') as StaffId;
  await submitted(database, seeded, '2100001', [waterFinding]);
});

const problems = () =>
  rowsOf<{ clause: string; status: string; description: string; responsible_unit: string }>(
    database,
    `select clause, status, description, responsible_unit from problem where source = 'selfCheck' order by no`,
  );

describe('a township checks itself by chat', () => {
  it('sees its areas and how far it is', async () => {
    const told = await say(people.cadre, '自查');
    expect(told).toContain('龙城镇自查12项，已提交0项');
    expect(told).toContain('六、防止返贫监测和帮扶：未开始');
  });

  it('is shown what the data says beside the question', async () => {
    expect(await say(people.cadre, '自查 5')).toContain(
      '排查数据：三保障和饮水问题1个，未销号1个，参保率100%',
    );
    expect(await say(people.cadre, '暂停')).toContain('先停这儿');
  });

  it('answers with words as evidence, and says what exactly is wrong', async () => {
    expect(await say(people.cadre, '自查 1')).toContain('1.1 党委');
    expect(await say(people.cadre, '', { photo: true })).toContain('照片存好了（1张）');
    // What the county's departments answer for (1.2) isn't asked of a township.
    expect(await say(people.cadre, '4次')).toContain('1.3 ');
    const asked = await say(people.cadre, '2');
    expect(asked).toContain('具体什么情况');
    expect(await say(people.cadre, '刘园村工作队缺一人')).toContain('1.4 ');
    const summary = await say(people.cadre, '没有');
    expect(summary).toContain('问题1个：1.3 驻村干部或帮扶责任人责任没有落实：刘园村工作队缺一人');
    expect(summary).toContain('还没写依据：1.4');
    expect(await problems()).toEqual([]);
  });

  it('提交 puts the problem into the same ledger, with lead unit, responsible unit and deadline', async () => {
    expect(await say(people.cadre, '1.4 依据：县督查通报没点名')).toContain('1.4 依据记下了');
    expect(await say(people.cadre, '提交')).toContain('自查已提交');
    expect(await problems()).toEqual([
      {
        clause: '1.3',
        status: 'open',
        description: expect.stringContaining('刘园村工作队缺一人'),
        responsible_unit: units.longcheng,
      },
    ]);
    expect(await say(people.cadre, '自查')).toContain('一、责任落实：已提交');
  });

  it('a corrected answer withdraws its problem, with a trace', async () => {
    await say(people.cadre, '自查 1');
    await say(people.cadre, '1.3 是，已补齐');
    expect((await problems()).map((p) => p.status)).toEqual(['withdrawn']);
    await say(people.cadre, '1.3 否 又缺人了');
    expect((await problems()).map((p) => p.status)).toEqual(['withdrawn', 'open']);
    const kinds = await rowsOf<{ kind: string }>(
      database,
      `select e.kind from problem_event e join problem p on p.id = e.problem_id where p.source = 'selfCheck' order by e.id`,
    );
    expect(kinds.map((k) => k.kind)).toEqual(['opened', 'withdrawn', 'opened']);
  });

  it('跳过, 上一题, 不涉及, 不清楚 and a way out after misunderstandings', async () => {
    expect(await say(people.cadre, '自查 7')).toContain('名册里没有搬迁户');
    expect(await say(people.cadre, '跳过')).toContain('7.2 ');
    expect(await say(people.cadre, '上一题')).toContain('7.1 ');
    expect(await say(people.cadre, '嗯哼')).toContain('没看懂');
    expect(await say(people.cadre, '嗯哼')).toContain('跳过');
    expect(await say(people.cadre, '不清楚')).toContain('记为待核实');
    expect(await say(people.cadre, '提交')).toContain('还有1题没答');
    expect(await say(people.cadre, '全部不涉及')).toContain('全部记为不涉及');
    expect(await say(people.cadre, '提交')).toContain('已提交');
  });
});

describe('villages and departments', () => {
  it('a village gives figures of two years; a fall becomes a problem of the village', async () => {
    expect(await say(chief, '自查 4')).toContain('村集体经济今年收入多少钱');
    expect(await say(chief, '12')).toContain('没说单位');
    expect(await say(chief, '12万')).toContain('去年是多少钱');
    expect(await say(chief, '15万')).toContain('问题1个');
    await say(chief, '提交');
    const found = (await problems()).find((p) => p.clause === '4.1');
    expect(found).toMatchObject({
      responsible_unit: units.liuyuan,
      description: '村集体经济收入比上年下降（去年15万元，今年12万元）',
    });
  });

  it('a department that leads an area answers it and its problem goes to the ledger', async () => {
    expect(await say(people.officer, '自查')).toContain('五、三保障和饮水安全（牵头）');
    await say(people.officer, '自查 5');
    await say(people.officer, '没有清零，还有3户危房没改完');
    await say(people.officer, '2份');
    expect(await say(people.officer, '提交')).toContain('已提交');
    const found = (await problems()).find((p) => p.clause === '5.2');
    expect(found).toMatchObject({ responsible_unit: units.housing, status: 'open' });
    expect(await say(people.officer, '整改')).toContain('没有动态清零');
  });

  it('a helper has none to fill in', async () => {
    expect(await say(people.helper, '自查')).toMatch(/由.*办理。/);
  });

  it('the county sees who is not done', async () => {
    const told = await say(people.office, '自查进度');
    expect(told).toContain('龙城镇2/12');
    expect(told).toContain('县住建局1/');
    expect(await say(people.cadre, '自查进度')).toContain('刘园村1/6');
  });
});

it('two people of one unit on one sheet: nothing is lost', async () => {
  const colleague = await write(database, wholeCounty(county), async (tx) => {
    await saveStaff(tx, [
      { name: '许干部', phone: '13800000012', roles: ['townshipCadre'], unit: units.longcheng, duty: null },
    ]);
    return (await staffIdsByPhone(tx)).get('13800000012') as StaffId;
  });
  await say(people.cadre, '自查 2');
  await say(colleague, '自查 2');
  await Promise.all([say(people.cadre, '2.1 是，机制齐全'), say(colleague, '2.4 30户')]);
  const [row] = await rowsOf<{ answers: Record<string, { v: unknown }> }>(
    database,
    `select answers from self_check where area = 2`,
  );
  expect([row?.answers['2.1']?.v, row?.answers['2.4']?.v]).toEqual([true, 30]);
});
