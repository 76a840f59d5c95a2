import { connect, createServer, type Server, type Socket } from 'node:net';

/** How a link is ill: `silent` takes in everything and passes nothing on, `refused` hangs up on who comes. */
export type Illness = 'silent' | 'refused';

/** A link to a server on this machine that can be made ill: the network between the bot and its database. */
export class BadLink {
  readonly url: string;
  readonly #server: Server;
  readonly #target: number;
  readonly #pairs = new Set<{ near: Socket; far: Socket }>();
  #illness: Illness | null = null;

  private constructor(server: Server, url: string, target: number) {
    this.#server = server;
    this.url = url;
    this.#target = target;
    server.on('connection', (near) => this.#pass(near));
  }

  /** A link to the server of `url`; its own `url` leads through it. */
  static async to(url: string): Promise<BadLink> {
    const through = new URL(url);
    const target = Number(through.port);
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The link has no port.');
    through.port = String(address.port);
    return new BadLink(server, through.href, target);
  }

  /** Falls ill: `silent` for the connections there are (new ones too, if `all`). */
  fall(illness: Illness | null, all = true): void {
    if (all) this.#illness = illness;
    for (const { near, far } of this.#pairs) {
      if (illness === 'silent') for (const end of [near, far]) end.unpipe().resume();
      else if (illness === 'refused') reset(near, far);
    }
  }

  /** Resets every connection, as a firewall does that forgot them. */
  reset(): void {
    for (const { near, far } of this.#pairs) reset(near, far);
  }

  get connections(): number {
    return this.#pairs.size;
  }

  async close(): Promise<void> {
    this.reset();
    await new Promise((closed) => this.#server.close(closed));
  }

  #pass(near: Socket): void {
    if (this.#illness === 'refused') return void near.resetAndDestroy();
    const far = connect(this.#target, '127.0.0.1');
    const pair = { near, far };
    this.#pairs.add(pair);
    for (const [end, other] of [[near, far] as const, [far, near] as const]) {
      end.on('error', () => undefined);
      end.on('close', () => {
        this.#pairs.delete(pair);
        other.destroy();
      });
    }
    if (this.#illness === 'silent') return void near.resume();
    near.pipe(far);
    far.pipe(near);
  }
}

function reset(near: Socket, far: Socket): void {
  near.resetAndDestroy();
  far.destroy();
}
