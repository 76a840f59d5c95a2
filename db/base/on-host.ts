import type { Sql } from './connection.ts';
import { isFault } from './faults.ts';
import type { Hosts } from './hosts.ts';
import { withConnection } from './with-connection.ts';

/** Work on the wanted one of several servers: each is asked in turn, from the one that answered last. */
export async function onHost<T>(hosts: Hosts, work: (sql: Sql, url: string) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    const { url } = hosts.current;
    try {
      return await withConnection({ url, mustBe: hosts.wanted }, 'turn', (sql) => work(sql, url));
    } catch (error) {
      if (!isFault(error, 'unreachable')) throw error;
      hosts.failed(url);
      if (tried >= hosts.all.length) throw error;
    }
  }
}
