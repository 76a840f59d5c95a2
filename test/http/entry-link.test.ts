import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { read, write } from '../../db/base/transaction.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import { makeEntryLink } from '../../src/http/make-entry-link.ts';
import { readConfig } from '../../src/setting/config.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { realChat } from '../support/real-chat.ts';
import { Visitor } from './visitor.ts';

let made: TestDatabase;
let chat: Awaited<ReturnType<typeof realChat>>;
beforeAll(async () => {
  made = await testDatabase();
  chat = await realChat(made.database, 'real');
});
afterAll(() => chat.server.close());

const key = { bytes: new Uint8Array(32).fill(7), from: 'environment' } as const;

/** What the bot makes of 网页 in this person's private chat. */
async function linkFor(who: 'helper' | 'cadre', env = { PUBLIC_URL: 'https://ruhu.example.gov.cn' }) {
  const { county, staff } = chat.seeded;
  const speaker = await read(made.database, wholeCounty(county), (db) => findSpeaker(db, { id: staff[who] }));
  const content = await makeEntryLink({ config: readConfig(env), key }, undefined, { speaker });
  return content?.type === 'text' ? content.text : '';
}

test('the link from a private chat opens the page for that person, once, over the real database', async () => {
  const link = await linkFor('helper');
  expect(link).toMatch(/^https:\/\/ruhu\.example\.gov\.cn\/enter\?t=/u);
  const t = new URL(link).searchParams.get('t') ?? '';
  const visitor = new Visitor(chat.web.app);
  expect((await visitor.post('/enter', { t })).status).toBe(303);
  expect(await (await visitor.fetch('/')).text()).toContain('王五');
  expect((await new Visitor(chat.web.app).post('/enter', { t })).status).toBe(403);
  const { messages } = await (await visitor.say('message-1', '我是谁')).json();
  expect(messages[1].text).toContain('王五');
});

test('a person who left the roster is let in no more, not even with an open session', async () => {
  const visitor = new Visitor(chat.web.app);
  const t = new URL(await linkFor('cadre')).searchParams.get('t') ?? '';
  await visitor.post('/enter', { t });
  expect((await visitor.fetch('/chat/history?chat=private')).status).toBe(200);
  const { county, staff } = chat.seeded;
  await write(
    made.database,
    wholeCounty(county),
    (tx) => tx.sql`update staff set active = false where id = ${staff.cadre}`,
  );
  expect((await visitor.fetch('/chat/history?chat=private')).status).toBe(401);
});

test('without a public address the bot says what is missing', async () => {
  expect(await linkFor('helper', { PUBLIC_URL: '' })).toContain('PUBLIC_URL');
});

test('who asks for the board on the page itself is told where it is, not sent for a link', async () => {
  const visitor = new Visitor(chat.web.app);
  const t = new URL(await linkFor('helper')).searchParams.get('t') ?? '';
  await visitor.post('/enter', { t });
  await write(
    made.database,
    wholeCounty(chat.seeded.county),
    (tx) => tx.sql`update staff set roles = array['leader'] where id = ${chat.seeded.staff.helper}`,
  );
  const { messages } = await (await visitor.say('message-board', '看板')).json();
  expect(messages[1].text).toContain('左上角');
});
