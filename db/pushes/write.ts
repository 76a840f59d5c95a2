import type { Actor, ChangeOf } from '../base/actor.ts';
import { asProgram } from '../base/scope.ts';
import type { Tx } from '../base/transaction.ts';
import { queuePushes } from '../outbox/outbox-intake.ts';

/**
 * Queues a message to somebody else under its key: one that is there already stays as it is. A person gets it
 * on the account used last; somebody without any isn't written to.
 */
export async function push(tx: Tx, by: Actor, { key, to, kind, text }: ChangeOf<'push'>): Promise<void> {
  const receiver = 'room' in to ? `room:${to.room}` : `staff:${to.staff}`;
  const pushed = {
    key,
    receiver,
    kind,
    body: { type: 'text' as const, text },
    dueAt: by.at,
    usefulUntil: null,
  };
  await asProgram(tx, () => queuePushes(tx, [pushed], by.at));
}
