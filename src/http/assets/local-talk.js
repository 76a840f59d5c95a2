/**
 * The bot on the phone, for where there is no network: the same dialogue as on the server, over what was taken along
 * (src/site/take-along.ts). It answers what waits to be sent; the server reads every message again, and what it says
 * counts.
 */
const REFRESH_MS = 1_500;

export class LocalTalk {
  #vault;
  #Talk;
  #kit;
  /** Said since the kit was taken, and answered by the server. */
  #since = [];
  #timer;
  /** The talk as it was gone on with: which messages it heard, and what it said to each. */
  #run;

  static async open(vault) {
    const talk = new LocalTalk();
    talk.#vault = vault;
    const kept = await vault.get('kit');
    talk.#kit = kept?.kit;
    talk.#since = kept?.since ?? [];
    if (talk.#kit !== undefined) await talk.#load();
    return talk;
  }

  /** The households that were taken along. */
  get households() {
    return this.#kit?.households ?? [];
  }

  /** Takes along anew how things stand; soon, so that a quick talk asks once. */
  refresh(afterMs = REFRESH_MS) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#fetch(), afterMs);
  }

  /** The server has answered this one: the kit is older than that. */
  taken({ chat, id, text, label, quote, at, photo }) {
    this.refresh();
    // Without anything taken along there is nothing to go on from.
    if (this.#kit === undefined || chat !== 'private' || photo !== undefined) return;
    this.#since.push({ id, text, label, quote, at });
    void this.#keep();
  }

  /** What it says to each of the messages that wait, by their ids; empty without anything taken along. */
  answers(waiting) {
    if (this.#Talk === undefined || this.#kit === undefined) return new Map();
    const heard = [...this.#since, ...waiting];
    const known = this.#run?.ids ?? [];
    const goesOn = this.#run?.kit === this.#kit && known.every((id, i) => heard[i]?.id === id);
    if (!goesOn)
      this.#run = {
        kit: this.#kit,
        ids: [],
        talk: new this.#Talk(structuredClone(this.#kit)),
        said: new Map(),
      };
    for (const message of heard.slice(this.#run.ids.length)) {
      this.#run.ids.push(message.id);
      this.#run.said.set(message.id, this.#say(message));
    }
    return new Map(waiting.map(({ id }) => [id, this.#run.said.get(id) ?? []]));
  }

  #say({ id, text, label, quote, at }) {
    try {
      return this.#run.talk.say({
        id,
        text,
        at,
        ...(label === undefined ? {} : { label }),
        ...(quote === undefined ? {} : { quote }),
      });
    } catch {
      return []; // What it can't read here waits for the server.
    }
  }

  async #fetch() {
    const count = this.#since.length;
    try {
      const response = await fetch('/chat/kit');
      if (!response.ok) return;
      const { kit } = await response.json();
      if (kit === null) return;
      this.#kit = kit;
      this.#since = this.#since.slice(count);
      await this.#keep();
      await this.#load();
    } catch {
      // No network: what was taken along before has to do.
    }
  }

  async #load() {
    if (this.#Talk !== undefined) return;
    await inHand();
    try {
      this.#Talk = (await import('/talk.js')).OfflineTalk;
    } catch {
      // This server has none: what is said waits without an answer.
    }
  }

  #keep() {
    return this.#vault.put('kit', { kit: this.#kit, since: this.#since });
  }
}

/** The worker keeps what passes through its hands; on the very first visit it comes a little later. */
function inHand() {
  const { serviceWorker } = navigator;
  if (serviceWorker === undefined || serviceWorker.controller !== null) return Promise.resolve();
  return Promise.race([
    new Promise((done) => serviceWorker.addEventListener('controllerchange', done, { once: true })),
    new Promise((done) => setTimeout(done, 8_000)),
  ]);
}

/** Did the server say something else to a message than the phone had? What only counts or looks ahead doesn't matter. */
export function differs(local, fromServer) {
  const said = (texts) =>
    texts
      .join('\n')
      .split('\n')
      .filter((line) => !/还剩|下一户|第\d+题|进度|接着排查|请放心/u.test(line))
      .join('\n')
      .trim();
  return local.length > 0 && said(local) !== said(fromServer);
}
