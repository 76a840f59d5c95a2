import { describe, expect, test } from 'vitest';
import { wholeCounty } from '../../../conversations/access/scope.ts';
import { read, write } from '../../../db/base/transaction.ts';
import { browserProgram, chatInBrowser } from '../../support/chat-in-browser.ts';
import { openPhone } from '../../support/phone.ts';

describe.skipIf(browserProgram === undefined)('the real bot on the chat page', () => {
  const all = chatInBrowser();

  const rows = <T extends object>(text: (county: string) => { sql: string; values: string[] }) =>
    read(all.made.database, wholeCounty(all.chat.seeded.county), async (db) => {
      const { sql, values } = text(all.chat.seeded.county);
      return [...(await db.sql.unsafe<T[]>(sql, values))];
    });

  test('a helper finishes a household by tapping and typing, and it is in the ledger', async () => {
    const phone = await openPhone(all.browser, all.chat.server.url, '王五');
    await phone.tap('排查');
    await phone.answered('张三');
    await phone.tap('对');
    await phone.answered('总共收入多少钱');
    await phone.say('一年5万 打工 稳定 都参保 家里没有病人 没有上学的孩子 房子安全 吃水没问题 没别的问题');
    // Whatever is still open is answered by its first choice, as a hurried helper would.
    for (let step = 0; step < 12; step += 1) {
      await phone.page.waitForFunction(() => document.querySelectorAll('.message.me .state').length === 0);
      const last = (await phone.shown()).at(-1) ?? '';
      if (last.includes('已提交')) break;
      const count = (await phone.shown()).length;
      const [first] = await phone.chips();
      await phone.tap(first ?? '');
      await phone.page.waitForFunction((n) => document.querySelectorAll('.message').length >= n + 2, count);
    }
    await phone.answered('已提交');
    expect(phone.errors).toEqual([]);
    const visits = await rows<{ status: string; head_name: string; answers: Record<string, unknown> }>(
      (county) => ({
        sql: `select v.status, h.head_name, v.answers from visit v join household h on h.county = v.county and h.id = v.household_id
        where v.county = $1`,
        values: [county],
      }),
    );
    expect(visits).toMatchObject([{ status: 'submitted', head_name: '张三' }]);
    expect(visits[0]?.answers).toMatchObject({ annualIncome: { is: 'known', v: 50_000 } });
    await phone.context.close();
  });

  test('who takes a message back hears what it had recorded, and 撤销 takes that back too', async () => {
    const phone = await openPhone(all.browser, all.chat.server.url, '赵六');
    await phone.tap('排查');
    await phone.answered('口人');
    await phone.say('5口人 一年6万');
    await phone.answered('记下');
    await phone.page.locator('.message.me .bubble').last().click();
    await phone.page.getByRole('button', { name: '撤回', exact: true }).click();

    await phone.answered('您撤回的那条，已记下：5口人；年收入6万元');
    await phone.say('撤销');
    await phone.answered('撤销了');
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  test('two helpers in the village group see the same, from each other and from the bot', async () => {
    const [one, other] = await Promise.all([
      openPhone(all.browser, all.chat.server.url, '王五'),
      openPhone(all.browser, all.chat.server.url, '赵六'),
    ]);
    for (const { page } of [one, other]) {
      await page.getByRole('button', { name: '切换会话或身份' }).click();
      await page.getByRole('button', { name: '刘园村排查群' }).click();
    }
    await one.tap('进度');
    await one.answered('@王五');
    await other.page.locator('.message.bot', { hasText: '@王五' }).waitFor();
    await other.say('今天下雨，路上慢点');
    await one.page.getByText('今天下雨，路上慢点').waitFor();
    expect(await one.shown()).toEqual(await other.shown());
    for (const { context, errors } of [one, other]) {
      expect(errors).toEqual([]);
      await context.close();
    }
  });

  test('a private chat is held back by the database itself', async () => {
    const { county, staff } = all.chat.seeded;
    const looking = { ...wholeCounty(county), all: false, staff: staff.colleague };
    const found = await read(
      all.made.database,
      looking,
      (db) => db.sql<{ chat: string }[]>`select distinct chat from web_message where county = ${county}`,
    );
    expect(found.map((row) => row.chat).filter((key) => key === `person:${staff.helper}`)).toEqual([]);
    const forging = write(
      all.made.database,
      looking,
      (tx) =>
        tx.sql`insert into web_message (county, id, chat, at, content) values (${county}, 'forged', ${`person:${staff.helper}`}, now(), '{}')`,
    );
    await expect(forging).rejects.toThrow();
  });
});
