import { beforeAll, describe, expect, it } from 'vitest';
import { write } from '../../db/base/transaction.ts';
import { tick } from '../../src/pushes/tick.ts';
import { giveAccount } from '../delivery/people.ts';
import { chatOf } from '../problems/chat.ts';
import { county, type SeededCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { type Everybody, everything, seedVillage } from './village.ts';

const { database } = await testDatabase();
const say = chatOf(database);
let seeded: SeededCounty;
let people: Everybody;
const at = (clock: string, day = 15) => Date.parse(`2021-12-${day}T${clock}:00+08:00`);

beforeAll(async () => {
  const made = await seedVillage(database);
  seeded = made;
  people = made.people;
  await giveAccount(database, people.helper, 'wang');
  for (const day of [13, 14, 15])
    for (const clock of ['07:42', '08:06', '17:36']) await tick({ database, county }, at(clock, day));
  // A household whose register was confirmed with one word: what the register knew is not asked.
  await say(people.helper, '排查 张三', { at: at('09:00') });
  await say(people.helper, '对', { at: at('09:01') });
});

describe('减负账, the receipt', () => {
  it('shows a helper what he was sent and what he was spared', async () => {
    const told = await say(people.helper, '减负账', { at: at('18:00') });
    expect(told).toMatch(
      /^减负账：近7天主动给您发了3条，最多一天1条（上限2条）。省下的：名册上已有、您只点了头没再问的\d+项；/u,
    );
    const confirmed = await write(database, everything, async (tx) => {
      const [row] = await tx.sql<
        { n: number }[]
      >`select count(*)::int as n from answer where county = ${county} and before ->> 'from' = 'register'`;
      return row?.n ?? 0;
    });
    expect(confirmed).toBeGreaterThan(0);
    expect(told).toContain(`没再问的${confirmed}项`);
  });

  it('shows a township people, groups and the days on which nobody had to write a summary', async () => {
    expect(await say(people.cadre, '减负账', { at: at('18:00') })).toMatch(
      /^龙城镇减负账（近7天）：\n私聊提醒3条，1人，人均每天0.4条，最多一天1条（上限2条）。\n群里6条，2个群，最多一天1条（上限1条）。\n省下的：名册上已有、排查员只点了头没再问的\d+项；台账0户、日报3天都自动汇总，没另填表。$/u,
    );
    expect(seeded.households.size).toBe(6);
  });

  it('of a unit is for who stands for it', async () => {
    expect(await say(people.helper, '减负账 龙城镇', { at: at('18:01') })).toContain('您能看的范围里没有');
    expect(await say(people.admin, '减负账', { at: at('18:01') })).toContain('萧县减负账');
  });
});
