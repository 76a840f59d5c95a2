import { describe, expect, test } from 'vitest';
import { wholeCounty } from '../../../conversations/access/scope.ts';
import { read } from '../../../db/base/transaction.ts';
import { serveHttp } from '../../../src/site/serve.ts';
import { browserProgram, chatInBrowser } from '../../support/chat-in-browser.ts';
import { openPhone } from '../../support/phone.ts';

describe.skipIf(browserProgram === undefined)('a visit where there is no network', () => {
  const all = chatInBrowser();

  const stored = () =>
    read(all.made.database, wholeCounty(all.chat.seeded.county), async (db) => [
      ...(await db.sql<{ status: string; head_name: string; answers: Record<string, unknown> }[]>`
        select v.status, h.head_name, v.answers from visit v join household h on h.county = v.county and h.id = v.household_id
        where v.county = ${all.chat.seeded.county}`),
    ]);

  test('is asked, answered and handed in on the phone, and is in the ledger once the network is back', async () => {
    const phone = await openPhone(all.browser, all.chat.server.url, '王五');
    await phone.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    // What is needed lies on the phone: the module of the dialogue, and what was taken along.
    const isKept = () => phone.page.evaluate(async () => (await caches.match('/talk.js')) !== undefined);
    await expect.poll(isKept, { timeout: 20_000 }).toBe(true);
    const { port } = new URL(all.chat.server.url);
    await all.chat.server.close();

    // The list of whom he has to see is there without a network; a tap begins one.
    await phone.page.getByLabel('切换会话或身份').click();
    await phone.page.locator('#picker summary').click();
    await phone.page.getByLabel('按姓名、组或户编号找').fill('张三');
    await phone.page.locator('#picker-list').getByRole('button', { name: '张三' }).click();
    await phone.answered('张三');
    await phone.page.getByText('没网，手机上先回的').first().waitFor();
    await phone.tap('对');
    await phone.answered('总共收入多少钱');
    await phone.say('一年5万 打工 稳定 都参保 家里没有病人 没有上学的孩子 房子安全 吃水没问题 没别的问题');
    // Closed and opened again in the middle.
    await phone.page.reload();
    await phone.page.locator('#chips .chip').first().waitFor();
    for (let step = 0; step < 25; step += 1) {
      const shown = await phone.shown();
      if ((shown.at(-1) ?? '').includes('已提交')) break;
      const [first] = await phone.chips();
      await phone.tap(first ?? '');
      await phone.page.waitForFunction(
        (n) => document.querySelectorAll('.message').length >= n + 2,
        shown.length,
      );
    }
    expect(await phone.shown()).toContainEqual(expect.stringContaining('已提交'));
    const here = (await phone.shown()).filter((text) => text.includes('已提交'));
    expect(await stored()).toEqual([]);

    all.chat.server = await serveHttp(all.chat.web.app, { host: '127.0.0.1', port: Number(port) });
    await phone.page.getByText('没网，手机上先回的').first().waitFor({ state: 'detached', timeout: 60_000 });
    await expect.poll(async () => (await phone.shown()).at(-1), { timeout: 40_000 }).toContain('已提交');
    expect((await phone.shown()).filter((text) => text.includes('已提交'))).toHaveLength(here.length);
    const visits = await stored();
    expect(visits).toMatchObject([{ status: 'submitted', head_name: '张三' }]);
    expect(visits[0]?.answers).toMatchObject({ annualIncome: { is: 'known', v: 50_000 } });
    expect(await phone.page.getByText('以上面的为准').count()).toBe(0);
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });
});
