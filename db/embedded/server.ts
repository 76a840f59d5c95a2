import { join } from 'node:path';
import { makeCluster, readSecrets } from './cluster.ts';
import { binaries, giveBack, type Say, serverFolder } from './folder.ts';
import { countGuests, enter, leave } from './guests.ts';
import { type Identity, serverIdentity } from './identity.ts';
import { whileLocked } from './lock.ts';
import {
  type RunningPostmaster,
  running,
  ServerEnded,
  socketFolder,
  startServer,
  stopServer,
} from './postmaster.ts';
import { passing } from './process.ts';

/** The embedded server as one process uses it. */
export interface EmbeddedServer {
  /** Folder of the server's socket, or null where only the port is open. */
  socket: string | null;
  /** Superuser, for making roles and databases and for migrations. */
  adminUrl(database?: string): string;
  /** The application's login: it owns nothing and can't bypass row-level security. */
  applicationPassword: string;
  folder: string;
  pid(): number | null;
  /** Brings the server up again when it died (kill -9, out of memory); the port may change. */
  revive(): Promise<void>;
  /** Gives up this use; the last one out stops the server. */
  leave(): Promise<void>;
}

interface EmbeddedOptions {
  dataDir: string;
  say?: Say;
  /** More server settings, e.g. fsync=off for throw-away test data. */
  settings?: Record<string, string>;
}

/** How the server runs: modest, and for short statements. */
export const serverSettings = {
  max_connections: '100',
  shared_buffers: '128MB',
  fsync: 'on',
  synchronous_commit: 'on',
  // What is written between two checkpoints is done again after a crash, while everybody waits: some seconds at most.
  max_wal_size: '256MB',
  // Short statements only: compiling them costs more than it brings.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements and error details hold names and numbers of people: they don't go to a log.
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/**
 * Brings up PostgreSQL in the data folder, or joins the one another process brought up there. The server is a
 * process of its own: who started it may die, and the next one adopts it.
 */
export async function joinServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  if (options.dataDir.trim() === '') throw new Error('DATA_DIR is empty: name a folder for the database.');
  const who = serverIdentity();
  const folder = serverFolder(options.dataDir, who, options.say ?? (() => undefined));
  const cluster = join(folder, 'cluster');
  const settings = { ...serverSettings, ...options.settings };
  let now: RunningPostmaster | null = null;
  const guest = await whileLocked(folder, async () => {
    const name = enter(folder);
    try {
      now = await bringUp(folder, cluster, who, settings);
      return name;
    } catch (error) {
      leave(folder, name);
      throw error;
    }
  });
  const secrets = readSecrets(folder);
  if (secrets === null)
    throw new Error(`The passwords of the database in ${folder} are missing (secrets.json).`);
  return {
    folder,
    socket: socketFolder(folder),
    applicationPassword: secrets.application,
    adminUrl: (database = 'postgres') =>
      `postgres://postgres:${secrets.superuser}@127.0.0.1:${now?.port ?? 0}/${database}`,
    pid: () => now?.pid ?? null,
    revive: () =>
      whileLocked(folder, async () => {
        now = await bringUp(folder, cluster, who, settings, true);
      }),
    leave: () =>
      whileLocked(folder, async () => {
        leave(folder, guest);
        if (countGuests(folder) === 0) await stopServer(cluster);
      }),
  };
}

async function bringUp(
  folder: string,
  cluster: string,
  who: Identity,
  settings: Record<string, string>,
  /** It ran before, so whatever keeps it from starting may pass. */
  ranBefore = false,
): Promise<RunningPostmaster> {
  // Orphans of a killed server hold its memory for a moment and the new one refuses to start: ask again. Likewise
  // a port that another program took between looking and listening, and a server that a bot was just starting
  // when it was killed: that one is adopted.
  for (const until = performance.now() + 60_000; ; await passing(ranBefore ? 500 : 100)) {
    const there = await settled(cluster);
    if (there !== null) return there;
    const programs = await binaries(folder, who);
    await makeCluster(programs.initdb, folder, cluster, who);
    giveBack(who, cluster);
    try {
      return await startServer(programs.postgres, folder, cluster, who, settings);
    } catch (error) {
      const passes =
        error instanceof ServerEnded &&
        (ranBefore || /shared memory|in use|bind|already exists/.test(error.message));
      if (!passes || performance.now() > until) throw error;
    }
  }
}

/** A server that runs already, once it is ready; null when there is none (any more). */
async function settled(cluster: string): Promise<RunningPostmaster | null> {
  for (;;) {
    const there = running(cluster);
    if (there === null || there.ready) return there;
    await passing(20);
  }
}
