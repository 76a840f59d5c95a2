import { randomUUID } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import { PuppetServer } from 'wechaty-puppet-service';
import type { MadeUpWechat } from './mock.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A real puppet server over gRPC on the loopback, which can die and come back at the same address. */
export class ServedWechat {
  readonly token = `insecure_${randomUUID()}`;
  readonly #wechat: MadeUpWechat;
  #port = 0;
  #server: PuppetServer | null = null;

  constructor(wechat: MadeUpWechat) {
    this.#wechat = wechat;
  }

  get endpoint(): string {
    return `127.0.0.1:${this.#port}`;
  }

  async open(): Promise<void> {
    if (this.#port === 0) this.#port = await freePort();
    this.#server = new PuppetServer({
      endpoint: this.endpoint,
      puppet: this.#wechat.puppet,
      token: this.token,
    });
    await this.#server.start();
  }

  async die(): Promise<void> {
    await this.#server?.stop();
    this.#server = null;
  }
}
