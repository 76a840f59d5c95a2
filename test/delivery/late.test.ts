import { expect, it } from 'vitest';
import { silentLog } from '../../src/channels/channel-log.ts';
import { deliverOutbox } from '../../src/pushes/deliver-outbox.ts';
import { county, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { testReceiver } from '../support/receiver.ts';
import { giveAccount } from './people.ts';
import { PretendChannel } from './pretend-channel.ts';

const { database } = await testDatabase();
const seeded = await seedCounty(database);
await giveAccount(database, seeded.staff.helper, 'wang');

it('a message that was sent a minute ago and is taken in only now is answered once', async () => {
  const { receive } = testReceiver(database, county);
  const now = Date.now();
  const received = await receive({
    channel: 'pretend',
    messageId: 'late1',
    at: now - 60_000,
    from: { externalId: 'wang' },
    chat: { kind: 'private' },
    content: { type: 'text', text: '帮助' },
  });
  expect(received.replies.length).toBeGreaterThan(0);
  // The direct send is about to begin; the delivery loop comes by.
  const channel = new PretendChannel(() => now);
  await deliverOutbox({
    database,
    county,
    log: silentLog,
    channels: [channel],
    worker: 'w',
    now: () => now,
    random: () => 0.5,
    making: {},
  });
  expect(channel.texts).toEqual([]);
});
