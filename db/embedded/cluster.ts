import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { ownedBy } from './folder.ts';
import type { Identity } from './identity.ts';

/** Passwords of the cluster: the server's superuser, and the application's role that owns nothing. */
interface Secrets {
  superuser: string;
  application: string;
}

/** Makes the cluster's files once, all or nothing: a half-made one is thrown away and made again. */
export async function makeCluster(
  initdb: string,
  folder: string,
  cluster: string,
  who: Identity,
): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return;
  const half = ownedBy(who, fresh(`${cluster}.making`));
  const secrets = readSecrets(folder) ?? writeSecrets(folder);
  const passwordFile = join(folder, 'password.tmp');
  writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 });
  if (who !== null) chownSync(passwordFile, who.uid, who.gid);
  try {
    await run(initdb, half, who, [
      `--pgdata=${half}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--data-checksums',
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(half, cluster);
}

/** The cluster's passwords, or null where there is no cluster yet. */
export function readSecrets(folder: string): Secrets | null {
  const path = join(folder, 'secrets.json');
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Secrets;
  } catch (cause) {
    // Left empty by a power cut. Where the cluster isn't made yet new ones are as good.
    if (!existsSync(join(folder, 'cluster', 'PG_VERSION'))) return null;
    throw new Error(
      `数据库的口令文件坏了：${path}。有备份的话：把 DATA_DIR 改名留着，换个空的，用 ruhu restore 恢复`,
      { cause },
    );
  }
}

function writeSecrets(folder: string): Secrets {
  const made = { superuser: randomBytes(24).toString('hex'), application: randomBytes(24).toString('hex') };
  // Whole or not at all, also in a power cut.
  const path = join(folder, 'secrets.json');
  const file = openSync(`${path}.making`, 'w', 0o600);
  writeSync(file, JSON.stringify(made));
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.making`, path);
  return made;
}

function fresh(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  return folder;
}

function run(program: string, cwd: string, who: Identity, args: string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(program, args, {
      cwd,
      env: { LC_ALL: 'C', PATH: process.env['PATH'] ?? '' },
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(who ?? {}),
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('error', failed);
    child.once('close', (code) =>
      code === 0 ? done() : failed(new Error(`The database's files can't be made: ${said.trim()}`)),
    );
  });
}
