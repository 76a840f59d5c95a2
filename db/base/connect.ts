import type { EmbeddedServer } from '../embedded/server.ts';
import type { Sql } from './connection.ts';
import { DatabaseFault, faultOf } from './faults.ts';
import { Hosts } from './hosts.ts';
import { Lines, type LinesOptions } from './lines.ts';
import { onHost } from './on-host.ts';
import { appRole, givenUser } from './roles.ts';
import { openSocket } from './socket.ts';
import { withConnection } from './with-connection.ts';

export interface DatabaseConfig {
  /** Any PostgreSQL from 15 on; absent = the embedded server in `dataDir`. */
  databaseUrl?: string | undefined;
  /** A standby of it, for exports. */
  standbyUrl?: string | undefined;
  dataDir: string;
  /** Connections at most. */
  connections?: number;
  /** Where the database says something to the operator, one line each. */
  say?: (line: string) => void;
  /** false where the schema is known to be up to date and the user is the application's (Workers). */
  migrate?: boolean;
  /** Others than the usual ones, for tests. */
  deadlines?: LinesOptions['deadlines'];
}

/** An open database. What is done with it goes through db/base/transaction.ts and the files named after nouns. */
export interface Database {
  readonly lines: Lines;
  /** Lines for the two statements that every message needs (db/turn/hot-path.ts). */
  readonly hotLines: Lines;
  /** Lines to a standby, for exports; null where there is none. */
  readonly farLines: Lines | null;
  /** The embedded server, where there is one. */
  readonly embedded: EmbeddedServer | null;
  /** After a lost connection: resolves when it is worth trying again. */
  recover(): Promise<void>;
  close(): Promise<void>;
}

const oldest = 15;

/**
 * Connects to the given server, or brings up the embedded one; migrates, and works as the application's role.
 * Rejects with a `DatabaseFault`.
 */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  return config.databaseUrl === undefined ? openEmbedded(config) : openGiven(config, config.databaseUrl);
}

async function openGiven(config: DatabaseConfig, url: string): Promise<Database> {
  const hosts = new Hosts(url);
  const isApplication = config.migrate === false || (await prepareGiven(hosts));
  const role = isApplication ? {} : { role: appRole };
  const lines = bothLines(config, { ...leadingTo(hosts), ...role });
  const far =
    config.standbyUrl === undefined
      ? null
      : standbyLines(config, { ...leadingTo(new Hosts(config.standbyUrl)), ...role });
  const close = async () => {
    await Promise.all([closeBoth(lines), far?.close()]);
  };
  try {
    await refuseWhoSeesAll(lines.lines);
  } catch (error) {
    await close();
    throw error;
  }
  return { ...lines, farLines: far, embedded: null, recover: () => pause(250), close };
}

function leadingTo(hosts: Hosts): Pick<LinesOptions, 'url' | 'failed' | 'mustBe'> {
  return { url: () => hosts.current.url, failed: (url) => hosts.failed(url), mustBe: hosts.wanted };
}

/** A pooler may lose the role that was asked for: then everybody would see everything. */
async function refuseWhoSeesAll(lines: Lines): Promise<void> {
  const [row] = await lines.lend(
    ({ sql }) => sql<{ name: string; sees_all: boolean }[]>`
      select rolname as name, rolsuper or rolbypassrls as sees_all from pg_roles where rolname = current_user`,
    'turn',
  );
  if (row?.sees_all !== false)
    throw new DatabaseFault('bypasses', `The bot would work as ${row?.name ?? '?'}, whom no policy holds.`);
}

/** Looks who was given and brings the schema up to date; true when it is the application's own role. */
async function prepareGiven(hosts: Hosts): Promise<boolean> {
  try {
    if (await onHost(hosts, looksLikeApplication)) return true;
  } catch (error) {
    throw explained(error);
  }
  const { migrate } = await import('./migrate.ts');
  await migrate(hosts.current.url);
  return false;
}

async function looksLikeApplication(sql: Sql): Promise<boolean> {
  const [version] = await sql<
    { number: number }[]
  >`select current_setting('server_version_num')::int as number`;
  if ((version?.number ?? 0) < oldest * 10_000)
    throw new DatabaseFault('migration', `PostgreSQL ${oldest} or newer is needed.`);
  return (await givenUser(sql)).isApplication;
}

function explained(error: unknown): DatabaseFault {
  const fault = faultOf(error);
  if (fault.is === 'unreachable') {
    const why = fault.message.includes('53300') ? 'has no connection free (53300)' : 'does not answer';
    return new DatabaseFault('unreachable', `The server of DATABASE_URL ${why}.`, { cause: error });
  }
  if (fault.is === 'wrongLogin') {
    return new DatabaseFault(
      'wrongLogin',
      'The server of DATABASE_URL refuses this user, password or database name.',
      { cause: error },
    );
  }
  return fault;
}

/** The embedded server's application logs in as a role of its own, which can't become another one. */
async function openEmbedded(config: DatabaseConfig): Promise<Database> {
  // Not needed, and not possible, where the bot runs without a file system of its own.
  const { joinServer } = await import('../embedded/server.ts');
  const server = await joinServer({
    dataDir: config.dataDir,
    ...(config.say === undefined ? {} : { say: config.say }),
  });
  try {
    await makeReady(server);
  } catch (error) {
    await server.leave();
    throw error;
  }
  let recovering: Promise<void> | null = null;
  let closed = false;
  const recover = (): Promise<void> => {
    if (recovering !== null) return recovering;
    // The pause: a server that is up but still repairs itself would be asked again and again.
    recovering = Promise.all([server.revive(), pause(100)])
      .then(() => undefined)
      .finally(() => {
        recovering = null;
      });
    // Told once, however many wait for it.
    recovering.catch((error: unknown) =>
      config.say?.(`The database can't be brought up again: ${String(error)}`),
    );
    return recovering;
  };
  const lines = bothLines(config, {
    url: () => appUrl(server),
    socket: server.socket,
    onLost: () => {
      if (!closed) recover().catch(() => undefined);
    },
  });
  return {
    ...lines,
    farLines: null,
    embedded: server,
    recover,
    close: async () => {
      closed = true;
      await closeBoth(lines);
      await recovering?.catch(() => undefined);
      await server.leave();
    },
  };
}

/**
 * Every message reads and writes a handful of rows by their keys. Until a table was analysed the server takes the
 * county, which all rows share, for selective, and would read whole tables: so here it joins in the order
 * written, by index, and plans once.
 */
const byKeysOnly = {
  plan_cache_mode: 'force_generic_plan',
  join_collapse_limit: '1',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  enable_seqscan: 'off',
  enable_bitmapscan: 'off',
  enable_material: 'off',
  // A turn that takes longer is stuck: others must not wait for its line, nor for what it holds when its process
  // is cut off. Who waits for a lock is soon tried apart from those who came with him.
  statement_timeout: '10s',
  idle_in_transaction_session_timeout: '15s',
  lock_timeout: '3s',
};

/** What a process that was cut off holds is free again after this; exports and imports pause for files no longer. */
const notForEver = { idle_in_transaction_session_timeout: '5min' };

/** What sessions ask of the server when they begin: a pooler must take these, or be told to leave them out. */
export const settingsOfSessions: readonly string[] = [
  ...new Set([...Object.keys(byKeysOnly), ...Object.keys(notForEver)]),
];

function bothLines(
  config: DatabaseConfig,
  options: Omit<LinesOptions, 'max'>,
): Pick<Database, 'lines' | 'hotLines'> {
  const onLineLost = () => {
    lines.dropIdle();
    hotLines.dropIdle();
  };
  const ours = { ...options, openSocket, deadlines: config.deadlines, onLineLost };
  const lines = new Lines({ ...ours, max: config.connections ?? 10, settings: notForEver });
  const hotLines = new Lines({ ...ours, max: 6, settings: byKeysOnly });
  return { lines, hotLines };
}

function standbyLines(config: DatabaseConfig, options: Omit<LinesOptions, 'max'>): Lines {
  return new Lines({ ...options, openSocket, deadlines: config.deadlines, max: 4, settings: notForEver });
}

async function closeBoth({ lines, hotLines }: Pick<Database, 'lines' | 'hotLines'>): Promise<void> {
  await Promise.all([lines.close(), hotLines.close()]);
}

const databaseName = 'ruhu';

async function makeReady(server: EmbeddedServer): Promise<void> {
  await withConnection({ url: server.adminUrl() }, 'long', async (admin) => {
    // Several processes may come here at once; the lock goes with the connection.
    await admin`select pg_advisory_lock(1)`;
    const [found] = await admin`select 1 from pg_database where datname = ${databaseName}`;
    if (found === undefined) await admin.unsafe(`create database ${databaseName}`);
    const { migrate } = await import('./migrate.ts');
    await migrate(server.adminUrl(databaseName));
    // The password is hexadecimal, made by us: safe to write out.
    await admin.unsafe(`do $$ begin if not (select rolcanlogin from pg_roles where rolname = '${appRole}') then
      alter role ${appRole} login password '${server.applicationPassword}'; end if; end $$`);
  });
}

function appUrl(server: EmbeddedServer): string {
  const url = new URL(server.adminUrl(databaseName));
  url.username = appRole;
  url.password = server.applicationPassword;
  return url.href;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
