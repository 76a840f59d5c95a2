import type { DatabaseConfig } from '../base/connect.ts';
import { Hosts } from '../base/hosts.ts';
import { onHost } from '../base/on-host.ts';
import { withConnection } from '../base/with-connection.ts';
import { joinServer } from '../embedded/server.ts';

const databaseName = 'ruhu';

/** The database as who sees everything in it; `close` when done. Nothing is brought up to date. */
interface Reached {
  url: string;
  close(): Promise<void>;
}

/**
 * Reaches the database without the bot: the given one, or the embedded one, which is brought up, and made where there
 * is none yet.
 */
export async function reachForBackup(
  config: Pick<DatabaseConfig, 'databaseUrl' | 'dataDir' | 'say'>,
): Promise<Reached> {
  if (config.databaseUrl !== undefined) {
    const hosts = new Hosts(config.databaseUrl);
    const url = await onHost(hosts, async (sql, at) => {
      await sql`select 1`;
      return at;
    });
    return { url, close: async () => undefined };
  }
  const server = await joinServer({
    dataDir: config.dataDir,
    ...(config.say === undefined ? {} : { say: config.say }),
  });
  try {
    await withConnection({ url: server.adminUrl() }, 'long', async (admin) => {
      await admin`select pg_advisory_lock(1)`;
      const [found] = await admin`select 1 from pg_database where datname = ${databaseName}`;
      if (found === undefined) await admin.unsafe(`create database ${databaseName}`);
    });
  } catch (error) {
    await server.leave();
    throw error;
  }
  return { url: server.adminUrl(databaseName), close: () => server.leave() };
}
