import type { Db, Tx } from './transaction.ts';

export interface SealedIdNumber {
  id: string;
  cipher: Uint8Array;
}

/** Encrypted ID numbers behind a household id, a page at a time, for changing the key. */
export async function sealedIdNumbers(
  db: Db,
  after: string | null,
  limit: number,
): Promise<SealedIdNumber[]> {
  return [
    ...(await db.sql<SealedIdNumber[]>`
      select id, id_cipher as cipher from household
      where county = ${db.scope.county} and id_cipher is not null and (${after}::uuid is null or id > ${after}::uuid)
      order by id limit ${limit}`),
  ];
}

/** Stores numbers sealed anew with their new hashes. */
export async function saveIdNumbers(
  tx: Tx,
  rows: readonly { id: string; cipher: Uint8Array; hash: Uint8Array }[],
): Promise<void> {
  for (const { id, cipher, hash } of rows)
    await tx.sql`
      update household set id_cipher = ${cipher}, id_hash = ${hash} where county = ${tx.scope.county} and id = ${id}`;
}

/** Forgets platform tokens, sealed with a key that ends: they are fetched anew. */
export async function forgetTokens(tx: Tx): Promise<void> {
  await tx.sql`delete from platform_token where county = ${tx.scope.county}`;
}
