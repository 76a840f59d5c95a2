import postgres from 'postgres';

/**
 * Makes every table of a county a table partitioned by LIST of counties, as an operator would: one partition for each
 * county named, one for all others. Keys, checks, policies, triggers, rights and owners stay as they are. For a
 * database without rows.
 */
export async function partitionByCounty(adminUrl: string, counties: readonly string[]): Promise<string[]> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    return await sql.begin(async (tx) => {
      const tables = await tx<{ name: string }[]>`
        select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'county'
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`;
      const names = tables.map(({ name }) => name);
      const after = await tx<{ statement: string }[]>`
        select format('alter table %I owner to %I', c.relname, pg_get_userbyid(c.relowner)) as statement, 1 as step
          from pg_class c where c.relname = any (${names}) and c.relnamespace = 'public'::regnamespace union all
        select format('grant %s on %I to %s', p.privilege_type, c.relname,
            case p.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(p.grantee)) end), 2
          from pg_class c, aclexplode(c.relacl) p where c.relname = any (${names}) and c.relnamespace = 'public'::regnamespace
          and p.grantee <> c.relowner union all
        select format('alter table %I enable row level security', c.relname), 3 from pg_class c
          where c.relname = any (${names}) and c.relrowsecurity union all
        select format('alter table %I force row level security', c.relname), 3 from pg_class c
          where c.relname = any (${names}) and c.relforcerowsecurity union all
        select format('create policy %I on %I as %s for %s to %s%s%s', policyname, tablename, permissive, cmd,
            array_to_string(roles, ','), ' using (' || qual || ')', ' with check (' || with_check || ')'), 4
          from pg_policies where tablename = any (${names}) union all
        select format('alter table %I add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)), 5
          from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace union all
        select pg_get_triggerdef(t.oid), 6 from pg_trigger t where not tgisinternal and tgrelid::regclass::text = any (${names})
        order by step`;
      for (const name of names) {
        await tx`alter table ${tx(name)} rename to ${tx(`${name}_whole`)}`;
        await tx.unsafe(
          `create table "${name}" (like "${name}_whole" including all) partition by list (county)`,
        );
        for (const county of counties)
          await tx.unsafe(
            `create table "${name}_of_${county}" partition of "${name}" for values in ('${county}')`,
          );
        await tx.unsafe(`create table "${name}_of_others" partition of "${name}" default`);
      }
      for (const name of names) await tx`drop table ${tx(`${name}_whole`)} cascade`;
      for (const { statement } of after) await tx.unsafe(statement);
      return names;
    });
  } finally {
    await sql.end();
  }
}
