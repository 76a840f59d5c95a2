// A bot that answers what its parent says and tells it each reply it sends. Its clock is what a file says beside
// the real one: the parent may put it forward while the process is stopped. Arguments: database, file.
import { readFileSync } from 'node:fs';
import { openDatabase } from '../../db/base/connect.ts';
import { silentLog } from '../../src/channels/channel-log.ts';
import { sendReplies } from '../../src/channels/send-replies.ts';
import { makeSentMarks } from '../../src/messages/mark-sent.ts';
import { makeReceiver } from '../../src/messages/receive-message.ts';
import { preparePhoto } from '../../src/photos/photo.ts';
import { placeOver } from '../problems/place.ts';
import { pretendLimits } from './pretend-channel.ts';

const [databaseUrl = '', clock = ''] = process.argv.slice(2);
const real = Date.now;
Date.now = () => real() + Number(readFileSync(clock, 'utf8'));

const database = await openDatabase({ dataDir: '', databaseUrl, migrate: false, connections: 3 });
const place = placeOver(database);
const marks = makeSentMarks(place);
const makeDocument = () => Promise.resolve(undefined);
const receive = makeReceiver({ ...place, preparePhoto, makeDocument, marks });
const channel = {
  capabilities: pretendLimits,
  send: ({ key }: { key?: string }) => {
    process.send?.({ sent: key });
    return Promise.resolve({ is: 'sent' } as const);
  },
};

process.on('message', async (said: { text: string }) => {
  const received = await receive({
    channel: 'pretend',
    messageId: said.text,
    at: real(),
    from: { externalId: 'wang' },
    chat: { kind: 'private' },
    content: { type: 'text', text: said.text },
  });
  await sendReplies(channel, received, silentLog, {
    now: Date.now,
    takenAt: received.committedAt ?? Date.now(),
  });
  await marks.flush();
  process.send?.({ done: said.text });
});
process.send?.({ done: 'start' });
