import { and, eq, isNull } from 'drizzle-orm';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { jsonText } from '../base/json.ts';
import type { Tx } from '../base/transaction.ts';
import { followToVillage } from '../households/households.ts';
import { becomeByImport, withdrawBecome } from '../lists/write.ts';
import { noteSecurity } from '../people/security-log.ts';
import { registerImport } from './table.ts';

/** How an undoing ended; `touched`: rows by table that were changed again since, so that nothing was done. */
export type Undoing =
  | { is: 'undone'; kind: string }
  | { is: 'unknown' }
  | { is: 'late' }
  | { is: 'already' }
  | { is: 'touched'; touched: { relation: string; rows: number }[] };

/** An import can be undone for so long. */
export const undoHours = 24;

/**
 * Puts back what an import changed, all of it or nothing: not where a row was changed again since, or where somebody
 * has worked with a household it brought.
 */
export async function undoImport(tx: Tx, id: string, by: StaffId, at: Date): Promise<Undoing> {
  const { county } = tx.scope;
  const isThis = and(eq(registerImport.county, county), eq(registerImport.id, id));
  const [found] = await tx.orm.select().from(registerImport).where(isThis).for('update');
  if (found === undefined) return { is: 'unknown' };
  if (found.undoneAt !== null) return { is: 'already' };
  if (at.getTime() - found.at.getTime() > undoHours * 3_600_000) return { is: 'late' };
  const became = await becomeByImport(tx, id);
  if (became.acted > 0) return { is: 'touched', touched: [{ relation: 'outside_row', rows: became.acted }] };
  const touched = await tx.sql<{ relation: string; rows: number }[]>`
    select relation, touched as rows from ruhu_undo_import(${id}::uuid)`;
  if (touched.length > 0) return { is: 'touched', touched: [...touched] };
  await withdrawBecome(tx, became, by, at);
  const moved = await tx.sql<{ code: string }[]>`
    select h.code from import_change c join household h on h.county = c.county and h.id = (c.key ->> 'id')::uuid
    where c.county = ${county} and c.import_id = ${id} and c.relation = 'household' and c.before is not null`;
  if (moved.length > 0) await followToVillage(tx, jsonText(moved));
  await tx.orm
    .update(registerImport)
    .set({ undoneAt: at })
    .where(and(isThis, isNull(registerImport.undoneAt)));
  await noteSecurity(tx, [{ kind: 'importUndone', by, detail: found.kind, at: at.getTime() }]);
  return { is: 'undone', kind: found.kind };
}
