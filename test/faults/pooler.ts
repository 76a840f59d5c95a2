import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsOfSessions } from '../../db/base/connect.ts';
import { serverIdentity } from '../../db/embedded/identity.ts';
import { pause } from './bot.ts';
import { freePort } from './free-port.ts';

/** A pgbouncer in transaction mode before a server of this machine, started again whenever it is killed. */
export interface Pooler {
  /** Leads through it, as the user it was made for. */
  url: string;
  kill(): void;
  close(): void;
}

/** The program, where there is one that keeps prepared statements apart (1.21 or newer); else why not. */
export function findPooler(): { program: string } | { missing: string } {
  const program = process.env['PGBOUNCER'] ?? 'pgbouncer';
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  const [, major, minor] = /PgBouncer (\d+)\.(\d+)/u.exec(stdout ?? '') ?? [];
  if (major === undefined) return { missing: 'pgbouncer is not installed (or name it in PGBOUNCER)' };
  if (Number(major) === 1 && Number(minor) < 21)
    return { missing: `pgbouncer ${major}.${minor} is older than 1.21` };
  return { program };
}

/** Starts one for a user who logs in with the password of `url`. */
export async function startPooler(program: string, url: string): Promise<Pooler> {
  const to = new URL(url);
  const folder = mkdtempSync(join(tmpdir(), 'ruhu-pooler-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const users = join(folder, 'users.txt');
  writeFileSync(users, `"${to.username}" "${to.password}"\n`);
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'scram-sha-256',
    auth_file: users,
    pool_mode: 'transaction',
    default_pool_size: 8,
    max_client_conn: 200,
    max_prepared_statements: 200,
    idle_transaction_timeout: 300,
    ignore_startup_parameters: settingsOfSessions.join(','),
  };
  const file = join(folder, 'pgbouncer.ini');
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(
    file,
    ['[databases]', `* = host=${to.hostname} port=${to.port}`, '[pgbouncer]', ...lines, ''].join('\n'),
  );
  let closed = false;
  let child: ChildProcess | null = null;
  const start = () => {
    if (closed) return;
    child = spawn(program, ['-q', file], { stdio: 'ignore', ...(serverIdentity() ?? {}) });
    child.once('exit', () => setTimeout(start, 300));
  };
  start();
  await pause(500);
  const through = new URL(url);
  through.port = String(port);
  return {
    url: through.href,
    kill: () => child?.kill('SIGKILL'),
    close: () => {
      closed = true;
      child?.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
