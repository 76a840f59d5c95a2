import type { Socket } from 'node:net';
import postgres from 'postgres';
import { connectWithinMs } from './deadlines.ts';
import { DatabaseFault, faultOf } from './faults.ts';
import type { Wanted } from './hosts.ts';
import { types } from './types.ts';

export type Sql = postgres.Sql;

/** Where a socket is to lead, as the driver understood the address. */
export interface SocketAddress {
  host: readonly string[];
  port: readonly number[];
  /** A socket in the file system, instead of host and port. */
  path: string | false;
}

export interface ConnectionOptions {
  url: string;
  /** Folder of the server's socket, where it is on this machine. */
  socketFolder?: string | null | undefined;
  /** Opens a socket that is ours to close; without it (Workers) the driver opens its own. */
  openSocket?: ((address: SocketAddress) => Socket) | undefined;
  /** Tells this connection among all of the server. */
  name: string;
  role?: string | undefined;
  /** Server settings of the session. */
  settings?: Readonly<Record<string, string>> | undefined;
  /** Called once when the connection is lost that nobody ended. */
  onLost?: (() => void) | undefined;
  /** A server that turns out to be another kind is as good as none (any). */
  mustBe?: Wanted | undefined;
}

const isPicky = (wanted: Wanted | undefined): boolean => wanted === 'primary' || wanted === 'standby';

/**
 * One connection, from its first statement until it is lost or ended: it never connects anew. Whatever waits on it
 * when it is lost comes to an end. The driver alone doesn't give that: a statement sent between its socket's `error`
 * and `close` is never settled (postgres 3.4.9, connection.js, `closed`), and one sent after that is silently sent on
 * a new connection, outside of its transaction.
 */
export class Connection {
  readonly sql: Sql;
  readonly name: string;
  /** Rejects when the connection is lost. */
  readonly broken: Promise<never>;
  readonly #options: ConnectionOptions;
  #reject: (fault: DatabaseFault) => void = () => undefined;
  #socket: Socket | undefined;
  #lost = false;
  #ending = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.name = options.name;
    this.broken = new Promise((_, reject) => {
      this.#reject = reject;
    });
    this.broken.catch(() => undefined);
    const { openSocket } = options;
    const made = {
      max: 1,
      ...(typeof options.socketFolder === 'string' ? { host: options.socketFolder } : {}),
      ...(openSocket === undefined
        ? {}
        : { socket: (address: SocketAddress) => this.#open(openSocket, address) }),
      types,
      fetch_types: false,
      // A session that ends by itself between two statements of a transaction would lose the first.
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: connectWithinMs / 1000,
      keep_alive: 15,
      backoff: () => 0,
      onnotice: () => undefined,
      onclose: () => this.lose(new DatabaseFault('unreachable', 'The connection was lost.')),
      // Told when the session begins, before its first statement.
      onparameter: (name: string, value: string) => {
        if (
          name === 'in_hot_standby' &&
          value === (options.mustBe === 'standby' ? 'off' : 'on') &&
          isPicky(options.mustBe)
        )
          this.lose(new DatabaseFault('unreachable', `The server is not a ${options.mustBe}.`));
      },
      connection: {
        application_name: options.name,
        ...(options.role === undefined ? {} : { role: options.role }),
        ...options.settings,
      },
    };
    this.sql = postgres(options.url, made);
  }

  /** What was not confirmed on a lost connection did not happen, or nobody knows. */
  get lost(): boolean {
    return this.#lost;
  }

  /** How much was heard from the server, bytes; undefined where that can't be told. */
  get heard(): number | undefined {
    return this.#socket?.bytesRead;
  }

  /** Gives the connection up: closes it, whatever the other end says, and ends what waits on it. */
  lose(why: DatabaseFault): void {
    if (this.#lost) return;
    this.#lost = true;
    this.#reject(why);
    this.#socket?.destroy();
    // Rejects what the driver still holds.
    void this.sql.end({ timeout: 0 });
    if (!this.#ending) this.#options.onLost?.();
  }

  async end(): Promise<void> {
    this.#ending = true;
    await this.sql.end({ timeout: 1 });
    this.#socket?.destroy();
  }

  #open(openSocket: (address: SocketAddress) => Socket, address: SocketAddress): Socket {
    if (this.#socket !== undefined || this.#lost) {
      const fault = new DatabaseFault('unreachable', 'The connection was lost and is not made anew.');
      this.lose(fault);
      throw fault;
    }
    this.#socket = openSocket(address);
    return this.#socket;
  }
}

/**
 * Waits for work on a connection, or for the loss of it. A loss that only the work noticed counts: what failed so is
 * never used again.
 */
export async function onConnection<T>(connection: Connection, work: Promise<T>): Promise<T> {
  try {
    return await Promise.race([work, connection.broken]);
  } catch (error) {
    const fault = faultOf(error);
    if (fault.is === 'unreachable') connection.lose(fault);
    throw fault;
  }
}
