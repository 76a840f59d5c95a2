import type { Tx } from '../base/transaction.ts';

/** What was written so shortly before the present one is no sign of a clock that was set back. */
const slack = '2 seconds';
/** How far back from a step ahead something may have been written that it must not make late. */
const reach = '1 hour';

/**
 * Sets right what was written while the clock was ahead of what it says now: it would wait until the clock has caught
 * up, and what was given up as useless then is useful. Each row says when it was written, so whoever comes first
 * repairs it, also after a restart. A run of the schedule that was made for a day still to come is made again.
 */
export async function repairAfterStepBack(tx: Tx, now: number): Promise<void> {
  const { county } = tx.scope;
  const at = new Date(now);
  await tx.sql`
    update send_pace set next_at = next_at - (set_at - ${at}::timestamptz), set_at = ${at}
    where county = ${county} and set_at > ${at}::timestamptz + ${slack}::interval`;
  await tx.sql`
    delete from outbox where county = ${county} and status = 'queued' and kind in ('reminder', 'digest') and lease_until is null
      and created_at > ${at}::timestamptz + ${slack}::interval`;
  await tx.sql`
    update outbox set key = case when kind in ('reminder', 'digest') and status = 'sent' and created_at > ${at} then key || '/early/' || gen_random_uuid() else key end,
      created_at = least(created_at, ${at}), due_at = due_at - (set_at - ${at}::timestamptz),
      lease_until = lease_until - (set_at - ${at}::timestamptz), set_at = ${at}
    where county = ${county} and set_at > ${at}::timestamptz + ${slack}::interval`;
  await tx.sql`
    update outbox set status = 'queued', last_error = null where county = ${county} and status = 'dead'
      and last_error = 'no longer useful' and set_at = ${at} and useful_until > ${at}`;
  await tx.sql`
    update inbox set received_at = ${at} where county = ${county} and sent_at is null
      and received_at > ${at}::timestamptz + ${slack}::interval`;
  await tx.sql`
    update carrier set noted_at = ${at} where county = ${county} and noted_at > ${at}::timestamptz + ${slack}::interval`;
  await tx.sql`
    delete from push_run where county = ${county} and at > ${at}::timestamptz + ${slack}::interval`;
  await tx.sql`
    update account set locked_until = ${at}::timestamptz + interval '1 hour'
    where county = ${county} and locked_until > ${at}::timestamptz + interval '1 hour'`;
}

/** What was on its way when the clock was set ahead is as late as it was before, not by the step. */
export async function repairAfterStepAhead(tx: Tx, now: number, stepMs: number): Promise<void> {
  const { county } = tx.scope;
  const before = new Date(now - stepMs);
  const step = `${Math.round(stepMs)} milliseconds`;
  await tx.sql`
    update outbox set useful_until = useful_until + ${step}::text::interval where county = ${county} and status = 'queued'
      and set_at > ${before}::timestamptz - ${reach}::interval`;
  await tx.sql`
    update inbox set received_at = received_at + ${step}::text::interval where county = ${county} and sent_at is null
      and received_at > ${before}::timestamptz - ${reach}::interval
      and received_at <= ${before}::timestamptz + ${slack}::interval`;
}
