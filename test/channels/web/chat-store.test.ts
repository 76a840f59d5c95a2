import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { wholeCounty } from '../../../conversations/access/scope.ts';
import { write } from '../../../db/base/transaction.ts';
import { keepPeriods } from '../../../db/erasing/keep-periods.ts';
import type { ChatStore } from '../../../src/channels/web/chat-store.ts';
import { peopleInDatabase } from '../../../src/channels/web/database-people.ts';
import { storeInDatabase } from '../../../src/channels/web/database-store.ts';
import type { ChatKey, NewMessage } from '../../../src/channels/web/message.ts';
import { county } from '../../support/county.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { storeInMemory } from '../../support/web-chat.ts';

let made: TestDatabase;
beforeAll(async () => {
  made = await testDatabase();
});

const at = Date.parse('2021-12-10T09:00:00+08:00');
const person = () => {
  const externalId = randomUUID();
  return { externalId, chat: `person:${externalId}` as ChatKey };
};

function said(chat: ChatKey, text: string, more: Partial<NewMessage> = {}): NewMessage {
  return { id: randomUUID(), chat, at, author: { is: 'bot' }, content: { type: 'text', text }, ...more };
}

describe.each([
  ['in memory', () => storeInMemory() as ChatStore],
  ['in the database', () => storeInDatabase(made.database, county)],
])('messages of the page, kept %s', (_, open) => {
  test('come back as they were kept, in order, once each', async () => {
    const store = open();
    const { externalId, chat } = person();
    const first = said(chat, '张三家\n\n4口人', {
      author: { is: 'person', externalId, name: '王五' },
      content: { type: 'text', text: '张三家\n\n4口人', quote: '几口人？' },
    });
    const second = said(chat, '记下了', { mention: ['王五', '赵"六,'] });
    const kept = await store.add([first, second]);
    expect(kept).toMatchObject([first, second]);
    expect(await store.add([second, first])).toEqual([kept[1], kept[0]]);
    expect(await store.page(chat, undefined, 10)).toEqual(kept);
    expect(kept[1]?.seq).toBeGreaterThan(kept[0]?.seq ?? 0);
  });

  test('are read from the end, backwards, and from a number on', async () => {
    const store = open();
    const { chat } = person();
    const kept = await store.add(['一', '二', '三', '四'].map((text) => said(chat, text)));
    const texts = (found: typeof kept) => found.map(({ content }) => content.type === 'text' && content.text);
    expect(texts(await store.page(chat, undefined, 2))).toEqual(['三', '四']);
    expect(texts(await store.page(chat, kept[2]?.seq, 2))).toEqual(['一', '二']);
    expect(texts(await store.since([chat], kept[1]?.seq ?? 0, 10))).toEqual(['三', '四']);
    expect(texts(await store.since([chat], 0, 1))).toEqual(['一']);
    expect(await store.latest([chat])).toBe(kept[3]?.seq);
    expect(await store.latest([person().chat])).toBe(0);
  });

  test('keep pictures and files for those who are in the chat', async () => {
    const store = open();
    const [own, other] = [person(), person()];
    const data = Uint8Array.of(1, 2, 3, 0, 255);
    const [picture, file] = await store.add([
      said(own.chat, '', { content: { type: 'image', data, mime: 'image/jpeg', name: '照片' } }),
      said(own.chat, '', { content: { type: 'file', data, name: '台账 一.xlsx' } }),
    ]);
    expect(picture?.content).toEqual({ type: 'image', name: '照片' });
    expect(file?.content).toEqual({ type: 'file', name: '台账 一.xlsx', bytes: 5 });
    const found = await store.file([own.chat], picture?.seq ?? 0);
    expect(found).toMatchObject({ mime: 'image/jpeg', name: '照片' });
    expect([...(found?.data ?? [])]).toEqual([...data]);
    expect(await store.file([own.chat], file?.seq ?? 0)).toMatchObject({ name: '台账 一.xlsx' });
    expect(await store.file([other.chat], picture?.seq ?? 0)).toBeNull();
  });

  test('don’t mix chats', async () => {
    const store = open();
    const [one, other] = [person(), person()];
    const room = `room:${randomUUID()}` as const;
    await store.add([said(one.chat, '我的'), said(other.chat, '他的'), said(room, '大家的')]);
    const seen = await store.since([one.chat, room], 0, 10);
    expect(seen.map(({ chat }) => chat)).toEqual([one.chat, room]);
    expect(await store.page(other.chat, undefined, 10)).toHaveLength(1);
  });
});

test('damaged characters do no harm in the database', async () => {
  const store = storeInDatabase(made.database, county);
  const { chat } = person();
  const [kept] = await store.add([said(chat, 'a\u0000b\uD800c😀')]);
  expect(kept?.content).toMatchObject({ text: expect.stringContaining('😀') });
});

test('what is older than a moment can be forgotten', async () => {
  const store = storeInDatabase(made.database, county);
  const { chat } = person();
  await store.add([said(chat, '旧', { at: at - 1000 }), said(chat, '新')]);
  await write(made.database, wholeCounty(county), (tx) => keepPeriods(tx, at + 14 * 86_400_000));
  expect(await store.page(chat, undefined, 10)).toMatchObject([{ content: { text: '新' } }]);
});

test('of many who press the same link at once, one is let in', async () => {
  const people = peopleInDatabase({ database: made.database, county, mode: 'real' });
  const ticket = randomUUID();
  const until = Date.now() + 60_000;
  const claims = await Promise.all(Array.from({ length: 12 }, () => people.claimTicket(ticket, until)));
  expect(claims.filter(Boolean)).toHaveLength(1);
});

test('a wrong id is nobody, and over real data there are no personas', async () => {
  const people = peopleInDatabase({ database: made.database, county, mode: 'real' });
  for (const id of ['', 'x', "' or 1=1", randomUUID()]) expect(await people.person(id)).toBeNull();
  expect(await people.personas()).toEqual([]);
});
