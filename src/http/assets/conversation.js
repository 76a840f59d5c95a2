/** The messages of one chat as this page knows them, in the order they were kept. */
export class Conversation {
  #byId = new Map();
  #remarks = new Map();

  constructor({ key, name, kind }) {
    this.key = key;
    this.name = name;
    this.kind = kind;
    this.unread = 0;
    /** What is typed and not said yet. */
    this.draft = '';
    this.more = false;
    this.loaded = false;
  }

  get messages() {
    return [...this.#byId.values()].sort((a, b) => a.seq - b.seq);
  }

  has(id) {
    return this.#byId.has(id);
  }

  /** True when it wasn't known. */
  add(message) {
    const isNew = !this.#byId.has(message.id);
    this.#byId.set(message.id, message);
    return isNew;
  }

  /** Puts a remark of the page under a message. */
  remark(id, text) {
    this.#remarks.set(id, text);
  }

  remarkOn(id) {
    return this.#remarks.get(id);
  }

  /** The last ones, to lie on the phone. */
  get last() {
    return this.messages.slice(-30);
  }

  /** A message was taken back. */
  recall(id) {
    const message = this.#byId.get(id);
    if (message !== undefined) this.#byId.set(id, { ...message, text: '', label: undefined, recalled: true });
  }

  /** Reads the last messages, or those before the first one known. */
  async load() {
    const first = this.messages[0]?.seq;
    const query = new URLSearchParams({ chat: this.key });
    if (this.loaded && first !== undefined) query.set('before', String(first));
    const response = await fetch(`/chat/history?${query}`);
    if (!response.ok) throw new Error(String(response.status));
    const { messages, more, latest } = await response.json();
    for (const message of messages) this.add(message);
    this.more = more;
    this.loaded = true;
    return latest;
  }

  /** The bot's last word, if it is for this person and he hasn't answered since. */
  openQuestion(myName) {
    const last = this.messages.findLast(
      ({ from, mention }) =>
        from.is === 'me' || (from.is === 'bot' && (mention === undefined || mention.includes(myName))),
    );
    return last?.from.is === 'bot' && last.text !== undefined ? last : undefined;
  }
}
