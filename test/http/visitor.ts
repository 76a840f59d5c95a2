import type { Hono } from 'hono';

/** Somebody at the page without a browser: keeps his cookie and speaks JSON. */
export class Visitor {
  readonly #app: Hono;
  #cookie = '';

  constructor(app: Hono) {
    this.#app = app;
  }

  get cookie(): string {
    return this.#cookie;
  }

  async fetch(
    path: string,
    init: RequestInit & { headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const headers = { ...init.headers, ...(this.#cookie === '' ? {} : { cookie: this.#cookie }) };
    const response = await this.#app.request(`http://localhost${path}`, { ...init, headers });
    const set = response.headers.getSetCookie().at(-1);
    if (set !== undefined) this.#cookie = set.split(';', 1)[0] ?? '';
    return response;
  }

  post(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.fetch(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  /** Chooses a persona over demo data. */
  async be(staff: string): Promise<this> {
    await this.post('/persona', { staff });
    return this;
  }

  say(id: string, text: string, chat = 'private'): Promise<Response> {
    return this.fetch('/chat/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, chat, text }),
    });
  }

  async json(path: string): Promise<Record<string, unknown>> {
    return (await (await this.fetch(path)).json()) as Record<string, unknown>;
  }
}
