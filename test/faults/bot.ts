import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** How long it took, milliseconds. */
export type Took = number;

/** Every bot of this run, so that none is left behind when the run is broken off. */
const all = new Set<Service>();

export async function endAll(): Promise<void> {
  await Promise.all([...all].map((service) => service.end(true)));
}

/** The bot as a service manager runs it: started again whenever it ends. */
export class Service {
  readonly #env: Record<string, string>;
  readonly url: string;
  #child: ChildProcess | null = null;
  #wanted = true;
  /** What it said on its error stream, the last lines. */
  readonly said: string[] = [];

  constructor(env: Record<string, string>, port: number) {
    this.#env = { ...env, PORT: String(port) };
    this.url = `http://127.0.0.1:${port}`;
    all.add(this);
  }

  start(): void {
    const clock = join(import.meta.dirname, 'moved-clock.mjs');
    const child = spawn(process.execPath, ['--import', clock, join(root, 'src/main.ts'), 'start'], {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', ...this.#env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.on('data', (chunk: Buffer) => {
      this.said.push(...chunk.toString().trimEnd().split('\n'));
      this.said.splice(0, Math.max(0, this.said.length - 400));
    });
    child.once('exit', () => {
      if (this.#wanted && this.#child === child) setTimeout(() => this.start(), 200);
    });
    this.#child = child;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Is it well by its own account? */
  async healthy(): Promise<boolean> {
    return (await this.health()) === 200;
  }

  /** The status of its health page; null while nobody answers. */
  async health(): Promise<number | null> {
    try {
      return (await fetch(`${this.url}/health`, { signal: AbortSignal.timeout(3_000) })).status;
    } catch {
      return null;
    }
  }

  async untilHealthy(withinMs: number): Promise<Took | null> {
    const begun = performance.now();
    while (performance.now() - begun < withinMs) {
      if (await this.healthy()) return performance.now() - begun;
      await pause(100);
    }
    return null;
  }

  kill(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  /** Asks it to end, as an operator does; null where it had to be killed after half a minute. */
  async end(forGood = false): Promise<Took | null> {
    if (forGood) this.#wanted = false;
    const child = this.#child;
    if (child === null || child.exitCode !== null) return 0;
    const begun = performance.now();
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    child.kill('SIGTERM');
    const late = await Promise.race([ended.then(() => false), pause(30_000).then(() => true)]);
    if (late) child.kill('SIGKILL');
    await ended;
    return late ? null : performance.now() - begun;
  }
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
