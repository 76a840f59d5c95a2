import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Ground } from './contender.ts';
import type { Measured, Round } from './drive.ts';

/** What a contender's process is told at its start. */
export interface Job {
  file: string;
  ground: Ground;
  /** Process number of PostgreSQL, for its share of the work. */
  server: number;
}

/** One contender in a process of its own, so that its memory and CPU are its own. It measures when it is told to. */
export class OwnProcess {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  private constructor(child: ChildProcess, lines: AsyncIterator<string>) {
    this.#child = child;
    this.#lines = lines;
  }

  static async start(job: Job): Promise<OwnProcess> {
    const program = fileURLToPath(new URL('./one.ts', import.meta.url));
    const child = spawn(process.execPath, [program, JSON.stringify(job)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const one = new OwnProcess(child, lines);
    await one.#next();
    return one;
  }

  async measure(round: Round): Promise<Measured> {
    this.#child.stdin?.write(`${JSON.stringify(round)}\n`);
    return JSON.parse(await this.#next()) as Measured;
  }

  /** Lets it close its database and end. */
  async stop(): Promise<void> {
    const ended = new Promise<void>((done) => this.#child.once('exit', () => done()));
    this.#child.stdin?.end();
    await ended;
  }

  async #next(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done === true) throw new Error('The contender ended before it had measured.');
    return value;
  }
}
