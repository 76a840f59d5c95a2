import { Connection, type ConnectionOptions, type Sql } from './connection.ts';
import { type DeadlineKind, deadlines } from './deadlines.ts';
import { nextName } from './names.ts';
import { openSocket } from './socket.ts';
import { watched } from './watch.ts';

/** A connection for one piece of work (making roles, migrating), ended with it. Not for Workers. */
export async function withConnection<T>(
  options: Pick<ConnectionOptions, 'url' | 'role' | 'settings' | 'mustBe'>,
  span: DeadlineKind,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  const open = (name: string, session: Pick<ConnectionOptions, 'role' | 'settings' | 'mustBe'>) =>
    new Connection({ ...session, url: options.url, openSocket, name });
  const connection = open(nextName(), options);
  try {
    return await watched(deadlines[span], connection, work(connection.sql), () => open(nextName(), {}));
  } finally {
    await connection.end();
  }
}
