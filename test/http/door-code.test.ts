import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { normalCode } from '../../conversations/dialogues/binding/code.ts';
import { read, write } from '../../db/base/transaction.ts';
import { issueCodes } from '../../db/people/codes.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { realChat } from '../support/real-chat.ts';
import { testHashOf } from '../support/receiver.ts';
import { Visitor } from './visitor.ts';

let made: TestDatabase;
let chat: Awaited<ReturnType<typeof realChat>>;
beforeAll(async () => {
  made = await testDatabase();
  chat = await realChat(made.database, 'real');
});
afterAll(() => chat.server.close());

async function codeFor(who: 'helper' | 'cadre', code: string): Promise<string> {
  const { county, staff } = chat.seeded;
  const at = new Date();
  const row = { staffId: staff[who], hash: testHashOf(normalCode(code)) };
  await write(made.database, wholeCounty(county), (tx) =>
    issueCodes(tx, null, [row], { at, expiresAt: new Date(at.getTime() + 86_400_000) }),
  );
  return code;
}

test('a county without WeChat and WeCom: the code from the township opens the page, once', async () => {
  const code = await codeFor('helper', '8K3F-2M7Q');
  const visitor = new Visitor(chat.web.app);
  expect(await (await visitor.fetch('/')).text()).toContain('用绑定码进入');
  const wrong = await visitor.post('/code', { code: '8K3F-2M7P' });
  expect(wrong.status).toBe(403);
  expect(await wrong.text()).toContain('还能试4次');
  expect((await visitor.post('/code', { code: '8k3f 2m7q' })).status).toBe(303);
  expect(await (await visitor.fetch('/')).text()).toContain('王五');
  const { messages } = await (await visitor.say('message-1', '我是谁')).json();
  expect(messages[1].text).toContain('王五');
  const again = await new Visitor(chat.web.app).post('/code', { code });
  expect(again.status).toBe(403);
  expect(await again.text()).toContain('已经用过了');
});

test('what was typed at the door is in no chat, and the page’s account is the only one left', async () => {
  const { county, staff } = chat.seeded;
  const found = await read(made.database, wholeCounty(county), async (db) => ({
    accounts: await db.sql<{ id: string }[]>`
      select external_id as id from account where county = ${county} and channel = 'web' and staff_id = ${staff.helper}`,
    said: await db.sql`select 1 from web_message where content->>'text' ilike '%2m7%'`,
  }));
  expect(found.accounts).toEqual([{ id: staff.helper }]);
  expect(found.said).toHaveLength(0);
});

test('five wrong codes lock this browser for an hour, as in chat', async () => {
  const visitor = new Visitor(chat.web.app);
  for (let i = 0; i < 5; i += 1) await visitor.post('/code', { code: `8K3F-2M7${'ABCDE'[i]}` });
  const code = await codeFor('helper', '9K3F-2M7R');
  const locked = await visitor.post('/code', { code });
  expect(locked.status).toBe(403);
  expect(await locked.text()).toContain('输错次数太多');
});

test('one address can’t try for ever by forgetting its cookie', async () => {
  const answers: number[] = [];
  for (let i = 0; i < 31; i += 1) {
    const visitor = new Visitor(chat.web.app);
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    answers.push((await visitor.post('/code', { code: '8K3F-2M7Z' }, headers)).status);
  }
  expect(answers.slice(0, 30).every((status) => status === 403)).toBe(true);
  expect(answers.at(-1)).toBe(429);
});

test('who enters by a code as somebody who is in on the page puts him out, and he and the cadres are told', async () => {
  const { county, staff } = chat.seeded;
  const first = new Visitor(chat.web.app);
  await first.fetch('/');
  expect((await first.post('/code', { code: await codeFor('cadre', '7K3F-2M7S') })).status).toBe(303);
  expect((await first.fetch('/chat/history?chat=private')).status).toBe(200);
  const second = new Visitor(chat.web.app);
  await second.fetch('/');
  expect((await second.post('/code', { code: await codeFor('cadre', '7K3F-2M7T') })).status).toBe(303);
  expect((await first.fetch('/chat/history?chat=private')).status).toBe(401);
  expect((await second.fetch('/chat/history?chat=private')).status).toBe(200);
  const told = await read(
    made.database,
    wholeCounty(county),
    (db) =>
      db.sql<
        { receiver: string }[]
      >`select key as receiver from outbox where county = ${county} and key like ${`rebound:${staff.cadre}:%`}`,
  );
  expect(told.some(({ receiver }) => receiver.endsWith(`:${staff.cadre}`))).toBe(true);
});
