import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import { jsonText } from '../base/json.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { outsideRow } from './table.ts';

/** What the sealed card numbers of a row are bound to: the sum over its cells. */
export function listedCipherContext(county: string, key: string): string {
  return `listed/${county}/${key}`;
}

/** Sealed cells behind a row id, a page at a time, for changing the key. */
export async function sealedRows(
  db: Db,
  after: string | null,
  limit: number,
): Promise<{ id: string; key: string; sealed: Uint8Array }[]> {
  const { id, key, sealed } = outsideRow;
  const rows = await db.orm
    .select({ id, key, sealed })
    .from(outsideRow)
    .where(
      and(
        eq(outsideRow.county, db.scope.county),
        isNotNull(sealed),
        after === null ? undefined : gt(id, after),
      ),
    )
    .orderBy(asc(id))
    .limit(limit);
  return rows.flatMap(({ sealed: bytes, ...row }) => (bytes === null ? [] : [{ ...row, sealed: bytes }]));
}

/** Stores cells sealed anew, a page in one statement. */
export async function saveSealedRows(
  tx: Tx,
  rows: readonly { id: string; sealed: Uint8Array }[],
): Promise<void> {
  const list = rows.map(({ id, sealed }) => ({ id, sealed: Buffer.from(sealed).toString('base64') }));
  await tx.sql`
    update outside_row r set sealed = decode(x.sealed, 'base64') from jsonb_to_recordset(${jsonText(list)}::text::jsonb) as x(id uuid, sealed text)
    where r.county = ${tx.scope.county} and r.id = x.id`;
}
