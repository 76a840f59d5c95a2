import { describe, expect, test } from 'vitest';
import { wholeCounty } from '../../../conversations/access/scope.ts';
import { read } from '../../../db/base/transaction.ts';
import { browserProgram, chatInBrowser } from '../../support/chat-in-browser.ts';
import { openPhone, type Phone } from '../../support/phone.ts';

describe.skipIf(browserProgram === undefined)('我的走访 on the page', () => {
  const all = chatInBrowser();

  const openMenu = async ({ page }: Phone) => {
    await page.getByLabel('切换会话或身份').click();
    const list = page.locator('#visits');
    await list.waitFor();
    if ((await list.getAttribute('open')) === null) await list.locator('summary').click();
  };
  /** The list as it is read, a line each. */
  const lines = ({ page }: Phone) => page.locator('#visits-list > *').allInnerTexts();

  test('shows what is unfinished and what was handed in today, and a tap opens it again', async () => {
    const phone = await openPhone(all.browser, all.chat.server.url, '王五');
    await phone.say('排查 张三');
    await phone.answered('张三');
    await openMenu(phone);
    await expect
      .poll(() => lines(phone))
      .toEqual(['没办完 1户', expect.stringMatching(/^张三 .*\n?答了一半$/u)]);
    await phone.page.locator('#sheet .sheet-close').click();

    await phone.say('对');
    await phone.answered('总共收入多少钱');
    await phone.say(
      '一年5万 打工 稳定 都参保 家里没有病人 没有上学的孩子 房子安全 没有老人住危房 吃水没问题 没别的问题',
    );
    for (let step = 0; step < 25; step += 1) {
      const last = (await phone.shown()).at(-1) ?? '';
      if (last.includes('已提交')) break;
      const [first = '不清楚'] = await phone.chips();
      const before = (await phone.shown()).length;
      await phone.tap(first);
      await expect.poll(async () => (await phone.shown()).length).toBeGreaterThan(before + 1);
    }
    await openMenu(phone);
    await expect
      .poll(() => lines(phone))
      .toEqual(['今天交的 1户', expect.stringMatching(/^张三 .*\n?已提交$/u)]);

    await phone.page.locator('#visits-list').getByRole('button', { name: '张三' }).click();
    await phone.answered('张三');
    expect((await phone.shown()).at(-2)).toBe('排查 张三');
    expect(phone.errors).toEqual([]);
    const looks = await read(
      all.made.database,
      wholeCounty(all.chat.seeded.county),
      (db) => db.sql<{ n: number }[]>`
      select count(*)::int as n from access_log where county = ${all.chat.seeded.county} and what = '我的走访'`,
    );
    expect(looks[0]?.n).toBeGreaterThan(0);
  });

  test('is not there for who visits nobody', async () => {
    const phone = await openPhone(all.browser, all.chat.server.url, '吴九');
    const answer = phone.page.waitForResponse('**/chat/visits');
    await phone.page.getByLabel('切换会话或身份').click();
    expect(await (await answer).json()).toMatchObject({ visits: [] });
    expect(await phone.page.locator('#visits').isVisible()).toBe(false);
  });
});
