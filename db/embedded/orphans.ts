import { readdirSync, readlinkSync } from 'node:fs';
import { codeOf, commandOf, parentOf } from './process.ts';

/**
 * Ends what a killed server left behind: its sessions hold its memory, and the next server refuses to start as long as
 * one of them lives. To be called under the folder's lock while no server of this cluster runs. Where the system doesn't
 * show processes (elsewhere than on Linux) they end by themselves, sooner or later.
 */
export function endOrphans(cluster: string): void {
  if (process.platform !== 'linux') return;
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || !isSession(pid, cluster)) continue;
    const parent = parentOf(pid);
    // A server that is just starting has children too.
    if (parent !== null && parent > 1 && (commandOf(parent)?.includes(cluster) ?? false)) continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (codeOf(error) !== 'ESRCH') throw error;
    }
  }
}

function isSession(pid: number, cluster: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === cluster && (commandOf(pid)?.startsWith('postgres: ') ?? false)
    );
  } catch {
    // Gone, or not ours to look at.
    return false;
  }
}
