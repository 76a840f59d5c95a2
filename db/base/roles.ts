import type postgres from 'postgres';
import { DatabaseFault } from './faults.ts';

/** Owns the tables where the given user is a superuser; nobody logs in as it. */
export const ownerRole = 'ruhu_owner';
/** The application acts as this role: it owns nothing and can't bypass row-level security. */
export const appRole = 'ruhu_app';

/** Who was given in DATABASE_URL and what he may do. */
interface GivenUser {
  name: string;
  superuser: boolean;
  createsRoles: boolean;
  /** Is this the application's role itself, or one as harmless? Then there is nothing to migrate. */
  isApplication: boolean;
}

/** Who is connected, and whether that is a role the application may work as. */
export async function givenUser(sql: postgres.Sql): Promise<GivenUser> {
  const [row] = await sql<{ name: string; superuser: boolean; creates_roles: boolean; is_app: boolean }[]>`
    select rolname as name, rolsuper as superuser, rolcreaterole as creates_roles,
      rolname = ${appRole} or (not rolsuper and not rolbypassrls and not rolcreaterole
        and exists (select 1 from pg_auth_members m join pg_roles a on a.oid = m.roleid where m.member = r.oid and a.rolname = ${appRole})
        and not exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind = 'r')
        and not has_schema_privilege(r.oid, 'public', 'CREATE')) as is_app
    from pg_roles r where rolname = current_user`;
  if (row === undefined)
    throw new DatabaseFault('unreachable', 'The database does not tell who is connected.');
  return {
    name: row.name,
    superuser: row.superuser,
    createsRoles: row.creates_roles,
    isApplication: row.is_app,
  };
}

/** Makes the roles that are missing; roles are the server's, so several databases share them. To be called under the migration lock. */
export async function ensureRoles(sql: postgres.Sql, user: GivenUser): Promise<void> {
  const found = await sql<{ rolname: string; bad: boolean }[]>`
    select rolname, rolsuper or rolbypassrls as bad from pg_roles where rolname in (${appRole}, ${ownerRole})`;
  const has = (name: string) => found.some((row) => row.rolname === name);
  if (found.some((row) => row.bad)) {
    throw new DatabaseFault(
      'roles',
      `The roles ${appRole} and ${ownerRole} must be neither superuser nor BYPASSRLS.`,
    );
  }
  if (!has(appRole)) await createRole(sql, user, appRole);
  if (!user.superuser) return grantTo(sql, user);
  if (!has(ownerRole)) await createRole(sql, user, ownerRole);
  // The database's name can't be a parameter here; it comes from the server and is quoted by it.
  await sql.unsafe(
    `do $$ begin execute format('grant create on database %I to ${ownerRole}', current_database()); end $$`,
  );
  await sql`grant create, usage on schema public to ${sql(ownerRole)}`;
}

async function createRole(sql: postgres.Sql, user: GivenUser, role: string): Promise<void> {
  if (!user.superuser && !user.createsRoles) throw new DatabaseFault('roles', howTo(user));
  // Another database of this server may be made at the same moment: roles are shared, the lock isn't.
  await sql.unsafe(`do $$ begin create role ${role} nologin nosuperuser nobypassrls nocreaterole nocreatedb;
    exception when duplicate_object or unique_violation then null; end $$`);
}

async function grantTo(sql: postgres.Sql, user: GivenUser): Promise<void> {
  const [row] = await sql<{ may: boolean }[]>`select pg_has_role(current_user, ${appRole}, 'MEMBER') as may`;
  if (row?.may) return;
  try {
    await sql`grant ${sql(appRole)} to ${sql(user.name)}`;
  } catch (cause) {
    throw new DatabaseFault('roles', howTo(user), { cause });
  }
}

function howTo(user: GivenUser): string {
  return (
    `The database user ${user.name} may not create the role ${appRole}, which the bot acts as. ` +
    `Let an administrator run once: CREATE ROLE ${appRole} NOLOGIN; GRANT ${appRole} TO "${user.name}";`
  );
}
