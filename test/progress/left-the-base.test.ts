import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../conversations/calendar/days.ts';
import { noProblems } from '../../conversations/progress/overview.ts';
import { total } from '../../conversations/progress/rollup.ts';
import { digestText } from '../../conversations/pushes/evening-digest.ts';
import { startingSettings } from '../../conversations/pushes/schedule.ts';
import { read } from '../../db/base/transaction.ts';
import { countVillages } from '../../db/progress/progress.ts';
import { Visitor } from '../http/visitor.ts';
import { chatOf } from '../problems/chat.ts';
import { units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { boardWeb } from './board-web.ts';
import { type Everybody, everything, seedVillage, visited } from './village.ts';

const { database } = await testDatabase();
const today = '2021-12-15';
const at = Date.parse(`${today}T10:00:00+08:00`);
const web = boardWeb(database, at);
const chat = chatOf(database);
let people: Everybody;
let minute = 0;
const say = (who: keyof Everybody, text: string): Promise<string> => {
  minute += 1;
  return chat(people[who], text, { at: at + minute * 60_000 });
};

beforeAll(async () => {
  const seeded = await seedVillage(database);
  people = seeded.people;
  await visited(database, seeded, '2100001', { on: `${today}T09:00:00+08:00` });
  await visited(database, seeded, '2100002', { on: `${today}T09:10:00+08:00`, outcome: 'moved' });
});

describe('a household that moved away whole leaves the base of every rate and is told as 核减', () => {
  it('in the progress of a township, of a helper and of groups', async () => {
    expect(await say('cadre', '进度')).toContain('龙城镇：已查1/4户（25%），另核减1户，今天新增1户。');
    expect(await say('cadre', '口径')).toContain('应排查：名册上有效的户，含排查中补登的，减去核减的');
    expect(await say('helper', '进度')).toContain('，另核减1户，今天1户。');
    expect(await say('cadre', '进度 刘园村 各组')).not.toMatch(/1\/1 查完.*1\/1 查完/su);
  });

  it('on the board', async () => {
    const page = await (await new Visitor(web.app).be(people.cadre)).fetch('/board');
    const words = (await page.text()).replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ');
    expect(words).toContain('已排查 25% 1/4户，另核减1户');
  });

  it('in the digest', async () => {
    const villages = await read(database, everything, (db) =>
      countVillages(db, { unit: units.longcheng, today }),
    );
    const text = digestText(
      {
        unitName: '龙城镇',
        unitKind: 'township',
        ...total(villages),
        problems: noProblems,
        leads: { open: 0, today: 0 },
        units: [],
      } as unknown as Parameters<typeof digestText>[0],
      {
        campaign: '大排查',
        date: today,
        evening: true,
        start: addDays(today, -5),
        end: addDays(today, 16),
        calendar: startingSettings().calendar,
      },
    );
    expect(text).toContain('已查1/4户（25%），另核减1户');
  });

  it('in a question asked freely, and 核减 itself is counted when it is asked about', async () => {
    expect(await say('cadre', '全镇到今晚跑了多少户')).toContain('应排查的4户里占25%');
    expect(await say('cadre', '核减了几户')).toContain('龙城镇核减1户：');
  });

  it('in the report', async () => {
    expect(await say('cadre', '报告')).toContain('应排查4户，已排查1户（25%），另核减1户；');
  });
});
