import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startOf } from './process.ts';

/**
 * Who uses the server: one empty file per use, named by process id, start time and a random part. What a
 * killed process left is seen by its dead id and swept away. To be called under the folder's lock.
 */
export function enter(folder: string): string {
  const guests = join(folder, 'guests');
  mkdirSync(guests, { recursive: true, mode: 0o700 });
  const name = `${process.pid}_${startOf(process.pid) ?? ''}_${randomUUID()}`.replaceAll(/[^\w-]/g, '-');
  writeFileSync(join(guests, name), '');
  return name;
}

/** Takes the process off the list of those who use the server. */
export function leave(folder: string, name: string): void {
  rmSync(join(folder, 'guests', name), { force: true });
}

/** How many uses are left, after those of dead processes were swept away. */
export function countGuests(folder: string): number {
  const guests = join(folder, 'guests');
  const isThere = (name: string): boolean => {
    const [pid, start] = name.split('_');
    const there = isAlive(Number(pid)) && (startOf(Number(pid)) ?? '').replaceAll(/[^\w-]/g, '-') === start;
    if (!there) rmSync(join(guests, name), { force: true });
    return there;
  };
  return readdirSync(guests).filter(isThere).length;
}
