import { expect, it } from 'vitest';
import { write } from '../../db/base/transaction.ts';
import { queuePushes } from '../../db/outbox/outbox-intake.ts';
import { silentLog } from '../../src/channels/channel-log.ts';
import { deliverOutbox } from '../../src/pushes/deliver-outbox.ts';
import { giveAccount } from '../delivery/people.ts';
import { PretendChannel } from '../delivery/pretend-channel.ts';
import { everything, seedVillage } from '../progress/village.ts';
import { county } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();

it('what the channel could not send in the evening waits for the morning; replies go at any hour', async () => {
  const { people } = await seedVillage(database);
  await giveAccount(database, people.leader, 'gao');
  let now = 0;
  const channel = new PretendChannel(() => now);
  const pass = async (moment: string): Promise<string[]> => {
    now = Date.parse(`${moment}+08:00`);
    await deliverOutbox({
      database,
      county,
      log: silentLog,
      channels: [channel],
      worker: 'one',
      now: () => now,
      random: () => 0.5,
      making: {},
    });
    return channel.texts;
  };
  const dueAt = Date.parse('2021-12-15T19:12:00+08:00');
  await write(database, everything, (tx) =>
    queuePushes(
      tx,
      (['digest', 'deadline', 'reply'] as const).map((kind) => ({
        key: kind,
        receiver: `staff:${people.leader}`,
        kind,
        body: { type: 'text', text: kind },
        dueAt,
        usefulUntil: null,
      })),
      dueAt,
    ),
  );
  expect(await pass('2021-12-15T23:00:00')).toEqual(['reply']);
  expect(await pass('2021-12-16T07:29:00')).toEqual(['reply']);
  await pass('2021-12-16T07:31:00');
  expect(await pass('2021-12-16T07:32:00')).toEqual(['reply', 'deadline', 'digest']);
});
