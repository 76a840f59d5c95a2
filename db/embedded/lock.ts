import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, isAlive, passing, startOf } from './process.ts';

const patience = 60_000;

interface Holder {
  pid: number;
  start: string | null;
  nonce: string;
}

/**
 * Runs `work` while no other process holds the folder. A lock whose holder died is broken: only who links the
 * dead holder's nonce first may remove it, so two that notice at once can't remove a third one's fresh lock.
 */
export async function whileLocked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder, 'lock');
  const nonce = await take(folder, path);
  try {
    return await work();
  } finally {
    if (holderOf(path)?.nonce === nonce) rmSync(path, { force: true });
  }
}

async function take(folder: string, path: string): Promise<string> {
  const me: Holder = { pid: process.pid, start: startOf(process.pid), nonce: randomUUID() };
  const ticket = join(folder, `lock.${me.nonce}`);
  writeFileSync(ticket, JSON.stringify(me), { mode: 0o600 });
  try {
    for (const until = performance.now() + patience; ; await passing(15)) {
      if (linked(ticket, path)) return me.nonce;
      const holder = holderOf(path);
      if (holder !== null && !isHolding(holder)) breakLock(folder, path, ticket, holder);
      if (performance.now() > until)
        throw new Error(`The folder ${folder} is held by process ${holder?.pid ?? '?'}.`);
    }
  } finally {
    rmSync(ticket, { force: true });
  }
}

function breakLock(folder: string, path: string, ticket: string, dead: Holder): void {
  const right = join(folder, `broken.${dead.nonce}`);
  if (!linked(ticket, right)) {
    // Who won the right does its two steps at once; an old one means that it died between them.
    if (Math.abs(ageOf(right)) > 10_000) rmSync(right, { force: true });
    return;
  }
  if (holderOf(path)?.nonce === dead.nonce) rmSync(path, { force: true });
  rmSync(right, { force: true });
}

const nobody: Holder = { pid: 0, start: null, nonce: 'unreadable' };

/** The same process (several databases in one) waits for itself like for any other. */
function isHolding(holder: Holder): boolean {
  return holder.nonce !== nobody.nonce && isAlive(holder.pid) && startOf(holder.pid) === holder.start;
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    // Left empty by a power cut: a lock is put there whole, so nobody holds this one.
    if (error instanceof SyntaxError) return nobody;
    throw error;
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}
