import { expect, it } from 'vitest';
import { silentLog } from '../../src/channels/channel-log.ts';
import { deliverOutbox } from '../../src/pushes/deliver-outbox.ts';
import { county, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { giveAccount, queue } from './people.ts';
import { PretendChannel } from './pretend-channel.ts';

const { database } = await testDatabase();
const seeded = await seedCounty(database);
await giveAccount(database, seeded.staff.helper, 'wang');

const START = Date.UTC(2021, 11, 9, 1, 0, 0);

it('says in words, at once, that the platform finds a picture too heavy', async () => {
  const picture = { type: 'image', data: new Uint8Array(9), mime: 'image/png', name: 'p.png' } as const;
  const document = { kind: 'p', args: {}, fileName: 'p.png' };
  const body = { type: 'text', text: '今天的进度', document } as const;
  const push = { key: 'p', kind: 'digest', receiver: `staff:${seeded.staff.helper}`, body } as const;
  await queue(database, [{ ...push, dueAt: START, usefulUntil: null }], START);
  let now = START;
  const channel = new PretendChannel(() => now);
  let tries = 0;
  channel.answer = ({ content }) => {
    if (content.type === 'text') return { is: 'sent' };
    tries++;
    return { is: 'refused', why: '40009 invalid image size', tooHeavy: true };
  };
  const making = { document: async () => picture };
  const base = { database, county, log: silentLog, channels: [channel], worker: 'one', making };
  for (const end = now + 60_000; now <= end; now += 1_000)
    await deliverOutbox({ ...base, now: () => now, random: () => 0.5 });
  expect(tries).toBe(1);
  expect(channel.texts).toEqual(['今天的进度', expect.stringContaining('图太大，平台不收')]);
});
