import {
  chmodSync,
  chownSync,
  cpSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { makeCluster, readSecrets } from '../../db/embedded/cluster.ts';
import { binaries } from '../../db/embedded/folder.ts';
import { serverIdentity } from '../../db/embedded/identity.ts';
import { type RunningPostmaster, startServer, stopServer } from '../../db/embedded/postmaster.ts';

/** One server of the pair. */
export interface Server {
  url: string;
  folder: string;
  pid: number;
  port: number;
}

/** A primary and its standby from the embedded programs, which bring no pg_basebackup: the standby is a cold copy. */
export interface Pair {
  primary: Server;
  standby: Server;
  /** Kills the primary as a power cut does. */
  killPrimary(): void;
  asAdmin<T>(server: Server, work: (sql: postgres.Sql) => Promise<T>): Promise<T>;
  /** Makes the standby the primary. */
  promote(): Promise<void>;
  close(): Promise<void>;
}

const quick = {
  fsync: 'off',
  full_page_writes: 'on',
  wal_level: 'replica',

  hot_standby: 'on',
};

export async function makePair(): Promise<Pair> {
  const home = mkdtempSync(join(tmpdir(), 'ruhu-pair-'));
  chmodSync(home, 0o755);
  const who = serverIdentity();
  const folders = ['one', 'two'].map((name) => {
    const folder = join(home, name);
    mkdirSync(folder);
    own(folder, who);
    return folder;
  });
  const [one = '', two = ''] = folders;
  const programs = await binaries(one, who);
  const cluster = (folder: string) => join(folder, 'cluster');
  await makeCluster(programs.initdb, one, cluster(one), who);
  const password = readSecrets(one)?.superuser ?? '';
  const start = async (folder: string, more: Record<string, string>): Promise<Server> => {
    const { pid, port }: RunningPostmaster = await startServer(
      programs.postgres,
      folder,
      cluster(folder),
      who,
      {
        ...quick,
        ...more,
      },
    );
    return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, folder, pid, port };
  };
  cpSync(cluster(one), cluster(two), { recursive: true });
  const primary = await start(one, {});
  writeFileSync(join(cluster(two), 'standby.signal'), '');
  ownAll(cluster(two), who);
  const conninfo = `host=127.0.0.1 port=${primary.port} user=postgres password=${password}`;
  const standby = await start(two, { primary_conninfo: conninfo });
  return {
    primary,
    standby,
    killPrimary: () => process.kill(primary.pid, 'SIGKILL'),
    asAdmin,
    promote: async () => {
      await asAdmin(standby, (sql) => sql`select pg_promote(true, 60)`);
    },
    close: async () => {
      await stopServer(cluster(one)).catch(() => undefined);
      await stopServer(cluster(two));
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function asAdmin<T>(server: Server, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

type Who = ReturnType<typeof serverIdentity>;

function own(path: string, who: Who): void {
  if (who !== null) chownSync(path, who.uid, who.gid);
}

function ownAll(folder: string, who: Who): void {
  chmodSync(folder, 0o700);
  own(folder, who);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (who !== null) lchownSync(join(folder, name), who.uid, who.gid);
}
