import { expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { notAnswered } from '../../conversations/dialogues/not-answered.ts';
import { read } from '../../db/base/transaction.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import { makeReceiver } from '../../src/messages/receive-message.ts';
import { preparePhoto } from '../../src/photos/photo.ts';
import { makeLog } from '../../src/setting/log.ts';
import { testDatabase } from '../support/database.ts';
import { unmarked } from '../support/receiver.ts';
import { makeWorld } from '../transcripts/world.ts';

const { database } = await testDatabase();

it('a message that can’t be worked on is answered kindly and once, and the next one goes on', async () => {
  const world = await makeWorld(database);
  const phone = world.phones.get('孙镇长') ?? '';
  const cadre = await read(database, wholeCounty(world.county), (db) => findSpeaker(db, { phone }));
  if (cadre === null) throw new Error('nobody there');
  const receive = makeReceiver({
    database,
    county: world.county,
    log: makeLog('silent'),
    outside: {
      hashOf: () => {
        throw new Error('the key is broken');
      },
    },
    preparePhoto,
    makeDocument: () => Promise.resolve(undefined),
    marks: unmarked,
    staffId: cadre.id,
  });
  const say = async (messageId: string, text: string) => {
    const { replies } = await receive({
      channel: 'terminal',
      messageId,
      at: Date.parse('2021-12-15T01:00:00Z'),
      from: { externalId: phone },
      chat: { kind: 'private' },
      content: { type: 'text', text },
    });
    return replies.map((r) => (r.content.type === 'text' ? r.content.text : ''));
  };
  expect(await say('1', '发码 李帮扶')).toEqual([notAnswered]);
  expect(await say('1', '发码 李帮扶')).toEqual([notAnswered]);
  expect((await say('2', '我是谁'))[0]).toContain('孙镇长');
});
