import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Is a process with this id there? One that belongs to somebody else (EPERM) is; one that ended and was not
 * yet collected by its parent (in a container nobody may ever do it) isn't.
 */
export function isAlive(pid: number): boolean {
  if (!isTaken(pid)) return false;
  return process.platform !== 'linux' || !/^[ZX]$/.test(statOf(pid)?.[0] ?? '');
}

/** Would a signal find something under this id? Also an ended process that nobody has collected yet. */
export function isTaken(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** The fields of /proc/<pid>/stat from the state on. The second field is the command in brackets and may hold blanks. */
function statOf(pid: number): string[] | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/**
 * When a process began, in whatever unit the system tells it; null when it is gone. Process ids are used
 * again, start times aren't, so both together name one process for ever.
 */
export function startOf(pid: number): string | null {
  if (process.platform === 'linux') return statOf(pid)?.[19] ?? null;
  return ps(pid, 'lstart=');
}

/** Who started a process; null when it is gone or can't be told. */
export function parentOf(pid: number): number | null {
  const parent = process.platform === 'linux' ? statOf(pid)?.[1] : ps(pid, 'ppid=');
  return parent === undefined || parent === null ? null : Number(parent);
}

/** The command line of a process, or null when it can't be told. */
export function commandOf(pid: number): string | null {
  if (process.platform === 'linux') return readOrNull(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? null;
  return ps(pid, 'command=');
}

/** The code of a system error: ENOENT, EEXIST. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

export const passing = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

function ps(pid: number, what: string): string | null {
  try {
    const out = execFileSync('ps', ['-p', String(pid), '-o', what], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return out.trim() || null;
  } catch {
    // ps ends with 1 when there is no such process: that is the answer.
    return null;
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended: its files are gone with it.
    return null;
  }
}
