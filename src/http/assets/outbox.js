/**
 * What was typed and not yet taken in. It is kept encrypted on the phone, so that neither a dead spot nor a closed
 * page loses it, and sent strictly in order, each with the time it was said. Each keeps its id: sending twice is
 * taken in once. What could not be sent for two days is erased.
 */
export class Outbox {
  #vault;
  #waiting;
  #onChange;
  #onTaken;
  #onSignedOut;
  #onKept;
  #running = false;
  #timer;
  /** Ids of those that lie on the phone. */
  #kept;
  #keeping = false;
  #changedSince = false;
  #failures = 0;

  /** `waiting`: what lay on the phone. */
  constructor(vault, waiting, { onChange, onKept, onTaken, onSignedOut }) {
    this.#vault = vault;
    this.#onChange = onChange;
    this.#onKept = onKept;
    this.#onTaken = onTaken;
    this.#onSignedOut = onSignedOut;
    this.#waiting = waiting.map((message) => ({
      ...message,
      state: message.state === 'refused' ? 'refused' : 'waiting',
    }));
    this.#kept = new Set(this.#waiting.map(({ id }) => id));
    addEventListener('online', () => this.retry());
  }

  /** `{id, chat, text, quote?, photo?, at, state: waiting|sending|unsent|refused, why?}`, oldest first. */
  get messages() {
    return this.#waiting;
  }

  /** How many wait and lie on the phone: what is still being written there is not yet safe. */
  get kept() {
    return this.#waiting.filter(({ id, state }) => state !== 'refused' && this.#kept.has(id)).length;
  }

  /** Does the server not answer? */
  get isFailing() {
    return this.#failures > 0;
  }

  add(message) {
    this.#waiting.push({ ...message, id: newId(), at: Date.now(), state: 'waiting' });
    this.#changed();
    this.retry();
  }

  /** Sends now what waits, without waiting for the next try. */
  retry(id) {
    for (const message of this.#waiting) {
      if (message.state === 'unsent' || message.id === id) message.state = 'waiting';
    }
    clearTimeout(this.#timer);
    this.#run();
  }

  remove(id) {
    this.#waiting = this.#waiting.filter((message) => message.id !== id);
    this.#changed();
  }

  async #run() {
    if (this.#running) return;
    this.#running = true;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      this.#set(next, 'sending');
      const outcome = await send(next);
      if (!this.#take(next, outcome)) break;
    }
    this.#running = false;
  }

  #next() {
    return this.#waiting.find((message) => message.state === 'waiting');
  }

  /** What a try leads to; false when the rest must wait as well. */
  #take(message, outcome) {
    if (outcome.is === 'taken') {
      this.#failures = 0;
      this.remove(message.id);
      this.#onTaken(message, outcome.messages);
      return true;
    }
    if (outcome.is === 'refused') {
      message.why = outcome.why;
      this.#set(message, 'refused');
      return true;
    }
    this.#failures += 1;
    // A later message must not overtake this one.
    for (const other of this.#waiting) if (other.state !== 'refused') other.state = 'unsent';
    this.#changed();
    if (outcome.is === 'signedOut') this.#onSignedOut();
    else this.#later(outcome.afterMs);
    return false;
  }

  #later(afterMs) {
    const wait = afterMs ?? Math.min(30_000, 1000 * 2 ** this.#failures);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.retry(), wait);
  }

  #set(message, state) {
    message.state = state;
    this.#changed();
  }

  #changed() {
    this.#onChange();
    void this.#keep();
  }

  /** Writes one state after the other: two at once could end in the wrong order, and the older one would stay. */
  async #keep() {
    this.#changedSince = true;
    if (this.#keeping) return;
    this.#keeping = true;
    try {
      while (this.#changedSince) {
        this.#changedSince = false;
        const ids = this.#waiting.map(({ id }) => id);
        await this.#vault.put('outbox', this.#waiting);
        this.#kept = new Set(ids);
        this.#onKept();
      }
    } finally {
      this.#keeping = false;
    }
  }
}

const KEEP_MS = 48 * 3_600_000;

/** What waited on the phone; what waited too long is counted and gone. */
export async function waitingIn(vault) {
  const kept = (await vault.get('outbox')) ?? [];
  const waiting = kept.filter(({ at }) => at > Date.now() - KEEP_MS);
  return { waiting, erased: kept.length - waiting.length };
}

const TIMEOUT_MS = 30_000;

async function send(message) {
  try {
    const response = await fetch(message.photo === undefined ? '/chat/messages' : '/chat/photos', {
      method: 'POST',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(message.photo === undefined ? textBody(message) : await photoBody(message)),
    });
    return await outcomeOf(response);
  } catch {
    return { is: 'failed' }; // No network, or it broke off: it may even have been taken in.
  }
}

async function outcomeOf(response) {
  if (response.ok) return { is: 'taken', messages: (await response.json()).messages };
  if (response.status === 401) return { is: 'signedOut' };
  const after = Number(response.headers.get('retry-after'));
  if (response.status === 429) return { is: 'failed', afterMs: Math.max(1, after) * 1000 };
  if (response.status >= 500) return { is: 'failed' };
  const problem = await response.json().catch(() => ({}));
  return { is: 'refused', why: problem.title ?? '发不出去' };
}

function textBody({ id, chat, text, label, quote, at }) {
  return {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, chat, text, label, quote, at }),
  };
}

async function photoBody({ id, chat, photo, at }) {
  const body = new FormData();
  body.set('id', id);
  body.set('chat', chat);
  body.set('at', String(at));
  body.set('photo', dataUrlToBlob(photo), 'photo.jpg');
  return { body };
}

/** By hand: the page's rules don't let `fetch` read data addresses. */
function dataUrlToBlob(url) {
  const [head, body] = url.split(',');
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: head.slice(5, head.indexOf(';')) });
}

/** randomUUID exists only where the page came by TLS or from this machine. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
