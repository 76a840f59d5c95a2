import { createHmac } from 'node:crypto';
import type { CountyCode, StaffId } from '../../conversations/engine/ids.ts';
import type { Database } from '../../db/connect.ts';
import type { Receive } from '../../src/channels/channel.ts';
import { makeLog } from '../../src/log.ts';
import type { SentMarks } from '../../src/services/mark-sent.ts';
import { preparePhoto } from '../../src/services/photo.ts';
import { makeReceiver } from '../../src/services/receive-message.ts';

/** A bot that never learns what was sent. */
export const unmarked: SentMarks = {
  carry: () => null,
  sent: () => undefined,
  settled: () => undefined,
};

/** The real receiver over a test database; `sent` notes which messages were marked. */
export function testReceiver(
  database: Database,
  county: CountyCode,
  staffId?: StaffId,
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
    outside: { hashOf: (text) => createHmac('sha256', 'test').update(text).digest('hex') },
    preparePhoto,
    makeDocument: () => Promise.resolve(undefined),
    marks,
    ...(staffId === undefined ? {} : { staffId }),
  });
  return { receive, sent };
}
