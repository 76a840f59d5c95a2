import type { Sql } from '../base/connection.ts';
import { DatabaseFault, faultOf, isFault } from '../base/faults.ts';
import { withConnection } from '../base/with-connection.ts';

/**
 * A transaction that sees every row or fails: where row-level security would leave rows out the server refuses, so that
 * nothing looks whole that isn't. The owner of the tables is held by the policies too; it takes a superuser or a role
 * with BYPASSRLS.
 */
export async function seeingAll<T>(url: string, begin: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  try {
    return await withConnection({ url }, 'long', async (sql) => {
      await sql.unsafe(`begin ${begin}`);
      await sql`set local row_security = off`;
      await sql`set local statement_timeout = 0`;
      const result = await work(sql);
      const [ended] = await Promise.all([sql`commit`.simple().execute()]);
      if (ended.command !== 'COMMIT')
        throw new DatabaseFault('unexpected', 'A failed statement was passed over: nothing was stored.');
      return result;
    });
  } catch (error) {
    const fault = faultOf(error);
    if (isFault(fault, 'forbidden'))
      throw new DatabaseFault('blind', 'This database user does not see all rows.', { cause: error });
    throw fault;
  }
}
