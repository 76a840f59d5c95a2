import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./bot-process.ts', import.meta.url));

interface Told {
  server?: number | null;
  folder?: string;
  said?: string;
  answered?: number;
  closed?: true;
}

/** A bot process as a test holds it. */
export class Bot {
  readonly #child: ChildProcess;
  readonly #told: Told[] = [];
  readonly #waiting = new Set<() => void>();
  #gone = false;
  errors = '';

  constructor(dataDir: string, name: string, messages: number, as: { uid?: number; gid?: number } = {}) {
    this.#child = spawn(process.execPath, [program, dataDir, name, String(messages)], {
      stdio: ['pipe', 'pipe', 'pipe'],
      ...as,
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.errors += chunk.toString();
    });
    createInterface({ input: this.#child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      this.#told.push(JSON.parse(line) as Told);
      this.#wake();
    });
    this.#child.once('close', () => {
      this.#gone = true;
      this.#wake();
    });
  }

  /** The server's process id, once the bot is up. */
  async server(): Promise<number> {
    const { server } = await this.#until((told) => told.server !== undefined);
    if (typeof server !== 'number') throw new Error('The bot uses no embedded server.');
    return server;
  }

  async folder(): Promise<string> {
    return (await this.#until((told) => told.folder !== undefined)).folder ?? '';
  }

  said(): string[] {
    return this.#told.flatMap((told) => told.said ?? []);
  }

  /** Resolves when message `n` was answered. */
  async answered(n: number): Promise<void> {
    await this.#until((told) => told.answered === n);
  }

  /** All messages for which the bot gave an answer, so far. */
  answers(): number[] {
    return this.#told.flatMap((told) => told.answered ?? []);
  }

  kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    return this.#ended();
  }

  /** Ends it as an operator would; fails when it doesn't end well. */
  async end(): Promise<void> {
    this.#child.stdin?.end();
    await this.#until((told) => told.closed === true);
    await this.#ended();
  }

  async #until(holds: (told: Told) => boolean): Promise<Told> {
    for (;;) {
      const found = this.#told.find(holds);
      if (found !== undefined) return found;
      if (this.#gone) throw new Error(`The bot ended: ${this.errors}`);
      await new Promise<void>((woken) => this.#waiting.add(woken));
    }
  }

  async #ended(): Promise<void> {
    while (!this.#gone) await new Promise<void>((woken) => this.#waiting.add(woken));
  }

  #wake(): void {
    for (const woken of this.#waiting) woken();
    this.#waiting.clear();
  }
}
