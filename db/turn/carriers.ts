import type { Tx } from '../base/transaction.ts';

/** Who sends a message's replies, and its own number for them. */
export interface Carried {
  carrier: string;
  number: number;
}

/** How far a carrier has sent what it answered. */
interface CarrierNote {
  id: string;
  /** The last number given out. */
  through: number;
  /** Numbers up to there whose replies are not sent yet. */
  open: readonly number[];
  /** Numbers it gives up: their replies are marked one by one from now on, by whoever sends them. */
  released: readonly number[];
}

/** One row says it for all replies since the last note. */
export async function noteCarried(tx: Tx, { id, through, open, released }: CarrierNote): Promise<void> {
  const { county } = tx.scope;
  if (released.length > 0)
    await tx.sql`
      update inbox set carrier = null, carried = null
      where county = ${county} and carrier = ${id} and carried = any (${[...released]}::bigint[])`;
  await tx.sql`
    insert into carrier (county, id, through, open, noted_at) values (${county}, ${id}, ${through}, ${[...open]}::bigint[], now())
    on conflict (county, id) do update set through = excluded.through, open = excluded.open, noted_at = excluded.noted_at`;
}

/**
 * Forgets carriers that noted nothing for two days: what they left behind is of no more use. By the server's
 * clock, as the notes are: a machine with a wrong one must not have others' replies forgotten.
 */
export async function forgetCarriers(tx: Tx): Promise<void> {
  await tx.sql`delete from carrier where county = ${tx.scope.county} and noted_at < now() - interval '2 days'`;
}

/** Forgets a carrier that has sent everything and carries no more. */
export async function forgetCarrier(tx: Tx, id: string): Promise<void> {
  await tx.sql`delete from carrier where county = ${tx.scope.county} and id = ${id}`;
}
