import { accessSync, constants, statfsSync } from 'node:fs';

/** Where Linux keeps files in memory. */
const memory = '/dev/shm';
/** What a whole run needs at most, with room to spare. */
const enough = 4 * 1024 ** 3;

/**
 * Lets temporary files of this process and of those it starts lie in memory, where there is room; elsewhere, or where
 * TMPDIR is set, nothing changes. No test is about power loss, and killing a process loses nothing there either.
 */
export function keepFilesInMemory(): void {
  if (process.env['TMPDIR'] === undefined && hasRoom()) process.env['TMPDIR'] = memory;
}

function hasRoom(): boolean {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= enough;
  } catch {
    // No such folder, or not ours: the disk will do.
    return false;
  }
}
