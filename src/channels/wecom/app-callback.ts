import type { Hono } from 'hono';
import type { Inbound, Received } from '../channel.ts';
import {
  type AppMessage,
  contentOf,
  encryptedOf,
  isFor,
  memberId,
  messageIdOf,
  readAppMessage,
} from './app-message.ts';
import { type CallbackOptions, callbackRoutes } from './callback-routes.ts';

interface AppCallbackOptions extends CallbackOptions {
  /** Messages to another app are not taken in. */
  app: { corpId: string; agentId: number };
  channel: string;
  download(mediaId: string): Promise<Uint8Array>;
  /** Sends the replies; runs after the callback has been answered. */
  reply(received: Received, takenAt: number): Promise<void>;
}

async function inboundOf(message: AppMessage, options: AppCallbackOptions): Promise<Inbound | null> {
  const content = await contentOf(message, options.download);
  if (content === null) return null;
  return {
    channel: options.channel,
    messageId: await messageIdOf(message),
    // The time a message brings along may lie behind, never ahead: it ends no lock before its time.
    at: Math.min(message.CreateTime * 1000, options.now()),
    from: { externalId: memberId(message.FromUserName) },
    chat: { kind: 'private' },
    content,
  };
}

/**
 * The address the platform calls for a self-built app. A callback is answered with an empty 200 only after the
 * message has been claimed for good; replies then go out by the API.
 */
export function appCallback(options: AppCallbackOptions): Hono {
  return callbackRoutes<AppMessage, void>(options, {
    name: 'the app',
    sealedIn: encryptedOf,
    read: (opened) => {
      const message = readAppMessage(opened);
      if (isFor(message, options.app)) return message;
      options.log.warn({}, 'a callback was for another app');
      return null;
    },
    personOf: ({ FromUserName }) => memberId(FromUserName),
    take: async (message, receive) => {
      const inbound = await inboundOf(message, options);
      if (inbound === null) return;
      const received = await receive(inbound);
      const takenAt = received.committedAt ?? options.forward();
      options.behind(inbound.from.externalId, () => options.reply(received, takenAt));
    },
    answer: (c) => c.body(null, 200),
  });
}
