import type { AttachmentId, VisitId } from '../../conversations/contract/ids.ts';
import type { QuestionKey } from '../../conversations/form/keys.ts';
import type { Db, Tx } from '../base/transaction.ts';

export interface NewAttachment {
  id: AttachmentId;
  /** SHA-256 of the data. */
  hash: Uint8Array;
  mime: string;
  data: Uint8Array;
  at: Date;
}

/** Stores a photo for the speaker; it belongs to no household until a turn attaches it. The same one again is kept once. */
export async function saveAttachment(tx: Tx, photo: NewAttachment): Promise<AttachmentId> {
  const { county, staff } = tx.scope;
  const [known] = await tx.sql<{ id: AttachmentId }[]>`
    select id from attachment where county = ${county} and hash = ${photo.hash} and staff_id = ${staff} and village is null`;
  if (known !== undefined) return known.id;
  await tx.sql`
    insert into attachment (county, id, hash, mime, bytes, data, staff_id, at)
    values (${county}, ${photo.id}, ${photo.hash}, ${photo.mime}, ${photo.data.byteLength}, ${photo.data}, ${staff}, ${photo.at})`;
  return photo.id;
}

/** A photo within the scope, or null. */
export async function readAttachment(db: Db, id: string): Promise<{ mime: string; data: Uint8Array } | null> {
  const [row] = await db.sql<{ mime: string; data: Uint8Array }[]>`
    select mime, data from attachment where county = ${db.scope.county} and id = ${id}`;
  return row ?? null;
}

/** The questions of a visit that have a photo. */
export async function photosOfVisit(db: Db, visit: VisitId): Promise<QuestionKey[]> {
  const rows = await db.sql<{ question: QuestionKey }[]>`
    select distinct question from attachment
    where county = ${db.scope.county} and visit_id = ${visit} and question is not null`;
  return rows.map((row) => row.question);
}
