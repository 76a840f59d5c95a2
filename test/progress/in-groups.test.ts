import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../conversations/contract/finding.ts';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { chatOf, heardByAll, rowsOf, submitted, waterFinding } from '../problems/chat.ts';
import type { SeededCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { type Everybody, seedVillage, visited } from './village.ts';

const { database } = await testDatabase();
const chat = chatOf(database);
let seeded: SeededCounty;
let people: Everybody;
let minute = 0;
const say = (who: StaffId, text: string, room?: string): Promise<string> => {
  minute += 1;
  const at = Date.parse('2021-12-15T10:00:00+08:00') + minute * 60_000;
  return chat(who, text, { at, ...(room === undefined ? {} : { room }) });
};

const illness: Finding = {
  key: 'seriousIllness',
  category: 'medical',
  clause: '5.8',
  description: '有大病，自付医药费有困难',
  leadUnit: '县卫健委',
  from: ['seriousIllness'],
};

/** Names, what speaks of illness or income, and whose office it is. */
const notForGroups = /张三|李四|章三|欧阳建国|陈二|医疗|大病|卫健委|医药|\d{17}/u;

beforeAll(async () => {
  const made = await seedVillage(database);
  seeded = made;
  people = made.people;
  await submitted(
    database,
    seeded,
    '2100001',
    [waterFinding, illness],
    [{ key: 'lowIncome', clause: '5.1', reason: '年人均纯收入低于6000元' }],
  );
  await visited(database, seeded, '2100003', { status: 'draft', outcome: 'notHome' });
});

describe('a group', () => {
  it('hears of no full name, illness or income, whatever is asked', async () => {
    const questions = [
      '进度',
      '进度 各组',
      '为什么',
      '为什么 有问题户',
      '为什么 不在家',
      '未排查',
      '谁还没走访',
      '问题',
      '为什么',
      '问题 医疗',
      '问题 1',
      '问题 2',
      '线索',
      '为什么',
      '线索 1',
      '查 张三',
      '查 2组',
      '谁看过 张三',
      '日报',
      '减负账',
      '口径',
    ];
    for (const room of ['liuyuan', 'longcheng'])
      for (const asker of [people.villageCadre, people.cadre, people.office, people.head])
        for (const question of questions) {
          const told = heardByAll(await say(asker, question, room));
          const kinds = told.replace(
            /多的是.*?。|（(?:饮水安全|基本医疗)\d+.*?）|基本医疗没销号的问题1个/gu,
            '',
          );
          expect(kinds, `${question} in ${room}`).not.toMatch(notForGroups);
        }
  });

  it('lists problems by number, village and kind; of illness not even the kind', async () => {
    const told = await say(people.cadre, '问题', 'longcheng');
    expect(told).toMatch(/\d+号 刘园村 饮水安全问题（5天后到期）/u);
    expect(told).toMatch(/\d+号 刘园村 入户问题（/u);
  });

  it('names households of its own place only', async () => {
    expect(await say(people.cadre, '未排查 王典村', 'liuyuan')).toBe('王典村的户不在本群说，请私聊问我。');
    expect(await say(people.office, '问题 黄口镇', 'longcheng')).toBe('黄口镇的户不在本群说，请私聊问我。');
    expect(await say(people.office, '查 陈二', 'longcheng')).toBe(
      '本群的范围里没找到这户，别处的请私聊问我。',
    );
    expect(await say(people.office, '进度 黄口镇', 'longcheng')).toContain('黄口镇：已查0/1户');
    expect(await say(people.office, '未排查 刘园村', 'longcheng')).toContain('2组 李*：不在家');
  });

  it('sends nobody’s own list into the group', async () => {
    expect(await say(people.partner, '我还剩几户', 'longcheng')).toMatch(
      /^您名下还没查的\d+户，是哪些户请私聊问我。$/u,
    );
  });
});

describe('who may not do it', () => {
  it('is told who may', async () => {
    expect(await say(people.leader, '销号 1')).toBe(
      '此项由乡镇干部、县直部门、县指挥部办公室办理。回“帮助”看您能做什么。',
    );
    expect(await say(people.leader, '排查')).toContain('此项由排查员、村干部、乡镇干部办理');
  });

  it('帮助 shows what the person can say and nothing else', async () => {
    const leader = await say(people.leader, '帮助');
    expect(leader).toContain('日报');
    expect(leader).not.toMatch(/排查：|销号|分户|设置/u);
    expect(await say(people.admin, '帮助')).not.toMatch(/进度|查 张三|销号/u);
    expect(await say(people.officer, '帮助')).toContain('销号 12');
    for (const who of [people.helper, people.leader, people.admin, people.officer])
      expect((await say(who, '帮助')).length).toBeLessThanOrEqual(260);
  });

  it('a department hears of its problems and no visit it can’t see', async () => {
    expect(await say(people.officer, '进度')).toContain('县住建局：');
    expect(await say(people.officer, '查 张三')).not.toMatch(/还没排查|还没分到人/u);
  });
});

describe('the access log', () => {
  it('has each look at a household, also through a number in a group', async () => {
    const before = await rowsOf<{ n: number }>(database, 'select count(*)::int as n from access_log');
    await say(people.villageCadre, '进度', 'liuyuan');
    await say(people.villageCadre, '这3户是谁', 'liuyuan');
    await say(people.villageCadre, '未排查', 'liuyuan');
    await say(people.cadre, '查 李四');
    const after = await rowsOf<{ n: number }>(database, 'select count(*)::int as n from access_log');
    expect((after[0]?.n ?? 0) - (before[0]?.n ?? 0)).toBe(7);
  });
});
