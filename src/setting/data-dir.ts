import { accessSync, constants, mkdirSync } from 'node:fs';

/** Makes the folder of the embedded database; throws at once where it can't be made or written. */
export function ensureDataDir(path: string): void {
  mkdirSync(path, { recursive: true });
  accessSync(path, constants.W_OK);
}
