/**
 * What lies on this phone: the talk of the last two days and what waits to be sent, each encrypted under a key of
 * this login. The browser keeps the key and lets no script read it; with the key gone nothing can be read any more.
 * Where the page didn't come by TLS or from this machine there is neither: then it lasts as long as the page.
 */
const NAME = 'ruhu';
const KEEP_MS = 48 * 3_600_000;

export class Vault {
  #db;
  #key;
  /** In place of the database, where there is none. */
  #memory = new Map();

  /** `person`: who is in; another one's things are erased first. Undefined: whoever was in last, without a network. */
  static async open(person) {
    const vault = new Vault();
    try {
      if (globalThis.crypto?.subtle === undefined) return vault;
      vault.#db = await opened();
      const kept = await vault.#read('key');
      const isOld = kept !== undefined && kept.at < Date.now() - KEEP_MS && person === undefined;
      if (kept !== undefined && !isOld && (person === undefined || kept.person === person))
        vault.#key = kept.key;
      else await vault.#begin(person);
    } catch {
      // Storage is switched off or full: the chat works without.
      vault.#db = undefined;
    }
    return vault;
  }

  /** Erases everything; for who leaves. */
  async erase() {
    this.#memory.clear();
    this.#key = undefined;
    if (this.#db === undefined) return;
    await done(this.#store('readwrite').clear());
  }

  async #begin(person) {
    await this.erase();
    if (person === undefined) return;
    this.#key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    await this.#write('key', { person, key: this.#key, at: Date.now() });
  }

  /** What was put under this name less than two days ago; undefined for nothing. */
  async get(name) {
    if (this.#key === undefined) return this.#memory.get(name);
    const kept = await this.#read(name).catch(() => undefined);
    if (kept === undefined || kept.at < Date.now() - KEEP_MS) return undefined;
    try {
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, this.#key, kept.data);
      return JSON.parse(new TextDecoder().decode(plain));
    } catch {
      return undefined; // Of another login: as good as gone.
    }
  }

  async put(name, value) {
    if (this.#key === undefined) {
      this.#memory.set(name, value);
      return;
    }
    try {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(JSON.stringify(value));
      const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, this.#key, plain);
      await this.#write(name, { iv, data, at: Date.now() });
    } catch {
      this.#memory.set(name, value); // No room: it lives as long as the page.
    }
  }

  #store(mode) {
    return this.#db.transaction('kept', mode).objectStore('kept');
  }

  #read(name) {
    return done(this.#store('readonly').get(name));
  }

  #write(name, value) {
    return done(this.#store('readwrite').put(value, name));
  }
}

function opened() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore('kept');
  return done(request);
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
