import { expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { type Kit, mostTaken } from '../../conversations/offline/kit.ts';
import { OfflineTalk } from '../../conversations/offline/talk.ts';
import { read } from '../../db/base/transaction.ts';
import { peopleInDatabase } from '../../src/channels/web/database-people.ts';
import { takeAlong } from '../../src/site/take-along.ts';
import { seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { testReceiver } from '../support/receiver.ts';

const at = Date.parse('2021-12-15T09:00:00+08:00');

async function world() {
  const { database } = await testDatabase();
  const seeded = await seedCounty(database);
  const { county, staff } = seeded;
  const people = peopleInDatabase({ database, county, mode: 'rehearsal' });
  await people.bind(staff.helper, at);
  await people.bind(staff.cadre, at);
  const { receive } = testReceiver(database, county);
  let count = 0;
  return {
    database,
    county,
    staff,
    /** As it comes to the phone: through JSON. */
    kitOf: async (id: string): Promise<Kit | null> => {
      const person = await people.person(id);
      if (person === null) throw new Error('nobody has this id');
      return JSON.parse(
        JSON.stringify(await takeAlong({ database, county }, () => at)(person)),
      ) as Kit | null;
    },
    say: async (text: string): Promise<string[]> => {
      count += 1;
      const { replies } = await receive({
        channel: 'web',
        messageId: `said-${count}`,
        at: at + count,
        from: { externalId: staff.helper, name: '王五' },
        chat: { kind: 'private' },
        content: { type: 'text', text },
      });
      return replies.map(({ content }) => (content.type === 'text' ? content.text : ''));
    },
  };
}

const words = [
  '排查',
  '对',
  '一年5万 打工 稳定 都参保',
  '没有病人',
  '没有上学的',
  '上一题',
  '没有',
  '收入改成4万',
  '房子安全 吃水没问题',
  '不在家',
];

it('says on the phone, word for word, what the server says of the same', async () => {
  const { kitOf, say, staff } = await world();
  const kit = await kitOf(staff.helper);
  if (kit === null) throw new Error('a helper takes something along');
  const talk = new OfflineTalk(kit);
  let n = 0;
  for (const text of words) {
    n += 1;
    const here = talk.say({ id: `here-${n}`, text, at: at + n }).map((reply) => reply.text);
    expect(here, text).toEqual(await say(text));
  }
});

it('goes on with the visit in hand, and says what has to wait for the network', async () => {
  const { kitOf, say, staff } = await world();
  await say('排查');
  await say('对');
  const kit = await kitOf(staff.helper);
  if (kit === null) throw new Error('a helper takes something along');
  const talk = new OfflineTalk(kit);
  expect(talk.say({ id: 'a', text: '一年5万', at })[0]?.text).toContain('记下：年收入5万元');
  expect(talk.say({ id: 'b', text: '进度', at })[0]?.text).toContain('要连上网才能办');
  // The question is still open.
  expect(talk.say({ id: 'c', text: '打工', at })[0]?.text).toContain('记下：务工');
});

it('takes along what is the helper’s own, no more than a day’s, and it is written down whose', async () => {
  const { kitOf, staff, county, database } = await world();
  const kit = await kitOf(staff.helper);
  expect(kit?.households.length).toBeGreaterThan(0);
  expect(kit?.households.length).toBeLessThanOrEqual(mostTaken);
  expect(kit?.households.every(({ household }) => household.village === kit.session.speaker?.unit)).toBe(
    true,
  );
  const logged = await read(
    database,
    wholeCounty(county),
    (db) => db.sql<{ n: number }[]>`
    select count(*)::int as n from access_log where county = ${county} and staff_id = ${staff.helper} and what = '离线带走'`,
  );
  expect(logged[0]?.n).toBe(kit?.households.length);
});
