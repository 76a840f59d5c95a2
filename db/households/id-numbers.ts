import { and, eq, gt, isNotNull } from 'drizzle-orm';
import type { HouseholdId } from '../../conversations/contract/ids.ts';
import { jsonText } from '../base/json.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { platformToken } from '../outbox/platform-token-table.ts';
import { household } from './table.ts';

/** What an ID number's cipher text is bound to: its household in the register. */
export function idCipherContext(county: string, code: string): string {
  return `household/${county}/${code}`;
}

export interface SealedIdNumber {
  id: string;
  /** 户编号. */
  code: string;
  cipher: Uint8Array;
}

/** Encrypted ID numbers behind a household id, a page at a time, for changing the key. */
export async function sealedIdNumbers(
  db: Db,
  after: string | null,
  limit: number,
): Promise<SealedIdNumber[]> {
  const { id, code, idCipher } = household;
  const rows = await db.orm
    .select({ id, code, cipher: idCipher })
    .from(household)
    .where(
      and(
        eq(household.county, db.scope.county),
        isNotNull(idCipher),
        after === null ? undefined : gt(id, after as HouseholdId),
      ),
    )
    .orderBy(id)
    .limit(limit);
  return rows.flatMap(({ cipher, ...row }) => (cipher === null ? [] : [{ ...row, cipher }]));
}

/** Stores numbers sealed anew with their new hashes, a page in one statement. */
export async function saveIdNumbers(
  tx: Tx,
  rows: readonly { id: string; cipher: Uint8Array; hash: Uint8Array }[],
): Promise<void> {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  const list = rows.map(({ id, cipher, hash }) => ({ id, cipher: hex(cipher), hash: hex(hash) }));
  await tx.sql`
    update household h set id_cipher = decode(r.cipher, 'hex'), id_hash = decode(r.hash, 'hex')
    from jsonb_to_recordset(${jsonText(list)}::text::jsonb) as r(id uuid, cipher text, hash text)
    where h.county = ${tx.scope.county} and h.id = r.id`;
}

/** Forgets platform tokens, sealed with a key that ends: they are fetched anew. */
export async function forgetTokens(tx: Tx): Promise<void> {
  await tx.orm.delete(platformToken).where(eq(platformToken.county, tx.scope.county));
}
