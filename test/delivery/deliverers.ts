import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { WecomPlatform } from '../channels/wecom/platform.ts';
import type { Orders } from './deliver-process.ts';

/** A real process that delivers the outbox through the WeCom channel; the test tells it the time. */
export class Deliverer {
  readonly #child: ChildProcess;
  sent = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async start(
    worker: string,
    databaseUrl: string,
    platform: WecomPlatform,
    apiBase: string,
    robots: [string, string][] = [],
  ): Promise<Deliverer> {
    const child = fork(join(import.meta.dirname, 'deliver-process.ts'), { stdio: 'inherit' });
    const { corpId, agentId, secret } = platform;
    const orders: Orders = { databaseUrl, apiBase, app: { corpId, agentId, secret }, robots, worker };
    const started = once(child, 'message');
    child.send(orders);
    await started;
    return new Deliverer(child);
  }

  /** Works until nothing is left to do at that moment; false when the process died over it. */
  async work(now: number): Promise<boolean> {
    const ending = new AbortController();
    const { signal } = ending;
    const answered = once(this.#child, 'message', { signal }).then(
      ([answer]) => (answer as { sent: number }).sent,
    );
    const died = once(this.#child, 'exit', { signal }).then(() => null);
    this.#child.send({ now });
    const sent = await Promise.race([answered, died]);
    const unheard = Promise.allSettled([answered, died]);
    ending.abort();
    await unheard;
    this.sent += sent ?? 0;
    return sent !== null;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.send('end');
    await exited;
  }
}
