import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const main = join(import.meta.dirname, '../../src/main.ts');

export interface Ran {
  code: number | null;
  out: string;
  errors: string;
}

/** Runs the real command line in a folder of its own, with no environment but the one given. */
export function ruhu(
  args: readonly string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string> },
): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: cwd, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A command that doesn't end is a failure of the test, and must not stay behind.
    timeout: 50_000,
    killSignal: 'SIGKILL',
  });
  const ran = { out: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    ran.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    ran.errors += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...ran }));
  });
}

/** A folder for one test file, gone when it is done. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ruhu-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
