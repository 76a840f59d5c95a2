import { describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { read, write } from '../../db/base/transaction.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import { testDatabase } from '../support/database.ts';
import { testReceiver } from '../support/receiver.ts';
import { makeWorld, messageId } from '../transcripts/world.ts';

const { database } = await testDatabase();
const world = await makeWorld(database);
const county = wholeCounty(world.county);

async function say(text: string, by = '李帮扶', day = '15'): Promise<string> {
  const phone = world.phones.get(by) ?? '';
  const person = await read(database, county, (db) => findSpeaker(db, { phone }));
  const { receive } = testReceiver(database, world.county, person?.id);
  const { replies } = await receive({
    channel: 'terminal',
    messageId: messageId(),
    at: Date.parse(`2021-12-${day}T09:05:00+08:00`),
    from: { externalId: phone, name: by },
    chat: { kind: 'private' },
    content: { type: 'text', text },
  });
  return replies.map(({ content }) => (content.type === 'text' ? content.text : '')).join('\n');
}

const told = () =>
  read(
    database,
    county,
    (db) =>
      db.sql<{ name: string; text: string }[]>`
        select s.name, o.body->>'text' as text from outbox o join staff s on s.county = o.county and 'staff:' || s.id = o.receiver
        where o.county = ${world.county} and o.key like 'danger:%' order by s.name, o.key`,
  );

describe('that somebody may take his life', () => {
  it('is told to who heads the village and the township, once a day and without what was said', async () => {
    await say('排查 冯成');
    expect(await say('老伴说活够了')).not.toContain('我也');
    for (const name of ['赵支书', '孙镇长'])
      await write(
        database,
        county,
        (tx) =>
          tx.sql`insert into account (county, id, channel, external_id, staff_id)
            select county, gen_random_uuid(), 'wechaty', 'of ' || name, id from staff where county = ${world.county} and name = ${name}`,
      );
    expect(await say('他说要喝药')).toContain('我也通知他们了');
    await say('老头还是不想活了');
    const first = await told();
    expect(first.map(({ name }) => name)).toEqual(['孙镇长', '赵支书']);
    expect(first[0]?.text).toContain('李帮扶在【冯成】');
    expect(first[0]?.text).not.toContain('喝药');
    await say('他还说不想活了', '李帮扶', '16');
    expect(await told()).toHaveLength(4);
  });

  it('is answered without a household open too, and nobody is told of one', async () => {
    const before = await told();
    expect(await say('有户老人说不想活了', '王五')).toMatch(/先陪着人/u);
    expect(await told()).toEqual(before);
  });
});
