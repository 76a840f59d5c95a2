import type { WSClient, WsFrame } from '@wecom/aibot-node-sdk';
import { z } from 'zod';
import type { Content, Outbound, Receive, Received, SendResult } from '../channel.ts';
import { type ChannelLog, reasonOf } from '../channel-log.ts';
import type { PersonQueue } from '../person-queue.ts';
import { SEND_WITHIN_MS } from '../send-replies.ts';
import { memberId } from './app-message.ts';
import { merged } from './bot-callback.ts';
import {
  asMarkdown,
  type BotMessage,
  botInbound,
  botMessage,
  type FetchPicture,
  roomOf,
} from './bot-message.ts';
import { joined, partedOf, picturesOf } from './bot-reply.ts';
import { resultOf, unreachable } from './errcode.ts';

/** Wait this long after the platform turned the bot away, or gave its only connection to another process. */
const STANDBY_MS = 10 * 60 * 1000;

/** Apps and robots may well work while the bot does not: only what must go this way waits. */
const NOT_CONNECTED: SendResult = {
  is: 'retry',
  afterMs: 10_000,
  why: 'the bot is not connected',
  fault: 'route',
};

const refusal = z.looseObject({ errcode: z.number(), errmsg: z.string().default('') });

export interface BotLinkOptions {
  botId: string;
  secret: string;
  url: string;
  botName: string | null;
  channel: string;
  queue: PersonQueue;
  log: ChannelLog;
  now: () => number;
  /** To measure spans by: never goes back. */
  forward: () => number;
  receive(): Receive | null;
  fetchPicture: FetchPicture;
  /** Sends what the answer to a message can't hold, each to whom it is for, and marks it all sent. */
  reply(received: Received, takenAt: number): Promise<void>;
  /** Shorter in tests. */
  reconnectMs?: number;
  heartbeatMs?: number;
  standbyMs?: number;
}

/** What a rejected frame means; a connection that broke before the receipt leaves it unknown. */
function failureOf(thrown: unknown): SendResult {
  const read = refusal.safeParse(thrown);
  return read.success && read.data.errcode !== 0
    ? resultOf(read.data.errcode, read.data.errmsg)
    : unreachable(reasonOf(thrown));
}

/**
 * The bot's long connection by the platform's own SDK: no public address needed. The platform keeps one
 * connection per bot, so a second process that connects takes over and the first stands by.
 */
export class BotLink {
  readonly #options: BotLinkOptions;
  #client: WSClient | null = null;
  #authenticated = false;
  #standby: ReturnType<typeof setTimeout> | undefined;

  constructor(options: BotLinkOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { WSClient } = await import('@wecom/aibot-node-sdk');
    const { botId, secret, url, log, reconnectMs = 1_000, heartbeatMs = 30_000 } = this.#options;
    const client = new WSClient({
      botId,
      secret,
      wsUrl: url,
      reconnectInterval: reconnectMs,
      heartbeatInterval: heartbeatMs,
      maxReconnectAttempts: -1,
      // The SDK's lines quote whole frames, with what people said: only that something happened is kept.
      logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    });
    client.on('authenticated', () => {
      this.#authenticated = true;
      log.info({}, 'the bot is connected');
    });
    client.on('disconnected', () => {
      this.#authenticated = false;
    });
    client.on('error', (error) => {
      log.warn({ why: reasonOf(error) }, 'the bot’s connection failed');
      if ('code' in error && error.code === 'WS_AUTH_FAILURE_EXHAUSTED') this.#standBy();
    });
    client.on('event.disconnected_event', () => {
      log.warn({}, 'another process has taken over the bot’s connection');
      this.#standBy();
    });
    client.on('message', (frame) => this.#take(frame));
    client.on('event', (frame) => this.#take(frame));
    this.#client = client;
    client.connect();
  }

  ready(): boolean {
    return this.#authenticated;
  }

  async stop(): Promise<void> {
    clearTimeout(this.#standby);
    this.#client?.removeAllListeners();
    this.#client?.disconnect();
    this.#client = null;
    this.#authenticated = false;
  }

  /** Sends into a chat in which somebody has spoken to the bot before; `chat` is a user id or a group's id. */
  async push(chat: string, content: Content): Promise<SendResult> {
    const client = this.#client;
    if (client === null || !this.#authenticated) return NOT_CONNECTED;
    try {
      if (content.type === 'text') {
        const markdown = { content: content.markdown ?? asMarkdown(content.text) };
        await client.sendMessage(chat, { msgtype: 'markdown', markdown });
      } else {
        const { media_id } = await client.uploadMedia(Buffer.from(content.data), {
          type: content.type,
          filename: content.name,
        });
        await client.sendMediaMessage(chat, content.type, media_id);
      }
      return { is: 'sent' };
    } catch (thrown) {
      return failureOf(thrown);
    }
  }

  #standBy(): void {
    clearTimeout(this.#standby);
    this.#standby = setTimeout(() => {
      this.#client?.disconnect();
      this.#client?.connect();
    }, this.#options.standbyMs ?? STANDBY_MS);
    this.#standby.unref?.();
  }

  #take(frame: WsFrame<unknown>): void {
    const { log, queue, receive } = this.#options;
    const read = botMessage.safeParse(frame.body);
    const take = receive();
    if (!read.success || take === null) {
      log.warn({ readable: read.success }, 'a frame of the bot was passed over');
      return;
    }
    queue
      .run(memberId(read.data.from.userid), () => this.#answer(frame, read.data, take))
      .catch((thrown) => log.error({ why: reasonOf(thrown) }, 'a message was not taken in'));
  }

  async #answer(frame: WsFrame<unknown>, message: BotMessage, receive: Receive): Promise<void> {
    const { channel, botName, now, forward, fetchPicture, log } = this.#options;
    const inbound = await botInbound(message, { channel, botName, now: now(), fetchPicture });
    const taken = [];
    for (const one of inbound) taken.push(await receive(one));
    const received = merged(taken);
    if (received === null || received.repeated) return;
    const takenAt = received.committedAt ?? forward();
    const { here, apart } = partedOf(message, received.replies);
    if (here.length > 0) {
      const result = await this.#reply(frame, message, here, takenAt);
      if (result.is !== 'sent') {
        log.warn({ result: result.is, why: result.why }, 'a reply was left to the delivery loop');
        return;
      }
    }
    await this.#options.reply({ replies: apart, sent: received.sent }, takenAt);
  }

  /** As the answer to the message itself, or, once its request id is gone, as a message to the same chat. */
  async #reply(
    frame: WsFrame<unknown>,
    message: BotMessage,
    replies: readonly Outbound[],
    takenAt: number,
  ): Promise<SendResult> {
    const client = this.#client;
    if (this.#options.forward() - takenAt > SEND_WITHIN_MS) return unreachable('too late');
    if (client === null) return unreachable('stopped');
    try {
      await client.replyStream(frame, message.msgid, joined(replies), true, picturesOf(replies));
      return { is: 'sent' };
    } catch (thrown) {
      const result = failureOf(thrown);
      const gone = result.is === 'retry' && /^84660[58] /u.test(result.why);
      if (!gone) return result;
      return this.#pushAll(roomOf(message) ?? message.from.userid, replies);
    }
  }

  async #pushAll(chat: string, replies: readonly Outbound[]): Promise<SendResult> {
    const text = joined(replies);
    const said: Content[] = text === '' ? [] : [{ type: 'text', text, markdown: text }];
    const pictures = replies.flatMap(({ content }) => (content.type === 'image' ? [content] : []));
    for (const content of [...said, ...pictures]) {
      const result = await this.push(chat, content);
      if (result.is !== 'sent') return result;
    }
    return { is: 'sent' };
  }
}

/** The bot's long connection, not yet opened. */
export function openBotLink(options: BotLinkOptions): BotLink {
  return new BotLink(options);
}
