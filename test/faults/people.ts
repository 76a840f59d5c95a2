import { appCall, appXml, type Door } from '../channels/wecom/caller.ts';
import type { WecomPlatform } from '../channels/wecom/platform.ts';
import { pause } from './bot.ts';

/** One message as its person remembers it. */
export interface Said {
  person: string;
  id: string;
  /** What its reply must name; null for a message that only opens a household. */
  yuan: number | null;
  at: number;
  /** When the platform got its 200; null: it never did, and the person knows by its red mark. */
  acknowledgedAt: number | null;
  repliedAt: number | null;
  /** He put the phone away before the reply came. */
  late: boolean;
}

const paceMs = 3_500;
const callbackMs = 5_000;
const deliveries = 3;
/** Nobody looks at his phone for longer. */
const replyWithinMs = 10_000;

let lastId = 8_000_000_000;

/**
 * People with a phone: each opens a household and goes on correcting its income to amounts nobody else says. The
 * platform delivers each message up to three times, as the real one does.
 */
export class People {
  readonly said: Said[] = [];
  readonly #platform: WecomPlatform;
  readonly #door: Door;
  readonly #url: string;
  #stopped = false;
  #next = 20_000;
  #read = 0;
  readonly #texts = new Map<string, string[]>();

  constructor(platform: WecomPlatform, door: Door, url: string) {
    this.#platform = platform;
    this.#door = door;
    this.#url = url;
  }

  async talk(person: string): Promise<void> {
    await this.#say(person, '排查', null);
    while (!this.#stopped) {
      await pause(paceMs);
      this.#next += 100;
      const yuan = this.#next;
      const said = await this.#say(person, `收入改成${yuan}元`, yuan);
      // Who gets no 200 sees a red mark and says it again; who gets one waits for the reply.
      const waits = said.acknowledgedAt !== null;
      for (let waited = 0; waits && waited < replyWithinMs && !this.#stopped; waited += 200) {
        if (this.replies(said) > 0) said.repliedAt = performance.now();
        if (said.repliedAt !== null) break;
        await pause(200);
      }
      said.late = waits && said.repliedAt === null && !this.#stopped;
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  /** How often the reply to a message has arrived. */
  replies({ person, yuan }: Said): number {
    if (yuan === null) return 0;
    const words = `年收入${yuan % 100 === 0 && yuan >= 10_000 ? `${yuan / 10_000}万元` : `${yuan}元`}`;
    return this.#heard(person).filter((text) => text.includes(words)).length;
  }

  /** What has arrived at one person, each message read once. */
  #heard(person: string): readonly string[] {
    for (const { to, body } of this.#platform.arrived.slice(this.#read)) {
      const texts = this.#texts.get(to) ?? [];
      texts.push(JSON.stringify(body));
      this.#texts.set(to, texts);
    }
    this.#read = this.#platform.arrived.length;
    return this.#texts.get(person) ?? [];
  }

  async #say(person: string, text: string, yuan: number | null): Promise<Said> {
    lastId += 1;
    const id = String(lastId);
    const at = performance.now();
    const said: Said = { person, id, yuan, at, acknowledgedAt: null, repliedAt: null, late: false };
    this.said.push(said);
    const xml = appXml(this.#platform.corpId, this.#platform.agentId, {
      from: person,
      id,
      text,
      at: Math.floor(Date.now() / 1000),
    });
    for (let n = 0; n < deliveries && said.acknowledgedAt === null; n += 1) {
      if (await this.#delivered(xml)) said.acknowledgedAt = performance.now();
      else await pause(1_000);
    }
    return said;
  }

  async #delivered(xml: string): Promise<boolean> {
    try {
      const request = appCall(this.#door, `${this.#url}/wecom/app`, xml);
      const response = await fetch(request, { signal: AbortSignal.timeout(callbackMs) });
      await response.arrayBuffer();
      return response.status === 200;
    } catch {
      return false;
    }
  }
}
