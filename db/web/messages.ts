import { and, desc, eq, gt, inArray, lt } from 'drizzle-orm';
import { asJson, jsonText } from '../base/json.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { type WebShown, webMessage } from './table.ts';

/** A message of the built-in chat page as it is kept. `chat` is `person:` or `room:` and the external id. */
export interface WebMessageEntry {
  id: string;
  chat: string;
  at: Date;
  /** null = the bot. */
  author: { staffId: string; name: string } | null;
  content: WebShown;
  mention: readonly string[] | null;
  file: { mime: string; data: Uint8Array } | null;
}

export interface WebMessageRow extends Omit<WebMessageEntry, 'file'> {
  seq: number;
}

const { seq, id, chat, at, staffId, authorName, content, mention } = webMessage;
const columns = { seq, id, chat, at, staffId, authorName, content, mention };
type Row = Pick<typeof webMessage.$inferSelect, keyof typeof columns>;

/** Keeps messages; one whose id is known stays as it was. All of them as kept, in the order given. */
export async function keepWebMessages(
  tx: Tx,
  messages: readonly WebMessageEntry[],
): Promise<WebMessageRow[]> {
  const { county } = tx.scope;
  for (const message of messages) {
    const { author, file, mention, ...kept } = message;
    await tx.orm
      .insert(webMessage)
      .values({
        ...kept,
        county,
        staffId: author?.staffId ?? null,
        authorName: author?.name ?? null,
        content: asJson(message.content),
        mention: mention === null || mention.length === 0 ? null : [...mention],
        mime: file?.mime ?? null,
        data: file?.data ?? null,
      })
      .onConflictDoNothing({ target: [webMessage.county, webMessage.id] });
  }
  const ids = messages.map((message) => message.id);
  const rows = await tx.orm
    .select(columns)
    .from(webMessage)
    .where(and(eq(webMessage.county, county), inArray(webMessage.id, ids)));
  const kept = new Map(rows.map((row) => [row.id, messageOf(row)]));
  return messages.flatMap((message) => kept.get(message.id) ?? []);
}

/**
 * Empties a message and takes its file away; null where the chat has none of this id. It keeps its place: who
 * looks on sees it gone when he reads the chat anew.
 */
export async function recallWebMessage(tx: Tx, chat: string, id: string): Promise<WebMessageRow | null> {
  const [row] = await tx.orm
    .update(webMessage)
    .set({ content: { type: 'text', text: '', recalled: true }, mime: null, data: null })
    .where(and(eq(webMessage.county, tx.scope.county), eq(webMessage.chat, chat), eq(webMessage.id, id)))
    .returning(columns);
  return row === undefined ? null : messageOf(row);
}

/** The last `limit` messages of a chat before `before`, oldest first. */
export async function webMessagePage(
  db: Db,
  chat: string,
  before: number | undefined,
  limit: number,
): Promise<WebMessageRow[]> {
  const rows = await db.orm
    .select(columns)
    .from(webMessage)
    .where(
      and(
        eq(webMessage.county, db.scope.county),
        eq(webMessage.chat, chat),
        before === undefined ? undefined : lt(seq, before),
      ),
    )
    .orderBy(desc(seq))
    .limit(limit);
  return rows.reverse().map(messageOf);
}

/** What was kept after `after` in these chats, oldest first. */
export async function webMessagesSince(
  db: Db,
  chats: readonly string[],
  after: number,
  limit: number,
): Promise<WebMessageRow[]> {
  const rows = await db.orm
    .select(columns)
    .from(webMessage)
    .where(and(eq(webMessage.county, db.scope.county), gt(seq, after), inArray(chat, [...chats])))
    .orderBy(seq)
    .limit(limit);
  return rows.map(messageOf);
}

/** The number of the newest message in these chats, 0 without any. */
export async function latestWebMessage(db: Db, chats: readonly string[]): Promise<number> {
  const [row] = await db.sql<{ latest: number }[]>`
    select coalesce(max(latest), 0) as latest from jsonb_array_elements_text(${jsonText(chats)}::text::jsonb) as c(chat),
      lateral (select seq as latest from web_message m where m.county = ${db.scope.county} and m.chat = c.chat
        order by seq desc limit 1) newest`;
  return row?.latest ?? 0;
}

/** The picture or file of a message in one of these chats. */
export async function webMessageFile(
  db: Db,
  chats: readonly string[],
  seq: number,
): Promise<{ data: Uint8Array; mime: string; name: string } | null> {
  const { data, mime } = webMessage;
  const [row] = await db.orm
    .select({ data, mime, content })
    .from(webMessage)
    .where(
      and(
        eq(webMessage.county, db.scope.county),
        eq(webMessage.seq, seq),
        inArray(webMessage.chat, [...chats]),
      ),
    );
  if (row === undefined || row.data === null || row.mime === null || row.content.type === 'text') return null;
  return { data: row.data, mime: row.mime, name: row.content.name };
}

function messageOf(row: Row): WebMessageRow {
  const { staffId, authorName, ...rest } = row;
  return { ...rest, author: staffId === null ? null : { staffId, name: authorName ?? '' } };
}
