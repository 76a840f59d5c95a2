import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Identity } from './identity.ts';
import { endOrphans } from './orphans.ts';
import { codeOf, commandOf, isAlive, isTaken, passing } from './process.ts';

/** What postmaster.pid says of a server, as far as it runs. */
export interface RunningPostmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** The server of a cluster folder that is really running, or null. A number taken by another program isn't it. */
export function running(cluster: string): RunningPostmaster | null {
  const lines = pidFile(cluster);
  if (lines === null) return null;
  const pid = Number(lines[0]);
  if (!isServer(pid, cluster)) return null;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

/** Starts the server apart from this process, so that others may go on using it; resolves when it is ready. */
export async function startServer(
  program: string,
  folder: string,
  cluster: string,
  who: Identity,
  settings: Record<string, string>,
): Promise<RunningPostmaster> {
  disownPid(cluster);
  endOrphans(cluster);
  const logFile = join(folder, 'server.log');
  const log = openSync(logFile, 'a', 0o600);
  // What was written before isn't about this start: orphans of a killed server go on writing.
  const since = fstatSync(log).size;
  const port = await freePort();
  const all = {
    ...settings,
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFolder(folder) ?? '',
  };
  const args = ['-D', cluster, ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
  const child = spawn(program, args, {
    detached: true,
    stdio: ['ignore', log, log],
    cwd: cluster,
    env: { LC_ALL: 'C', PATH: process.env['PATH'] ?? '' },
    ...(who ?? {}),
  });
  closeSync(log);
  const ended = new Promise<'ended'>((done) => {
    child.once('error', () => done('ended'));
    child.once('exit', () => done('ended'));
  });
  child.unref();
  for (const until = performance.now() + 120_000; performance.now() < until; ) {
    const now = running(cluster);
    if (now?.ready && now.pid === child.pid) return now;
    if ((await Promise.race([ended, passing(10)])) === 'ended')
      throw new ServerEnded(lastWords(logFile, since));
  }
  throw new Error(`The database didn't become ready: ${lastWords(logFile, since)}`);
}

/**
 * Where the server's socket lies: processes of this machine reach it faster that way than over the loopback.
 * null where there is none (Windows) or its path would be longer than the system allows; then it is the port.
 */
export function socketFolder(folder: string): string | null {
  return process.platform !== 'win32' && Buffer.byteLength(folder) <= 80 ? join(folder, 'cluster') : null;
}

/** The server ended while starting; its last words say why. */
export class ServerEnded extends Error {}

/** Ends a server: open transactions are rolled back, everything committed is on disk. Resolves when it is gone. */
export async function stopServer(cluster: string): Promise<void> {
  const server = running(cluster);
  if (server === null) return;
  process.kill(server.pid, 'SIGINT');
  for (const until = performance.now() + 60_000; performance.now() < until; await passing(10)) {
    if (!isServer(server.pid, cluster)) return;
  }
  throw new Error(`The database (process ${server.pid}) doesn't stop.`);
}

/**
 * After a reboot the number in postmaster.pid may belong to some other program, or to the killed server itself
 * while nobody has collected it, and PostgreSQL would refuse to start. The number is replaced by one no process can have; the rest stays, since PostgreSQL looks there for
 * orphans of the old server before it starts.
 */
function disownPid(cluster: string): void {
  const lines = pidFile(cluster);
  if (lines === null) return;
  // Left empty by a power cut: PostgreSQL refuses to start over it, and no server can be behind it.
  if (lines.join('').trim() === '') return rmSync(join(cluster, 'postmaster.pid'));
  const pid = Number(lines[0]);
  if (isTaken(pid) && !isServer(pid, cluster))
    writeFileSync(join(cluster, 'postmaster.pid'), ['2147483646', ...lines.slice(1)].join('\n'));
}

function isServer(pid: number, cluster: string): boolean {
  return isAlive(pid) && (commandOf(pid)?.includes(cluster) ?? false);
}

function pidFile(cluster: string): string[] | null {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function lastWords(logFile: string, since: number): string {
  const lines = readFileSync(logFile).subarray(since).toString('utf8').trimEnd().split('\n');
  return (
    lines
      .filter((line) => /FATAL|HINT|PANIC|error/.test(line))
      .slice(-6)
      .join(' ') || lines.slice(-2).join(' ')
  );
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? done(address.port)
          : failed(new Error('no free port')),
      );
    });
  });
}
