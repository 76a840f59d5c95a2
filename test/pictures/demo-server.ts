import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface DemoServer {
  url: string;
  /** Stops the server and takes its data away. */
  close(): Promise<void>;
}

/** The demo as `npm start` brings it up, with data of its own on a free port. Throws when it isn't ready in 3 minutes. */
export async function startDemo(): Promise<DemoServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ruhu-pictures-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const main = join(import.meta.dirname, '../../src/main.ts');
  const server = spawn(process.execPath, [main, 'start', '--demo'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    cwd: folder,
    env: { PATH: process.env['PATH'], DATA_DIR: join(folder, 'data'), PORT: String(port) },
  });
  const close = async () => {
    const ended = server.exitCode === null ? once(server, 'exit') : null;
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 360 && server.exitCode === null; tries += 1) {
    await wait(500);
    const ready = await fetch(`${url}/health`).catch(() => null);
    if (ready?.ok === true) return { url, close };
  }
  await close();
  throw new Error('the demo did not come up');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
