import type { Db } from './transaction.ts';

/** The version of the PostgreSQL behind it, as in `18.1`. */
export async function serverVersion(db: Db): Promise<string> {
  const [row] = await db.sql<{ version: string }[]>`select current_setting('server_version') as version`;
  return row?.version.split(' ', 1)[0] ?? '';
}
