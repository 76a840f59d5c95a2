import type { Socket } from 'node:net';
import { Connection, type ConnectionOptions, type SocketAddress, type Sql } from './connection.ts';
import { type Deadline, type DeadlineKind, deadlines } from './deadlines.ts';
import { DatabaseFault } from './faults.ts';
import type { Wanted } from './hosts.ts';
import { nextName } from './names.ts';
import { Places } from './places.ts';
import { watched as inTime } from './watch.ts';

export type { Sql } from './connection.ts';
export type { DeadlineKind as Within } from './deadlines.ts';

/** One connection, lent to one user at a time: his statements are sent in order without waiting for each other. */
export interface Line {
  readonly sql: Sql;
  /** The connection was lost since it was lent: what was not confirmed did not happen, or nobody knows. */
  readonly lost: boolean;
}

export interface LinesOptions {
  /** Asked for each new connection: an embedded server may come back on another port. */
  url: () => string;
  /** Told when a connection to this URL was lost: the next one may lead elsewhere. */
  failed?: (url: string) => void;
  mustBe?: Wanted;
  /** Folder of the server's socket, where it is on this machine. */
  socket?: string | null;
  /** Opens sockets that can be closed whatever the other end does; without it (Workers) the driver opens its own. */
  openSocket?: (address: SocketAddress) => Socket;
  role?: string;
  /** Server settings of each session. */
  settings?: Readonly<Record<string, string>>;
  max: number;
  /** Others than the usual ones, for tests. */
  deadlines?: Readonly<Record<DeadlineKind, Deadline>> | undefined;
  /** Called when a line was lost under its user; without it the idle lines are dropped. */
  onLineLost?: () => void;
  /** Called when a connection is lost that nobody closed. */
  onLost?: () => void;
}

/** Lines that long work leaves to others, of a set that has enough. */
const keptFree = 3;
const notForEverMs = 5 * 60_000;

interface Waiting {
  lent(line: Connection): void;
}

/**
 * The connections. Each is a client of one connection, so that a line is one session of the server for as long
 * as it is lent; a lost one is thrown away and replaced by a new one. Nothing that a line is lent for is without an
 * end (base/deadlines.ts).
 */
export class Lines {
  readonly #options: LinesOptions;
  readonly #idle: Connection[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #longPlaces: Places;
  #count = 0;
  #closed = false;

  constructor(options: LinesOptions) {
    this.#options = options;
    // However many exports there are, the loops that keep the bot going and those who wait for an answer have lines.
    this.#longPlaces = new Places(options.max > keptFree * 2 ? options.max - keptFree : options.max);
  }

  /** Lends a line to `work`; errors come out as named faults, and so does the end of its time. */
  async lend<T>(work: (line: Line) => Promise<T>, within: DeadlineKind = 'long'): Promise<T> {
    const deadline: Deadline = (this.#options.deadlines ?? deadlines)[within];
    const patience = deadline.whole ?? deadline.idle ?? notForEverMs;
    const leave = within === 'long' ? await this.#longPlaces.take(patience) : null;
    try {
      const line = await this.#take(patience);
      try {
        return await inTime(deadline, line, work(line), () => this.#connect({}));
      } finally {
        this.#giveBack(line);
      }
    } finally {
      leave?.();
    }
  }

  /** Lets go of the lines that nobody has: where one was lost, they may be dead too, and each would cost its time anew. */
  dropIdle(): void {
    for (const line of this.#idle.splice(0)) this.#discard(line);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#idle.splice(0).map((line) => line.end()));
  }

  async #take(patienceMs: number): Promise<Connection> {
    for (let line = this.#idle.pop(); line !== undefined; line = this.#idle.pop()) {
      if (!line.lost) return line;
      this.#discard(line);
    }
    if (this.#count < this.#options.max) return this.#open();
    return new Promise((lent, failed) => {
      const waiting: Waiting = { lent };
      this.#waiting.push(waiting);
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        failed(new DatabaseFault('unreachable', 'All connections are taken.'));
      }, patienceMs);
      waiting.lent = (line) => {
        clearTimeout(timer);
        lent(line);
      };
    });
  }

  #open(): Connection {
    this.#count += 1;
    return this.#connect({ role: this.#options.role, settings: this.#options.settings }, () => {
      if (!this.#closed) this.#options.onLost?.();
    });
  }

  #connect(session: Pick<ConnectionOptions, 'settings' | 'role'>, onLost?: () => void): Connection {
    const { socket, openSocket, mustBe, failed } = this.#options;
    const url = this.#options.url();
    return new Connection({
      ...session,
      url,
      mustBe,
      socketFolder: socket,
      openSocket,
      name: nextName(),
      onLost: () => {
        failed?.(url);
        onLost?.();
      },
    });
  }

  #giveBack(line: Connection): void {
    if (line.lost || this.#closed) {
      this.#discard(line);
      if (!this.#closed) (this.#options.onLineLost ?? (() => this.dropIdle()))();
    } else {
      const next = this.#waiting.shift();
      if (next === undefined) this.#idle.push(line);
      else next.lent(line);
      return;
    }
    const next = this.#waiting.shift();
    if (next !== undefined) next.lent(this.#open());
  }

  #discard(line: Connection): void {
    this.#count -= 1;
    // Nothing runs on it any more: there is nothing to wait for and nothing to report.
    void line.end();
  }
}
