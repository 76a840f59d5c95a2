import { wholeCounty } from '../../conversations/access/scope.ts';
import { isoDate } from '../../conversations/calendar/days.ts';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import { sayUndelivered } from '../../conversations/pushes/undelivered.ts';
import type { Database } from '../../db/base/connect.ts';
import { write } from '../../db/base/transaction.ts';
import { queuePushes } from '../../db/outbox/outbox-intake.ts';
import { caretakers } from '../../db/people/caretakers.ts';
import { labelOf } from '../channels/platforms.ts';

/** Tells the administrators, once a day and channel, that messages could not be delivered. */
export async function reportUndelivered(
  { database, county, now }: { database: Database; county: CountyCode; now(): number },
  channel: string,
  why: string,
): Promise<void> {
  const at = now();
  await write(database, wholeCounty(county), async (tx) => {
    const receivers = (await caretakers(tx)).map((id) => `staff:${id}`);
    const pushes = receivers.map((receiver) => ({
      key: `undelivered/${isoDate(at)}/${channel}/${receiver}`,
      receiver,
      kind: 'deadline' as const,
      body: { type: 'text' as const, text: sayUndelivered(labelOf(channel), why) },
      dueAt: at,
      usefulUntil: null,
    }));
    await queuePushes(tx, pushes, at);
  });
}
