import { execFileSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { codeOf } from './process.ts';

/** The OS user that runs the server: null = the one running now. PostgreSQL refuses to run as root. */
export type Identity = { uid: number; gid: number } | null;

/** Who shall run the server. As root: the OS user postgres, made when missing; else nobody. */
export function serverIdentity(): Identity {
  if (process.getuid?.() !== 0) return null;
  const found = lookUp('postgres') ?? made('postgres') ?? lookUp('nobody');
  if (found === null) {
    throw new Error(
      'PostgreSQL refuses to run as root, and no OS user postgres could be made. Run as a user, or set DATABASE_URL.',
    );
  }
  return found;
}

function made(name: string): Identity {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]],
    ['adduser', ['-S', '-D', '-H', name]],
  ];
  for (const [command, args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      return lookUp(name);
    } catch {
      // This system has another tool (or none): try the next, the caller tells when none worked.
    }
  }
  return null;
}

function lookUp(name: string): Identity {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((l) => l.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}

/** Can this identity walk into a folder (or the nearest parent there is)? */
export function canReach(who: Identity, folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const there = statOrNull(at);
    if (there !== null && !isPassable(who, at, there)) return false;
    if (at === dirname(at)) return true;
  }
}

function isPassable(who: Identity, path: string, there: { uid: number; gid: number; mode: number }): boolean {
  if (who === null) return mayEnter(path);
  const bit = there.uid === who.uid ? 0o100 : there.gid === who.gid ? 0o010 : 0o001;
  return (there.mode & bit) !== 0;
}

function mayEnter(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not passable: that is the answer.
    return false;
  }
}

function statOrNull(path: string): { uid: number; gid: number; mode: number } | null {
  try {
    return statSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EACCES') return null;
    throw error;
  }
}
