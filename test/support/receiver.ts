import { createHmac } from 'node:crypto';
import type { CountyCode, StaffId } from '../../conversations/contract/ids.ts';
import type { Database } from '../../db/base/connect.ts';
import type { Receive } from '../../src/channels/channel.ts';
import type { SentMarks } from '../../src/messages/mark-sent.ts';
import { makeReceiver } from '../../src/messages/receive-message.ts';
import { preparePhoto } from '../../src/photos/photo.ts';
import type { SecondReader } from '../../src/second-reader/second-reader.ts';
import { makeLog } from '../../src/setting/log.ts';

/** A bot that never learns what was sent. */
export const unmarked: SentMarks = {
  carry: () => null,
  sent: () => undefined,
  settled: () => undefined,
};

/** How the real receiver of tests hashes codes. */
export function testHashOf(text: string): string {
  return createHmac('sha256', 'test').update(text).digest('hex');
}

/** The real receiver over a test database; `sent` notes which messages were marked. */
export function testReceiver(
  database: Database,
  county: CountyCode,
  staffId?: StaffId,
  secondReader?: SecondReader,
): { receive: Receive; sent: string[] } {
  const sent: string[] = [];
  const marks: SentMarks = {
    carry: () => null,
    sent: ({ messageId }) => void sent.push(messageId),
    settled: () => undefined,
  };
  const receive = makeReceiver({
    database,
    county,
    log: makeLog('silent'),
    outside: { hashOf: testHashOf },
    preparePhoto,
    makeDocument: () => Promise.resolve(undefined),
    marks,
    secondReader,
    ...(staffId === undefined ? {} : { staffId }),
  });
  return { receive, sent };
}
