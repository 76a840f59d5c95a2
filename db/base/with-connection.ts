import { Connection, type ConnectionOptions, type Sql } from './connection.ts';
import { deadlines, type Within } from './deadlines.ts';
import { nextName } from './names.ts';
import { openSocket } from './socket.ts';
import { within } from './watch.ts';

/** A connection for one piece of work (making roles, migrating), ended with it. Not for Workers. */
export async function withConnection<T>(
  options: Pick<ConnectionOptions, 'url' | 'role' | 'settings' | 'mustBe'>,
  span: Within,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  const open = (name: string, session: Pick<ConnectionOptions, 'role' | 'settings' | 'mustBe'>) =>
    new Connection({ ...session, url: options.url, openSocket, name });
  const connection = open(nextName(), options);
  try {
    return await within(deadlines[span], connection, work(connection.sql), () => open(nextName(), {}));
  } finally {
    await connection.end();
  }
}
