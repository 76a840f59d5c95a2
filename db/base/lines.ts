import postgres from 'postgres';
import { problemOf } from './faults.ts';
import { types } from './types.ts';

export type Sql = postgres.Sql;

/** One connection, lent to one user at a time: his statements are sent in order without waiting for each other. */
export interface Line {
  readonly sql: Sql;
  /** The connection was lost since it was lent: what was not confirmed did not happen, or nobody knows. */
  readonly lost: boolean;
}

export interface LinesOptions {
  /** Asked for each new connection: an embedded server may come back on another port. */
  url: () => string;
  /** Folder of the server's socket, where it is on this machine. */
  socket?: string | null;
  role?: string;
  /** Server settings of each session. */
  settings?: Readonly<Record<string, string>>;
  max: number;
  /** Called when a connection is lost that nobody closed. */
  onLost?: () => void;
}

/**
 * The connections. Each is a client of one connection, so that a line is one session of the server for as long
 * as it is lent; a lost one is thrown away and replaced by a new one.
 */
export class Lines {
  readonly #options: LinesOptions;
  readonly #idle: OwnLine[] = [];
  readonly #waiting: ((line: OwnLine) => void)[] = [];
  #count = 0;
  #closed = false;

  constructor(options: LinesOptions) {
    this.#options = options;
  }

  /** Lends a line to `work`; errors come out as named problems. */
  async lend<T>(work: (line: Line) => Promise<T>): Promise<T> {
    const line = await this.#take();
    try {
      return await work(line);
    } catch (error) {
      throw problemOf(error);
    } finally {
      this.#giveBack(line);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#idle.splice(0).map((line) => line.end()));
  }

  async #take(): Promise<OwnLine> {
    for (let line = this.#idle.pop(); line !== undefined; line = this.#idle.pop()) {
      if (!line.lost) return line;
      this.#discard(line);
    }
    if (this.#count < this.#options.max) return this.#open();
    return new Promise((lent) => this.#waiting.push(lent));
  }

  #open(): OwnLine {
    this.#count += 1;
    return new OwnLine(this.#options, () => {
      if (!this.#closed) this.#options.onLost?.();
    });
  }

  #giveBack(line: OwnLine): void {
    if (line.lost || this.#closed) this.#discard(line);
    else {
      const next = this.#waiting.shift();
      if (next === undefined) this.#idle.push(line);
      else next(line);
      return;
    }
    const next = this.#waiting.shift();
    if (next !== undefined) next(this.#open());
  }

  #discard(line: OwnLine): void {
    this.#count -= 1;
    // Nothing runs on it any more: there is nothing to wait for and nothing to report.
    void line.end();
  }
}

class OwnLine implements Line {
  readonly sql: Sql;
  #lost = false;
  #ending = false;

  constructor(options: LinesOptions, onLost: () => void) {
    this.sql = postgres(options.url(), {
      max: 1,
      ...(typeof options.socket === 'string' ? { host: options.socket } : {}),
      types,
      fetch_types: false,
      // A session that ends by itself between two statements of a transaction would lose the first.
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 10,
      backoff: () => 0,
      onnotice: () => undefined,
      onclose: () => {
        this.#lost = true;
        if (!this.#ending) onLost();
      },
      connection: {
        application_name: 'ruhu',
        ...(options.role === undefined ? {} : { role: options.role }),
        ...options.settings,
      },
    });
  }

  get lost(): boolean {
    return this.#lost;
  }

  async end(): Promise<void> {
    this.#ending = true;
    await this.sql.end({ timeout: 1 });
  }
}
