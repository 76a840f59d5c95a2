import type { Actor, ChangeOf } from '../base/actor.ts';
import type { Tx } from '../base/transaction.ts';
import { queuePushes } from '../outbox/outbox-intake.ts';

/**
 * Queues a message to somebody else under its key: one that is there already stays as it is. A person gets it
 * on the account used last; somebody without any isn't written to.
 */
export async function push(tx: Tx, by: Actor, { key, to, kind, text }: ChangeOf<'push'>): Promise<void> {
  const receiver = 'room' in to ? `room:${to.room}` : `staff:${to.staff}`;
  await queuePushes(
    tx,
    [{ key, receiver, kind, body: { type: 'text', text }, dueAt: by.at, usefulUntil: null }],
    by.at,
  );
}
