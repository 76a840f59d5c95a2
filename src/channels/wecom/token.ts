/** Where tokens are kept between processes; the value is secret. */
export interface TokenStore {
  read(name: string): Promise<{ token: string; expiresAt: number } | null>;
  write(name: string, token: string, expiresAt: number): Promise<void>;
}

/** A store for one process: tests, and a bot without shared state. */
export function memoryTokens(): TokenStore {
  const kept = new Map<string, { token: string; expiresAt: number }>();
  return {
    read: async (name) => kept.get(name) ?? null,
    write: async (name, token, expiresAt) => {
      kept.set(name, { token, expiresAt });
    },
  };
}

interface FetchedToken {
  token: string;
  /** Lifetime in milliseconds as the platform tells it. */
  lifetimeMs: number;
}

/** A token is renewed this long before it runs out, so that none dies on its way. */
const MARGIN_MS = 5 * 60 * 1000;

/**
 * One access token, shared by every process through the store. Within a process only one fetch is under way at
 * a time; between processes a double fetch is harmless, as the platform hands out the same valid token again.
 */
export class AccessToken {
  readonly #name: string;
  readonly #store: TokenStore;
  readonly #fetch: () => Promise<FetchedToken>;
  readonly #now: () => number;
  #cached: { token: string; expiresAt: number } | null = null;
  #underway: Promise<string> | null = null;

  constructor(name: string, store: TokenStore, fetchToken: () => Promise<FetchedToken>, now: () => number) {
    this.#name = name;
    this.#store = store;
    this.#fetch = fetchToken;
    this.#now = now;
  }

  #fresh(kept: { token: string; expiresAt: number } | null): kept is { token: string; expiresAt: number } {
    return kept !== null && kept.expiresAt - MARGIN_MS > this.#now();
  }

  /** A token that should be valid; `refused` is one the platform has just turned away. */
  get(refused?: string): Promise<string> {
    if (this.#fresh(this.#cached) && this.#cached.token !== refused)
      return Promise.resolve(this.#cached.token);
    this.#underway ??= this.#renew(refused).finally(() => {
      this.#underway = null;
    });
    return this.#underway;
  }

  async #renew(refused: string | undefined): Promise<string> {
    const stored = await this.#store.read(this.#name);
    if (this.#fresh(stored) && stored.token !== refused) {
      this.#cached = stored;
      return stored.token;
    }
    const { token, lifetimeMs } = await this.#fetch();
    const kept = { token, expiresAt: this.#now() + lifetimeMs };
    await this.#store.write(this.#name, kept.token, kept.expiresAt);
    this.#cached = kept;
    return token;
  }
}
