import { wholeCounty } from '../../conversations/access/scope.ts';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import type { Database } from '../base/connect.ts';
import { read } from '../base/transaction.ts';

/** What `ruhu doctor` asks the database. */
interface DatabaseExamination {
  version: string;
  role: string;
  /** Would row-level security be passed over? It must not. */
  bypassesPolicies: boolean;
  ownsTables: boolean;
  /** A standby, or a server that takes no changes. */
  readOnly: boolean;
  /** The server's clock. */
  now: Date;
  households: number;
  staff: number;
  rooms: number;
}

/** What `ruhu doctor` looks at: version, the role's rights, the server's clock, how much there is. */
export function examine(database: Database, county: CountyCode): Promise<DatabaseExamination> {
  return read(database, wholeCounty(county), async (db) => {
    const [row] = await db.sql<DatabaseExamination[]>`
      select current_setting('server_version') as version, current_user as role,
        (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as "bypassesPolicies",
        exists (select 1 from pg_tables where schemaname = 'public' and tableowner = current_user) as "ownsTables",
        pg_is_in_recovery() or current_setting('default_transaction_read_only') = 'on' as "readOnly",
        clock_timestamp() as now,
        (select count(*)::int from household where county = ${county}) as households,
        (select count(*)::int from staff where county = ${county} and active) as staff,
        (select count(*)::int from room where county = ${county} and active) as rooms`;
    if (row === undefined) throw new Error('the database gave no answer');
    return row;
  });
}
