import type { Capabilities, Channel, Outbound, SendResult } from '../../src/channels/channel.ts';

export interface Gone {
  at: number;
  to: string;
  key: string | undefined;
  text: string;
}

const pretendLimits: Capabilities = {
  rooms: true,
  mention: true,
  image: true,
  file: false,
  maxTextBytes: 300,
  maxImageBytes: 1_000,
  rate: { total: { count: 100, perMs: 60_000 }, perReceiver: { count: 6, perMs: 60_000 } },
};

/** A channel that notes what it sends and answers as it is told. */
export class PretendChannel implements Channel {
  readonly name: string;
  readonly capabilities: Capabilities;
  readonly gone: Gone[] = [];
  readonly #now: () => number;
  /** What becomes of a message, before it is noted as gone. */
  answer: (message: Outbound) => SendResult | Promise<SendResult> = () => ({ is: 'sent' });
  online = true;

  constructor(now: () => number, limits: Partial<Capabilities> = {}, name = 'pretend') {
    this.#now = now;
    this.capabilities = { ...pretendLimits, ...limits };
    this.name = name;
  }

  get texts(): string[] {
    return this.gone.map(({ text }) => text);
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  ready(): boolean {
    return this.online;
  }

  async send(message: Outbound): Promise<SendResult> {
    const result = await this.answer(message);
    if (result.is === 'sent') {
      const { content, to, key } = message;
      const text = content.type === 'text' ? content.text : `[${content.type} ${content.data.length}]`;
      this.gone.push({ at: this.#now(), to: to.externalId, key, text });
    }
    return result;
  }
}

/** The most sends within any window of `perMs`, of those that `belongs` picks. */
export function mostWithin(gone: readonly { at: number }[], perMs: number): number {
  const times = gone.map(({ at }) => at).sort((a, b) => a - b);
  let most = 0;
  let from = 0;
  for (const [to, at] of times.entries()) {
    while (at - (times[from] ?? at) >= perMs) from++;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
