import { createHash, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type HttpBindings, type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';

/** What reached a person or a group. */
export interface Arrived {
  to: string;
  by: 'app' | 'robot' | 'bot';
  at: number;
  body: Record<string, unknown>;
}

interface Fault {
  path: RegExp;
  answer: { errcode: number; errmsg: string } | 'drop' | 'slow';
}

const CORP = 'wwcorp0123456789';

/** Limits of the real platform that the double keeps: robot texts, member texts, both per minute. */
const MAX_TEXT_BYTES = 2048;
const PER_MINUTE = { robot: 20, member: 30 };

/**
 * A local double of qyapi.weixin.qq.com: tokens that run out, sending, media, group robots, response addresses.
 * It refuses what the real one refuses, and can be told to fail.
 */
export class WecomPlatform {
  readonly corpId = CORP;
  readonly agentId = 1000002;
  readonly secret = 'app-secret';
  readonly robotKeys = new Set<string>(['robot-key-longcheng']);
  readonly members = new Set<string>();
  readonly arrived: Arrived[] = [];
  readonly media = new Map<string, { data: Uint8Array; type: string; name: string }>();
  readonly responseCodes = new Map<string, string>();
  tokenFetches = 0;
  /** Messages over a limit, and repetitions that were dropped. */
  readonly trouble = { overRate: 0, repeated: 0 };
  now: () => number = Date.now;
  #token: { value: string; until: number } | null = null;
  #faults: Fault[] = [];
  #seen = new Map<string, number>();
  #times = new Map<string, number[]>();
  #server: ServerType | null = null;

  /** The next call whose path matches fails this way. */
  failNext(path: RegExp, answer: Fault['answer']): void {
    this.#faults.push({ path, answer });
  }

  /** The platform withdraws its tokens before their time. */
  revokeTokens(): void {
    this.#token = null;
  }

  async open(): Promise<string> {
    const app = new Hono<{ Bindings: HttpBindings }>();
    app.use(async (c, next) => {
      const at = this.#faults.findIndex((fault) => fault.path.test(c.req.path));
      const fault = at < 0 ? undefined : this.#faults.splice(at, 1)[0];
      if (fault === undefined) return next();
      if (fault.answer === 'drop') {
        await next();
        c.env.incoming.socket.destroy();
        return;
      }
      if (fault.answer === 'slow') return new Promise<never>(() => {});
      return c.json(fault.answer);
    });
    app.get('/cgi-bin/gettoken', (c) => c.json(this.#issue(c.req.query('corpsecret'))));
    app.post('/cgi-bin/message/send', async (c) => c.json(this.#send(c.req.query(), await c.req.json())));
    app.post('/cgi-bin/media/upload', async (c) =>
      c.json(await this.#upload(c.req.query(), await c.req.formData())),
    );
    app.get('/cgi-bin/media/get', (c) => this.#download(c.req.query()));
    app.post('/cgi-bin/webhook/send', async (c) =>
      c.json(this.#robot(c.req.query('key') ?? '', await c.req.json())),
    );
    app.post('/cgi-bin/webhook/upload_media', async (c) => c.json(await this.#store(await c.req.formData())));
    app.post('/cgi-bin/aibot/response', async (c) =>
      c.json(this.#respond(c.req.query('response_code') ?? '', await c.req.json())),
    );
    app.get('/picture/:id', (c) => this.#picture(c.req.param('id')));
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    this.#server = server;
    await new Promise<void>((resolve) => server.once('listening', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  #issue(secret: string | undefined) {
    this.tokenFetches++;
    if (secret !== this.secret) return { errcode: 40001, errmsg: 'invalid credential' };
    if (this.#token === null || this.#token.until <= this.now()) {
      this.#token = { value: `token-${randomUUID()}`, until: this.now() + 7_200_000 };
    }
    return { errcode: 0, errmsg: 'ok', access_token: this.#token.value, expires_in: 7200 };
  }

  #tokenTrouble(query: Record<string, string>) {
    const given = query['access_token'];
    if (this.#token === null || given !== this.#token.value)
      return { errcode: 40014, errmsg: 'invalid access_token' };
    return this.#token.until <= this.now() ? { errcode: 42001, errmsg: 'access_token expired' } : null;
  }

  #tooMany(who: string, limit: number): boolean {
    const times = this.#times.get(who) ?? [];
    const recent = times.filter((at) => at > this.now() - 60_000);
    this.#times.set(who, recent);
    if (recent.length >= limit) this.trouble.overRate++;
    return recent.length >= limit;
  }

  #arrive(to: string, by: Arrived['by'], body: Record<string, unknown>): void {
    this.arrived.push({ to, by, at: this.now(), body });
    this.#times.set(to, [...(this.#times.get(to) ?? []), this.now()]);
  }

  #send(query: Record<string, string>, body: Record<string, unknown>) {
    const trouble = this.#tokenTrouble(query);
    if (trouble) return trouble;
    const to = String(body['touser']);
    if (body['agentid'] !== this.agentId)
      return { errcode: 301002, errmsg: 'not allow operate another agent' };
    if (!this.members.has(to))
      return { errcode: 81013, errmsg: 'user & party & tag all invalid', invaliduser: to };
    const wrong = this.#contentTrouble(body);
    if (wrong) return wrong;
    if (body['enable_duplicate_check'] === 1) {
      const { duplicate_check_interval: seconds, ...said } = body;
      const seen = this.#seen.get(JSON.stringify(said));
      if (seen !== undefined && seen > this.now() - Number(seconds ?? 1_800) * 1_000) {
        this.trouble.repeated++;
        return { errcode: 0, errmsg: 'ok', msgid: 'repeated' };
      }
      this.#seen.set(JSON.stringify(said), this.now());
    }
    // The real platform drops what is over a member's rate without a word; so does the double.
    if (this.#tooMany(to, PER_MINUTE.member)) return { errcode: 0, errmsg: 'ok', msgid: 'dropped' };
    this.#arrive(to, 'app', body);
    return { errcode: 0, errmsg: 'ok', msgid: randomUUID() };
  }

  #contentTrouble(body: Record<string, unknown>) {
    const type = String(body['msgtype']);
    const part = body[type] as Record<string, string> | undefined;
    if (part === undefined) return { errcode: 40008, errmsg: 'invalid message type' };
    if (type === 'text' && Buffer.byteLength(part['content'] ?? '') > MAX_TEXT_BYTES) {
      return { errcode: 45002, errmsg: 'content size out of limit' };
    }
    if ('media_id' in part && !this.media.has(part['media_id'] ?? ''))
      return { errcode: 40007, errmsg: 'invalid media_id' };
    return null;
  }

  #robot(key: string, body: Record<string, unknown>) {
    if (!this.robotKeys.has(key)) return { errcode: 93000, errmsg: 'invalid webhook url' };
    if (this.#tooMany(key, PER_MINUTE.robot)) return { errcode: 45009, errmsg: 'api freq out of limit' };
    const wrong = this.#contentTrouble(body);
    if (wrong) return wrong;
    if (body['msgtype'] === 'image') {
      const { base64, md5 } = body['image'] as { base64: string; md5: string };
      const data = Buffer.from(base64, 'base64');
      if (data.length > 2 * 1024 * 1024) return { errcode: 40009, errmsg: 'invalid image size' };
      if (createHash('md5').update(data).digest('hex') !== md5)
        return { errcode: 301019, errmsg: 'media md5 not match' };
    }
    this.#arrive(key, 'robot', body);
    return { errcode: 0, errmsg: 'ok' };
  }

  #respond(code: string, body: Record<string, unknown>) {
    const to = this.responseCodes.get(code);
    if (to === undefined) return { errcode: 846604, errmsg: 'response code used or unknown' };
    this.responseCodes.delete(code);
    this.#arrive(to, 'bot', body);
    return { errcode: 0, errmsg: 'ok' };
  }

  async #upload(query: Record<string, string>, form: FormData) {
    return this.#tokenTrouble(query) ?? this.#store(form, query['type']);
  }

  async #store(form: FormData, type = 'file') {
    const file = form.get('media');
    if (!(file instanceof File)) return { errcode: 44001, errmsg: 'empty media data' };
    const id = `media-${randomUUID()}`;
    this.media.set(id, { data: new Uint8Array(await file.arrayBuffer()), type: file.type, name: file.name });
    return { errcode: 0, errmsg: 'ok', type, media_id: id, created_at: '1380000000' };
  }

  #download(query: Record<string, string>): Response {
    const trouble = this.#tokenTrouble(query);
    if (trouble) return Response.json(trouble);
    return this.#picture(query['media_id'] ?? '');
  }

  #picture(id: string): Response {
    const found = this.media.get(id);
    if (!found) return Response.json({ errcode: 40007, errmsg: 'invalid media_id' });
    return new Response(Uint8Array.from(found.data), { headers: { 'content-type': found.type } });
  }
}
