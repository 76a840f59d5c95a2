import { beforeAll, describe, expect, it } from 'vitest';
import { write } from '../../db/base/transaction.ts';
import { Visitor } from '../http/visitor.ts';
import { chatOf } from '../problems/chat.ts';
import { county, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { boardWeb } from './board-web.ts';
import { type Everybody, everything, seedVillage, visited } from './village.ts';

const { database } = await testDatabase();
const at = Date.parse('2021-12-15T10:00:00+08:00');
const web = boardWeb(database, at);
let people: Everybody;

const board = async (who: string, unit?: string): Promise<Response> =>
  (await new Visitor(web.app).be(who)).fetch(`/board${unit === undefined ? '' : `?unit=${unit}`}`);
const words = async (response: Response): Promise<string> =>
  (await response.text()).replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ');

beforeAll(async () => {
  const seeded = await seedVillage(database);
  people = seeded.people;
  await visited(database, seeded, '2100001', { on: '2021-12-15T09:00:00+08:00', problems: 1 });
  await visited(database, seeded, '2100003', { status: 'draft', outcome: 'notHome' });
});

describe('看板', () => {
  it('shows the very numbers of the chat', async () => {
    const page = await words(await board(people.cadre));
    const told = await chatOf(database)(people.cadre, '进度', { at });
    expect(told).toContain('龙城镇：已查1/5户（20%），今天新增1户。');
    expect(page).toContain('龙城镇 排查进度');
    expect(page).toContain('已排查 20% 1/5户');
    expect(page).toContain('还剩 4 今天新增1户');
    expect(page).toContain('没开始3户、不在家1户');
  });

  it('goes from the county down to the groups of a village, in register order', async () => {
    const top = await board(people.leader);
    expect((await top.clone().text()).indexOf('龙城镇')).toBeLessThan(
      (await top.clone().text()).indexOf('黄口镇'),
    );
    expect(await top.text()).toContain(`href="/board?unit=${units.longcheng}"`);
    expect(await words(await board(people.leader, units.liuyuan))).toMatch(
      /各组（按名册顺序）.*2组.*3组.*10组/u,
    );
    expect(await (await board(people.leader, units.liuyuan)).text()).toContain('‹ 龙城镇');
  });

  it('holds no household and no person', async () => {
    const text = await (await board(people.cadre, units.liuyuan)).text();
    for (const name of ['张三', '李四', '王五', '赵六']) expect(text).not.toContain(name);
  });

  it('stays within the visitor’s reach', async () => {
    expect((await board(people.helper)).status).toBe(403);
    expect((await board(people.admin)).status).toBe(403);
    expect((await board(people.cadre, units.huangkou)).status).toBe(403);
    expect((await board(people.cadre, units.county)).status).toBe(403);
    expect((await board(people.head, units.wangdian)).status).toBe(200);
    expect((await board(people.cadre, 'x')).status).toBe(404);
    expect((await web.app.request('http://localhost/board')).status).toBe(401);
  });

  it('has the days and the problems as a picture in SVG', async () => {
    const visitor = await new Visitor(web.app).be(people.cadre);
    const svg = await visitor.fetch(`/board/chart.svg?unit=${units.longcheng}`);
    expect(svg.headers.get('content-type')).toContain('image/svg+xml');
    const text = await svg.text();
    expect(text).toContain('每天新增户数');
    expect(text).toContain('12.15新增1户');
  });

  it('lists no unit without households, and says so', async () => {
    await write(database, everything, async (tx) => {
      await tx.sql`update household set active = false where county = ${county} and township = ${units.huangkou}`;
    });
    const page = await words(await board(people.leader));
    expect(page).toContain('龙城镇 20% 1/5');
    expect(page).not.toContain('黄口镇');
    expect(page).toContain('另有1个乡镇没有在册的户，没列出。');
    const empty = await words(await board(people.leader, units.huangkou));
    expect(empty).toContain('已排查 — 0/0户');
    expect(empty).toContain('还没有在册的户。');
  });
});
