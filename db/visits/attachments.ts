import { and, eq, isNull, sql } from 'drizzle-orm';
import type { AttachmentId, VisitId } from '../../conversations/contract/ids.ts';
import type { QuestionKey } from '../../conversations/form/keys.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { attachment } from './attachment-table.ts';

type NewAttachment = Pick<typeof attachment.$inferSelect, 'id' | 'hash' | 'mime' | 'data' | 'at'>;

/** Stores a photo for the speaker; it belongs to no household until a turn attaches it. The same one again is kept once. */
export async function saveAttachment(tx: Tx, photo: NewAttachment): Promise<AttachmentId> {
  const { county, staff } = tx.scope;
  const { id, hash, staffId, village } = attachment;
  const sent = staff === null ? isNull(staffId) : eq(staffId, staff);
  const [known] = await tx.orm
    .select({ id })
    .from(attachment)
    .where(and(eq(attachment.county, county), eq(hash, photo.hash), sent, isNull(village)));
  if (known !== undefined) return known.id;
  await tx.orm.insert(attachment).values({ ...photo, county, bytes: photo.data.byteLength, staffId: staff });
  return photo.id;
}

/** A photo within the scope, or null. */
export async function readAttachment(db: Db, id: string): Promise<{ mime: string; data: Uint8Array } | null> {
  const { mime, data } = attachment;
  const [row] = await db.orm
    .select({ mime, data })
    .from(attachment)
    .where(and(eq(attachment.county, db.scope.county), sql`${attachment.id} = ${id}`));
  return row ?? null;
}

/** The questions of a visit that have a photo. */
export async function photosOfVisit(db: Db, visit: VisitId): Promise<QuestionKey[]> {
  const rows = await db.orm
    .selectDistinct({ question: attachment.question })
    .from(attachment)
    .where(and(eq(attachment.county, db.scope.county), eq(attachment.visitId, visit)));
  return rows.flatMap(({ question }) => question ?? []);
}
