import type { Tx } from './transaction.ts';

/** Who sends a message's replies, and its own number for them. */
export interface Carried {
  carrier: string;
  number: number;
}

/** How far a carrier has sent what it answered. */
export interface CarrierNote {
  id: string;
  /** The last number given out. */
  through: number;
  /** Numbers up to there whose replies are not sent yet. */
  open: readonly number[];
  /** Numbers it gives up: their replies are marked one by one from now on, by whoever sends them. */
  released: readonly number[];
  at: Date;
}

/** One row says it for all replies since the last note. */
export async function noteCarried(tx: Tx, { id, through, open, released, at }: CarrierNote): Promise<void> {
  const { county } = tx.scope;
  if (released.length > 0)
    await tx.sql`
      update inbox set carrier = null, carried = null
      where county = ${county} and carrier = ${id} and carried = any (${[...released]}::bigint[])`;
  await tx.sql`
    insert into carrier (county, id, through, open, noted_at) values (${county}, ${id}, ${through}, ${[...open]}::bigint[], ${at})
    on conflict (county, id) do update set through = excluded.through, open = excluded.open, noted_at = excluded.noted_at`;
}

/** Forgets carriers that noted nothing since then: what they left behind is of no more use. */
export async function forgetCarriers(tx: Tx, before: Date): Promise<void> {
  await tx.sql`delete from carrier where county = ${tx.scope.county} and noted_at < ${before}`;
}
