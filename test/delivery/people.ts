import { randomUUID } from 'node:crypto';
import { wholeCounty } from '../../conversations/access/scope.ts';
import type { Database } from '../../db/base/connect.ts';
import { write } from '../../db/base/transaction.ts';
import { type NewPush, queuePushes } from '../../db/outbox/outbox-intake.ts';
import { county } from '../support/county.ts';

/** Makes a chat account for somebody of the staff; gives the external id. */
export async function giveAccount(
  database: Database,
  staff: string,
  externalId: string,
  channel = 'pretend',
): Promise<void> {
  await write(database, wholeCounty(county), async (tx) => {
    await tx.sql`
      insert into account (county, id, channel, external_id, staff_id, bound_at)
      values (${county}, ${randomUUID()}, ${channel}, ${externalId}, ${staff}, now())`;
  });
}

export function queue(database: Database, pushes: readonly NewPush[], now: number): Promise<string[]> {
  return write(database, wholeCounty(county), (tx) => queuePushes(tx, pushes, now));
}

/** Puts messages straight into the outbox, to made-up receivers. */
export async function queueTo(
  database: Database,
  rows: readonly {
    key: string;
    to: string;
    text?: string;
    priority?: number;
    kind?: 'private' | 'room';
    channel?: string;
  }[],
  now: number,
): Promise<void> {
  const list = rows.map((row) => ({
    priority: 5,
    kind: 'private',
    channel: 'pretend',
    text: row.key,
    ...row,
  }));
  await write(database, wholeCounty(county), async (tx) => {
    await tx.sql`
      insert into outbox (county, key, channel, address, priority, body, due_at)
      select ${county}, key, channel, jsonb_build_object('kind', kind, 'externalId', "to"), priority,
        jsonb_build_object('type', 'text', 'text', text), ${new Date(now)}
      from jsonb_to_recordset(${JSON.stringify(list)}::text::jsonb)
        as r(key text, channel text, kind text, "to" text, priority int, text text)`;
  });
}
