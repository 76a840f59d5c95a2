import { Hono } from 'hono';
import { forwardNow } from '../../../db/base/forward-clock.ts';
import type { Capabilities, Channel, Outbound, Receive, Received, SendResult } from '../channel.ts';
import { type ChannelLog, reasonOf, silentLog } from '../channel-log.ts';
import { PersonQueue } from '../person-queue.ts';
import { sendReplies } from '../send-replies.ts';
import { isPlatformAddress } from './addresses.ts';
import { AppApi, CALL_TIMEOUT_MS, limited } from './api.ts';
import { appCallback } from './app-callback.ts';
import { AppSender } from './app-send.ts';
import { botCallback } from './bot-callback.ts';
import type { BotLink, BotLinkOptions } from './bot-link.ts';
import type { BotPicture } from './bot-message.ts';
import type { WecomConfig } from './config.ts';
import { decryptBytes } from './crypto.ts';
import { AppMedia } from './media.ts';
import { RobotSender } from './robot-send.ts';
import { memoryTokens, type TokenStore } from './token.ts';

const WECOM = 'wecom';

/** The platform's own limits: text of app and robot, pictures of a robot, a robot's and a member's rate. */
export const wecomCapabilities: Capabilities = {
  rooms: true,
  mention: true,
  image: true,
  file: true,
  maxTextBytes: 2048,
  maxImageBytes: 2 * 1024 * 1024,
  rate: { total: { count: 6000, perMs: 60_000 }, perReceiver: { count: 20, perMs: 60_000 } },
};

/** Larger photos than this are not taken in (the platform itself allows 10 MB). */
const MAX_PHOTO_BYTES = 20 * 1024 * 1024;
const PHOTO_TIMEOUT_MS = 30_000;

export interface WecomOptions {
  log?: ChannelLog;
  tokens?: TokenStore;
  fetch?: typeof fetch;
  now?: () => number;
  /** Measures spans; by itself it goes with `now` where that is given. */
  forward?: () => number;
  /** Keeps a Worker alive for work behind an answer; on Node the process lives anyway. */
  keepAlive?(work: Promise<unknown>): void;
  /** Shorter in tests. */
  deadlineMs?: number;
  timeoutMs?: number;
  /** Opens the bot's long connection; where it is missing (a Worker lives too short), only callbacks work. */
  openLink?(options: BotLinkOptions): BotLink;
}

/** The WeCom channel, with the addresses the platform calls (`/app` and `/bot`), to be mounted by the server. */
interface WecomChannel extends Channel {
  readonly routes: Hono;
}

/** Fetches a picture somebody sent to the bot and opens it with its own key, or else the callback's. */
async function pictureOf(
  picture: BotPicture,
  callbackKey: string | undefined,
  doFetch: typeof fetch,
): Promise<Uint8Array> {
  const response = await doFetch(picture.url, { signal: AbortSignal.timeout(PHOTO_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`HTTP ${response.status} for a picture`);
  const sealed = await limited(response, MAX_PHOTO_BYTES);
  const key = picture.aesKey ?? callbackKey;
  return key === undefined ? sealed : decryptBytes(key, sealed);
}

/** The ways out; each is null where it isn't configured. */
interface Ways {
  sender: AppSender | null;
  robots: RobotSender;
  link: BotLink | null;
}

async function sendBy(
  { sender, robots, link }: Ways,
  robotsOf: WecomConfig['robots'],
  message: Outbound,
): Promise<SendResult> {
  const { to } = message;
  if (to.kind === 'private') {
    if (sender) return sender.send(to.externalId, message);
    return link
      ? link.push(to.externalId, message.content)
      : { is: 'refused', why: 'neither app nor long connection' };
  }
  const robot = robotsOf.get(to.externalId);
  if (robot !== undefined) return robots.send(robot, message);
  return link ? link.push(to.externalId, message.content) : { is: 'refused', why: 'no robot for this room' };
}

/**
 * WeCom as one channel: a person is the same member in the app, in the bot and in a group, so one binding holds
 * everywhere. Private messages go out through the app (or the bot's long connection where there is no app),
 * messages to a group through that group's robot (or the bot's long connection).
 */
export function wecomChannel(config: WecomConfig, options: WecomOptions = {}): WecomChannel {
  const log = options.log ?? silentLog;
  const now = options.now ?? Date.now;
  // Spans are measured by a clock that doesn't go back when the machine's does.
  const forward = options.forward ?? options.now ?? forwardNow;
  // Bare, never as a method of something: workerd refuses a fetch with another `this`.
  const doFetch: typeof fetch = options.fetch ?? ((...request) => fetch(...request));
  const queue = new PersonQueue();
  const answers = new PersonQueue();
  const keepAlive = options.keepAlive ?? (() => {});
  const { app, bot } = config;
  let receive: Receive | null = null;

  const api =
    app &&
    new AppApi(app, {
      base: config.apiBase,
      fetch: doFetch,
      now,
      tokens: options.tokens ?? memoryTokens(),
      timeoutMs: options.timeoutMs ?? CALL_TIMEOUT_MS,
    });
  const sender = app && api && new AppSender(app, api, new AppMedia(api, now), forward);
  const robots = new RobotSender(config.apiBase, doFetch);

  const reply = (received: Received, takenAt: number) =>
    sendReplies({ capabilities: wecomCapabilities, send }, received, log, { now: forward, takenAt });
  const mayCall = (address: string) => isPlatformAddress(address, config.apiBase);
  const shared = {
    channel: WECOM,
    reply,
    queue,
    log,
    now,
    forward,
    receive: () => receive,
    fetchPicture: (picture: BotPicture) => {
      if (!mayCall(picture.url)) throw new Error('a picture does not lie at the platform');
      return pictureOf(picture, bot?.callback?.aesKey, doFetch);
    },
    mayCall,
    botName: bot?.name ?? null,
    keepAlive,
    behind: (person: string, work: () => Promise<void>) => {
      const failed = (thrown: unknown) =>
        log.error({ why: reasonOf(thrown) }, 'work behind an answer failed');
      keepAlive(answers.run(person, work).catch(failed));
    },
    ...(options.deadlineMs === undefined ? {} : { deadlineMs: options.deadlineMs }),
  };
  const link = (bot?.link && options.openLink?.({ ...shared, ...bot.link })) ?? null;

  const send = (message: Outbound): Promise<SendResult> =>
    sendBy({ sender, robots, link }, config.robots, message);

  const routes = new Hono();
  if (app && api) {
    const keys = { token: app.token, aesKey: app.aesKey, receiver: app.corpId };
    routes.route(
      '/app',
      appCallback({ ...shared, app, keys, download: (id) => api.download(id, MAX_PHOTO_BYTES) }),
    );
  }
  if (bot?.callback) {
    const keys = { ...bot.callback, receiver: '' };
    routes.route('/bot', botCallback({ ...shared, keys, fetch: doFetch }));
  }

  return {
    name: WECOM,
    capabilities: wecomCapabilities,
    routes,
    send,
    ready: () => sender !== null || config.robots.size > 0 || (link?.ready() ?? false),
    start: async (take) => {
      receive = take;
      if (bot?.link && !link) log.warn({}, 'the bot’s long connection can’t be held here');
      await link?.start();
    },
    stop: async () => {
      receive = null;
      await link?.stop();
      await queue.idle();
      await answers.idle();
    },
  };
}
