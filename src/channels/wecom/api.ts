import { z } from 'zod';
import { reasonOf } from '../channel-log.ts';
import type { AppConfig } from './config.ts';
import { STALE_TOKEN } from './errcode.ts';
import { AccessToken, type TokenStore } from './token.ts';

export const CALL_TIMEOUT_MS = 10_000;
/** Uploads and downloads take this much longer than a call. */
const MEDIA_FACTOR = 3;

const answer = z.object({
  errcode: z.number().default(0),
  errmsg: z.string().default(''),
  media_id: z.string().optional(),
  invaliduser: z.string().optional(),
  unlicenseduser: z.string().optional(),
});
const tokenAnswer = answer.extend({
  access_token: z.string().optional(),
  expires_in: z.number().default(7200),
});

type ApiAnswer = z.infer<typeof answer>;
export type ApiResult = { is: 'answered'; answer: ApiAnswer } | { is: 'unreachable'; why: string };

/** An answer of the platform with an error code; its message quotes nothing anybody said. */
class WecomApiError extends Error {
  override name = 'WecomApiError';
  readonly errcode: number;
  constructor(errcode: number, errmsg: string) {
    super(`${errcode} ${errmsg}`.slice(0, 200));
    this.errcode = errcode;
  }
}

interface ApiOptions {
  base: string;
  fetch: typeof fetch;
  now: () => number;
  tokens: TokenStore;
  /** How long the platform may take to answer one call. */
  timeoutMs?: number;
}

/** Posts JSON or a form to one address and reads the platform's usual answer. */
export async function post(
  doFetch: typeof fetch,
  url: string,
  body: unknown,
  timeoutMs = CALL_TIMEOUT_MS,
): Promise<ApiResult> {
  const form = body instanceof FormData;
  try {
    const response = await doFetch(url, {
      method: 'POST',
      body: form ? body : JSON.stringify(body),
      ...(form ? {} : { headers: { 'content-type': 'application/json' } }),
      signal: AbortSignal.timeout(form ? timeoutMs * MEDIA_FACTOR : timeoutMs),
    });
    const read = answer.safeParse(await response.json());
    if (!response.ok || !read.success) return { is: 'unreachable', why: `HTTP ${response.status}` };
    return { is: 'answered', answer: read.data };
  } catch (thrown) {
    return { is: 'unreachable', why: reasonOf(thrown) };
  }
}

/** The server API of one self-built app: puts the token in and renews it when the platform turns it away. */
export class AppApi {
  readonly #options: ApiOptions;
  readonly #token: AccessToken;

  constructor(app: AppConfig, options: ApiOptions) {
    this.#options = options;
    this.#token = new AccessToken(
      `wecom:${app.corpId}:${app.agentId}`,
      options.tokens,
      () => this.#fetchToken(app),
      options.now,
    );
  }

  get #timeoutMs(): number {
    return this.#options.timeoutMs ?? CALL_TIMEOUT_MS;
  }

  async #fetchToken(app: AppConfig) {
    const query = new URLSearchParams({ corpid: app.corpId, corpsecret: app.secret });
    const response = await this.#options.fetch(`${this.#options.base}/cgi-bin/gettoken?${query}`, {
      signal: AbortSignal.timeout(this.#timeoutMs),
    });
    const read = tokenAnswer.parse(await response.json());
    if (read.errcode !== 0 || !read.access_token) throw new WecomApiError(read.errcode, read.errmsg);
    return { token: read.access_token, lifetimeMs: read.expires_in * 1000 };
  }

  #url(path: string, token: string, query: Readonly<Record<string, string>>): string {
    return `${this.#options.base}${path}?${new URLSearchParams({ access_token: token, ...query })}`;
  }

  /** Calls once, and once more with a new token where the first was turned away. */
  async call(path: string, body: unknown, query: Readonly<Record<string, string>> = {}): Promise<ApiResult> {
    let refused: string | undefined;
    for (;;) {
      let token: string;
      try {
        token = await this.#token.get(refused);
      } catch (thrown) {
        if (!(thrown instanceof WecomApiError)) return { is: 'unreachable', why: reasonOf(thrown) };
        return { is: 'answered', answer: { errcode: thrown.errcode, errmsg: thrown.message } };
      }
      const result = await post(this.#options.fetch, this.#url(path, token, query), body, this.#timeoutMs);
      if (result.is !== 'answered' || !STALE_TOKEN.has(result.answer.errcode) || refused !== undefined)
        return result;
      refused = token;
    }
  }

  /** Downloads a photo or file somebody sent, up to `maxBytes`. */
  async download(mediaId: string, maxBytes: number): Promise<Uint8Array> {
    let refused: string | undefined;
    for (;;) {
      const token = await this.#token.get(refused);
      const response = await this.#options.fetch(
        this.#url('/cgi-bin/media/get', token, { media_id: mediaId }),
        {
          signal: AbortSignal.timeout(this.#timeoutMs * MEDIA_FACTOR),
        },
      );
      const json = /json|text\/plain/u.test(response.headers.get('content-type') ?? '');
      if (response.ok && !json) return limited(response, maxBytes);
      const read = answer.safeParse(await response.json().catch(() => ({ errcode: response.status })));
      const errcode = read.success ? read.data.errcode : response.status;
      if (!STALE_TOKEN.has(errcode) || refused !== undefined) throw new WecomApiError(errcode, 'media/get');
      refused = token;
    }
  }
}

/** Reads a body, but stops at the first byte more than allowed. */
export async function limited(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw new WecomApiError(45001, `more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
