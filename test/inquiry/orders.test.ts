import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { demoChat } from './demo-chat.ts';

const { database, adminUrl } = await testDatabase();
const say = await demoChat(database, 900);
const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
afterAll(() => admin.end());

const sent = async () =>
  admin<{ key: string; text: string }[]>`
    select key, body::text as text from outbox where key like '%remind:%' order by key`;

describe('a reminder in free words', () => {
  it('is shown with whom it reaches, sent when it is agreed to, and once a day', async () => {
    const [shown = ''] = await say('leader', '提醒没填的部门交表');
    expect(shown).toMatch(/^提醒\d+个部门：县.+（交了0\/\d+）.*发吗？\n1.发 2.不发$/);
    expect(await sent()).toHaveLength(0);
    const [done = ''] = await say('leader', '1');
    const count = Number(/给(\d+)人发了提醒/.exec(done)?.[1]);
    const once = await sent();
    expect(once).toHaveLength(count);
    expect(once[0]?.text).toMatch(/提醒：县.+的单位自查还没交，12月27日截止/);
    await say('leader', '催一下没交自查表的部门');
    await say('leader', '1');
    expect(await sent()).toEqual(once);
  });

  it('is not sent when it is declined', async () => {
    const before = await sent();
    await say('leader', '催各部门抓紧整改');
    expect(await say('leader', '2')).toEqual(['好，没有办。']);
    expect(await sent()).toEqual(before);
  });

  it.each([
    ['townshipCadre', '催一下没查完的村', /^提醒\d+个村：.+（剩\d+户）/],
    ['townshipCadre', '催一下进度慢的村', /^提醒\d+个村：|^没有要提醒的/],
    ['townshipCadre', '提醒还没查完的排查员', /^提醒\d+个排查员：/],
    ['leader', '提醒水利局整改', /^提醒1个部门：县水利局（\d+个）/],
    ['leader', '提醒一下还没交报告的乡镇', /^提醒24个乡镇：.+（没交）/],
    ['villageCadre', '催催大家', /^提醒\d+个排查员：/],
  ] as const)('%s: %s', async (who, text, heard) => {
    expect((await say(who, text)).join('\n')).toMatch(heard);
    await say(who, '2');
  });

  it.each([
    ['helper', '催一下没动的村', /^催办和提醒由村干部、乡镇干部.*来发/],
    ['department', '催一下没交报告的乡镇', /^催办和提醒由/],
    ['townshipCadre', '催一下黄口镇', /黄口镇不在您能看的范围里/],
    ['villageCadre', '催一下没绑定的', /收不到我的消息/],
    ['villageCadre', '提醒王小二抓紧', /“王小二”没找到/],
  ] as const)('what %s may not or cannot is said: %s', async (who, text, heard) => {
    const before = await sent();
    expect((await say(who, text)).join('\n')).toMatch(heard);
    await say(who, '1');
    expect(await sent()).toEqual(before);
  });
});

describe('orders that change more than one thing', () => {
  it('several problems are shown before they are struck off', async () => {
    const [shown = ''] = await say('townshipCadre', '1、2、3都销了');
    expect(shown).toMatch(/^(要销\d个：\n|没有1号问题)/);
    const closed = admin<{ n: number }[]>`select count(*)::int as n from problem where closed_at > now()`;
    expect((await closed)[0]?.n).toBe(0);
    await say('townshipCadre', '2');
  });

  it('households are drawn when it is agreed to', async () => {
    const [shown = ''] = await say('townshipCadre', '随机抽2户复核');
    expect(shown).toMatch(/^提交了、还没抽过的有\d+户，从中随机抽2户复核，抽了就定下。抽吗？/);
    expect((await say('townshipCadre', '1')).join('')).toMatch(/^从\d+户里抽了2户/);
  });
});
