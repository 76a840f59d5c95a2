import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { demoChat } from './demo-chat.ts';

const { database } = await testDatabase();
const say = await demoChat(database, 900);
const last = async (...said: Parameters<typeof say>) => (await say(...said)).join('\n');

describe('a reminder to those just told of', () => {
  it('reaches the villages that the last answer named, and no others', async () => {
    const told = await last('townshipCadre', '哪几个村今天压根没动');
    const named = [...told.matchAll(/(\S+?[村场区]) 剩\d+户/gu)].map(([, name = '']) =>
      name.replace(/^、/u, ''),
    );
    expect(named.length).toBeGreaterThan(0);
    const shown = await last('townshipCadre', '催一下这几个村');
    expect(shown).toMatch(new RegExp(`^提醒${named.length}个村：`));
    for (const name of named) expect(shown).toContain(name.split('、').at(-1) ?? name);
    await say('townshipCadre', '2');
  });

  it('reaches the people that the last answer named', async () => {
    const told = await last('villageCadre', '谁今天一户没跑');
    const names = told
      .split('\n')
      .slice(1)
      .map((line) => line.split(' ')[1] ?? '');
    const shown = await last('villageCadre', '催催他们');
    for (const [, name = ''] of shown.matchAll(/[：、](\p{Script=Han}+)（剩\d+户）/gu))
      expect(names).toContain(name);
    await say('villageCadre', '2');
  });

  it('reaches the units whose report is missing, and a later date is no reminder', async () => {
    await say('leader', '自查报告还有谁没交');
    expect(await last('leader', '催一遍')).toMatch(/^提醒\d+个单位：.+（没交）/);
    await say('leader', '2');
    await say('leader', '自查报告还有谁没交');
    expect(await last('leader', '都再给两天，29号必须交')).toMatch(/^时限我这里不能改/);
  });
});

describe('a number that somebody believes', () => {
  it('is held against the one counted now, with when that was', async () => {
    const counted = Number(/：(\d+)户/.exec(await last('leader', '全县低保户几户'))?.[1]);
    expect(await last('leader', `全县低保户是${counted}户，对不对`)).toMatch(
      new RegExp(`：${counted}户，跟您说的一样（今天\\d+:\\d\\d现查的）`),
    );
    expect(await last('leader', `低保户我记得有${counted + 4}户，是不是这个数`)).toContain(
      `您说的是${counted + 4}户，这里少4户`,
    );
  });

  it('that differs from another report is told with when it was counted and by which definition', async () => {
    await say('leader', '全县查了多少户');
    expect(await last('leader', '这数跟早上汇报的咋不一样')).toMatch(/截至今天\d+:\d\d.*“已排查”指/);
  });
});

describe('what is one’s own', () => {
  it.each(['姬村1组归不归我管', '姬村1组是不是我包的', '姬村1组归我查吗'])(
    'a helper hears how many of a group are his: %s',
    async (text) => {
      expect(await last('helper', text)).toMatch(/^归您：|\d+户里\d+户在您名下|^不归您：/);
    },
  );

  it('a list is told in the chat where a table is not named', async () => {
    expect(await last('helper', '还剩哪几户没去，给个名单')).toMatch(/^您名下还没查的\d+户：\n/);
    expect(await last('helper', '还剩哪几户没去，发个表')).toMatch(/^您名下还没查的名单/);
  });
});

describe('numbers of several things', () => {
  it('of different fields are each told by themselves', async () => {
    const told = await last('townshipCadre', '低保、残疾、没参保的各几户');
    expect(told.split('\n').map((line) => line.split('·')[0])).toEqual([
      '低保户',
      '残疾人户',
      '参保（有人没参）',
    ]);
  });

  it('a share goes on with what was counted', async () => {
    const n = /：(\d+)户/.exec(await last('leader', '脱贫户里几户没参保'))?.[1];
    expect(await last('leader', '占脱贫户百分之几')).toMatch(new RegExp(`^脱贫户·.*：${n}户，`));
  });

  it.each(['各镇查一户平均花多少分钟', '每个乡镇平均一户待几分钟', '走访一户用多久，按乡镇分'])(
    'how long a visit takes is told in minutes: %s',
    async (text) => {
      expect(await last('leader', text)).toMatch(/^平均走访用时·演示县·各乡镇\n.+ [\d.]+分钟/);
    },
  );

  it('a rate of satisfaction is told by units in the register’s order, and to nobody who visits', async () => {
    expect(await last('leader', '哪个镇满意率最低')).toMatch(/^满意率·演示县·各乡镇/);
    expect(await last('helper', '哪个村满意率最低')).toMatch(/^满意率由乡镇、县里和领导看/);
  });
});
