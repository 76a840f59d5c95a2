import { jsonText } from '../base/json.ts';
import type { Db, Tx } from '../base/transaction.ts';

type Shown =
  | { type: 'text'; text: string; label?: string; quote?: string; confirms?: true; recalled?: true }
  | { type: 'image'; name: string }
  | { type: 'file'; name: string; bytes: number };

/** A message of the built-in chat page as it is kept. `chat` is `person:` or `room:` and the external id. */
export interface WebMessageEntry {
  id: string;
  chat: string;
  at: Date;
  /** null = the bot. */
  author: { staffId: string; name: string } | null;
  content: Shown;
  mention: readonly string[] | null;
  file: { mime: string; data: Uint8Array } | null;
}

export interface WebMessageRow extends Omit<WebMessageEntry, 'file'> {
  seq: number;
}

interface Row {
  seq: number;
  id: string;
  chat: string;
  at: Date;
  staff_id: string | null;
  author_name: string | null;
  content: Shown;
  mention: string[] | null;
}

const columns = ({ sql }: Pick<Db, 'sql'>) => sql`seq, id, chat, at, staff_id, author_name, content, mention`;

/** Keeps messages; one whose id is known stays as it was. All of them as kept, in the order given. */
export async function keepWebMessages(
  tx: Tx,
  messages: readonly WebMessageEntry[],
): Promise<WebMessageRow[]> {
  const { county } = tx.scope;
  for (const message of messages) {
    await tx.sql`
      insert into web_message (county, id, chat, at, staff_id, author_name, content, mention, mime, data)
      values (${county}, ${message.id}, ${message.chat}, ${message.at}, ${message.author?.staffId ?? null},
        ${message.author?.name ?? null}, ${jsonText(message.content)}::text::jsonb,
        (select array_agg(name) from jsonb_array_elements_text(${jsonText(message.mention ?? [])}::text::jsonb) as m(name)),
        ${message.file?.mime ?? null}, ${message.file?.data ?? null})
      on conflict (county, id) do nothing`;
  }
  const ids = jsonText(messages.map((message) => message.id));
  const rows = await tx.sql<Row[]>`
    select ${columns(tx)} from web_message where county = ${county}
      and id in (select jsonb_array_elements_text(${ids}::text::jsonb))`;
  const kept = new Map(rows.map((row) => [row.id, messageOf(row)]));
  return messages.flatMap((message) => kept.get(message.id) ?? []);
}

/**
 * Empties a message and takes its file away; null where the chat has none of this id. It keeps its place: who
 * looks on sees it gone when he reads the chat anew.
 */
export async function recallWebMessage(tx: Tx, chat: string, id: string): Promise<WebMessageRow | null> {
  const [row] = await tx.sql<Row[]>`
    update web_message set content = '{"type": "text", "text": "", "recalled": true}'::jsonb, mime = null, data = null
    where county = ${tx.scope.county} and chat = ${chat} and id = ${id}
    returning ${columns(tx)}`;
  return row === undefined ? null : messageOf(row);
}

/** The last `limit` messages of a chat before `before`, oldest first. */
export async function webMessagePage(
  db: Db,
  chat: string,
  before: number | undefined,
  limit: number,
): Promise<WebMessageRow[]> {
  const rows = await db.sql<Row[]>`
    select ${columns(db)} from web_message where county = ${db.scope.county} and chat = ${chat}
      and seq < ${before ?? Number.MAX_SAFE_INTEGER} order by seq desc limit ${limit}`;
  return rows.reverse().map(messageOf);
}

/** What was kept after `after` in these chats, oldest first. */
export async function webMessagesSince(
  db: Db,
  chats: readonly string[],
  after: number,
  limit: number,
): Promise<WebMessageRow[]> {
  const rows = await db.sql<Row[]>`
    select ${columns(db)} from web_message where county = ${db.scope.county} and seq > ${after}
      and chat in (select jsonb_array_elements_text(${jsonText(chats)}::text::jsonb)) order by seq limit ${limit}`;
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
  const [row] = await db.sql<{ data: Uint8Array; mime: string; name: string }[]>`
    select data, mime, content->>'name' as name from web_message where county = ${db.scope.county} and seq = ${seq}
      and data is not null and chat in (select jsonb_array_elements_text(${jsonText(chats)}::text::jsonb))`;
  return row ?? null;
}

function messageOf(row: Row): WebMessageRow {
  const { staff_id: staffId, author_name: name, ...rest } = row;
  return { ...rest, author: staffId === null ? null : { staffId, name: name ?? '' } };
}
