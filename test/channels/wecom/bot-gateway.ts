import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

interface Frame {
  cmd?: string;
  headers: { req_id: string };
  body?: Record<string, unknown>;
}

/** A local double of openws.work.weixin.qq.com: one live connection per bot, receipts, pushes, uploads. */
export class BotGateway {
  readonly botId = 'bot-1';
  secret = 'bot-secret';
  /** Frames with something to show: replies, pushes. */
  readonly received: Frame[] = [];
  readonly uploaded: string[] = [];
  subscriptions = 0;
  pings = 0;
  /** Replies to these commands are turned away once with this code. */
  refuseNext: { cmd: string; errcode: number } | null = null;
  #server: WebSocketServer | null = null;
  #live: WebSocket | null = null;
  #port = 0;

  async open(): Promise<string> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: this.#port });
    this.#server = server;
    server.on('connection', (socket) => {
      socket.on('message', (data) => this.#hear(socket, JSON.parse(String(data))));
    });
    await new Promise<void>((resolve) => server.once('listening', resolve));
    this.#port = (server.address() as AddressInfo).port;
    return `ws://127.0.0.1:${this.#port}`;
  }

  /** Dies without a farewell; `open` brings it back on the same port. */
  async die(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    for (const client of server.clients) client.terminate();
    this.#live = null;
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  /** Somebody says something to the bot. */
  say(body: Record<string, unknown>, cmd = 'aibot_msg_callback'): string {
    const reqId = randomUUID();
    this.#live?.send(
      JSON.stringify({
        cmd,
        headers: { req_id: reqId },
        body: { msgid: randomUUID(), aibotid: this.botId, ...body },
      }),
    );
    return reqId;
  }

  get connected(): boolean {
    return this.#live !== null;
  }

  #hear(socket: WebSocket, frame: Frame): void {
    const receipt = (errcode: number, body?: unknown) =>
      socket.send(
        JSON.stringify({ headers: frame.headers, errcode, errmsg: errcode === 0 ? 'ok' : 'refused', body }),
      );
    if (frame.cmd === 'aibot_subscribe') return this.#subscribe(socket, frame, receipt);
    const refusal = this.refuseNext;
    if (refusal !== null && refusal.cmd === frame.cmd) {
      this.refuseNext = null;
      return receipt(refusal.errcode);
    }
    if (frame.cmd === 'ping') {
      this.pings++;
      return receipt(0);
    }
    if (frame.cmd === 'aibot_upload_media_init') return receipt(0, { upload_id: 'upload-1' });
    if (frame.cmd === 'aibot_upload_media_chunk') {
      this.uploaded.push(String(frame.body?.['base64_data']));
      return receipt(0);
    }
    if (frame.cmd === 'aibot_upload_media_finish')
      return receipt(0, { type: 'image', media_id: 'media-1', created_at: '1' });
    this.received.push(frame);
    receipt(0);
  }

  #subscribe(socket: WebSocket, frame: Frame, receipt: (errcode: number) => void): void {
    this.subscriptions++;
    if (frame.body?.['bot_id'] !== this.botId || frame.body?.['secret'] !== this.secret)
      return receipt(853000);
    if (this.#live !== null && this.#live !== socket) {
      this.say(
        { msgtype: 'event', from: { userid: 'system' }, event: { eventtype: 'disconnected_event' } },
        'aibot_event_callback',
      );
      this.#live.close();
    }
    this.#live = socket;
    socket.once('close', () => {
      if (this.#live === socket) this.#live = null;
    });
    receipt(0);
  }
}
