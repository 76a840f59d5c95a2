import { wholeCounty } from '../../conversations/access/scope.ts';
import type { Database } from '../../db/base/connect.ts';
import { write } from '../../db/base/transaction.ts';
import { county } from '../support/county.ts';

/** Holds what a person's turn has to change, until it is let go: his next turn waits in the database. */
export async function holdUp(
  database: Database,
  staff: string,
): Promise<{ letGo(): Promise<void>; waitedFor(): Promise<void> }> {
  let letGo = () => {};
  const until = new Promise<void>((done) => {
    letGo = done;
  });
  let held = () => {};
  const isHeld = new Promise<void>((done) => {
    held = done;
  });
  const holding = write(database, wholeCounty(county), async (tx) => {
    await tx.sql`select 1 from dialogue where county = ${county} and staff_id = ${staff} for update`;
    held();
    await until;
  });
  await isHeld;
  const isWaitedFor = () =>
    write(database, wholeCounty(county), async (tx) => {
      const [row] = await tx.sql<{ n: number }[]>`
        select count(*)::int as n from pg_locks l join pg_database d on d.datname = current_database()
        where not l.granted and (l.database = d.oid or l.locktype = 'transactionid')`;
      return (row?.n ?? 0) > 0;
    });
  return {
    letGo: async () => {
      letGo();
      await holding;
    },
    waitedFor: async () => {
      while (!(await isWaitedFor())) await new Promise((done) => setImmediate(done));
    },
  };
}
