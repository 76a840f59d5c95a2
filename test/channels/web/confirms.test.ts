import { expect, it } from 'vitest';
import { wireMessage } from '../../../src/channels/web/message.ts';
import { webMessageOf } from '../../../src/channels/web/outbound.ts';
import { county, seedCounty } from '../../support/county.ts';
import { testDatabase } from '../../support/database.ts';
import { testReceiver } from '../../support/receiver.ts';

const { database } = await testDatabase();
const { staff } = await seedCounty(database);
const { receive } = testReceiver(database, county, staff.helper);
let count = 0;

/** What the page gets of the bot's answer. */
async function shown(text: string) {
  count += 1;
  const { replies } = await receive({
    channel: 'terminal',
    messageId: `confirms-${count}`,
    at: Date.UTC(2021, 11, 15, 2, count),
    from: { externalId: 'wang' },
    chat: { kind: 'private' },
    content: { type: 'text', text },
  });
  const [reply] = replies;
  if (reply === undefined) throw new Error('Nothing was said.');
  const { content, ...kept } = await webMessageOf(reply, `m${count}`, 0, async () => undefined);
  if (content.type !== 'text') throw new Error('Not a text.');
  return wireMessage({ ...kept, content, seq: count }, 'wang');
}

it('the page knows whether a step is to be confirmed or a household asked about', async () => {
  expect(await shown('新增 张三 2组')).toMatchObject({ confirms: true });
  expect(await shown('2')).not.toHaveProperty('confirms');
  expect(await shown('帮助')).not.toHaveProperty('confirms');
});
