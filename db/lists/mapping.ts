import { and, eq } from 'drizzle-orm';
import type { ListMapping } from '../../conversations/lists/headings.ts';
import { asJson } from '../base/json.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { outsideMapping } from './table.ts';

interface Sender {
  kind: string;
  origin: string;
}

/** Which heading means what in this origin's files of this kind, as it was told before. */
export async function rememberedMapping(db: Db, { kind, origin }: Sender): Promise<ListMapping> {
  const m = outsideMapping;
  const [row] = await db.orm
    .select({ headings: m.headings })
    .from(m)
    .where(and(eq(m.county, db.scope.county), eq(m.kind, kind), eq(m.origin, origin)));
  return row?.headings ?? {};
}

/** Keeps it for the next file. */
export async function rememberMapping(
  tx: Tx,
  { kind, origin }: Sender,
  mapping: ListMapping,
  at: Date,
): Promise<void> {
  const headings = asJson(mapping);
  await tx.orm
    .insert(outsideMapping)
    .values({ county: tx.scope.county, kind, origin, headings, at })
    .onConflictDoUpdate({
      target: [outsideMapping.county, outsideMapping.kind, outsideMapping.origin],
      set: { headings, at },
    });
}
