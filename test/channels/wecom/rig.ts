import type { BotLinkOptions } from '../../../src/channels/wecom/bot-link.ts';
import { BotLink } from '../../../src/channels/wecom/bot-link.ts';
import type { WecomConfig } from '../../../src/channels/wecom/config.ts';
import { memoryTokens, type TokenStore } from '../../../src/channels/wecom/token.ts';
import { type WecomOptions, wecomChannel } from '../../../src/channels/wecom/wecom.ts';
import type { Place, Platform, Seen } from '../contract.ts';
import {
  type AppSaid,
  appCall,
  appXml,
  botCall,
  type Door,
  deliver,
  freshId,
  newAesKey,
  passiveAnswer,
} from './caller.ts';
import { WecomPlatform } from './platform.ts';

export interface WecomRig extends Platform {
  channel: ReturnType<typeof wecomChannel>;
  platform: WecomPlatform;
  config: WecomConfig;
  appDoor: Door;
  botDoor: Door;
  tokens: TokenStore;
  /** One callback of the app, delivered until it is answered; gives the number of attempts. */
  app(said: AppSaid): Promise<{ attempts: number; last: Response }>;
  /** One callback of the bot; gives the passive answer. */
  bot(message: Record<string, unknown>): Promise<Record<string, unknown> | null>;
  fetch(request: Request): Promise<Response>;
}

const HOST = 'http://ruhu.test';

function textOf(body: Record<string, unknown>): Seen['content'] {
  const type = String(body['msgtype']);
  const part = body[type] as { content?: string } | undefined;
  if (part?.content !== undefined) return { type: 'text', text: part.content };
  return { type: type === 'image' ? 'image' : 'file' };
}

/** The channel against the platform's double, the callbacks going straight into its routes. */
export async function wecomRig(
  options: WecomOptions & { link?: Partial<BotLinkOptions>; config?: Partial<WecomConfig> } = {},
): Promise<WecomRig> {
  const platform = new WecomPlatform();
  if (options.now) platform.now = options.now;
  const apiBase = await platform.open();
  for (const name of ['zhang', 'li', 'wang']) platform.members.add(name);
  const appDoor: Door = { token: 'app-token', aesKey: newAesKey(), receiver: platform.corpId };
  const botDoor: Door = { token: 'bot-token', aesKey: newAesKey(), receiver: '' };
  const { corpId, agentId, secret } = platform;
  const config: WecomConfig = {
    apiBase,
    app: { corpId, agentId, secret, token: appDoor.token, aesKey: appDoor.aesKey },
    bot: { name: '入户助手', callback: { token: botDoor.token, aesKey: botDoor.aesKey }, link: null },
    robots: new Map([['room-pushes', 'robot-key-longcheng']]),
    ...options.config,
  };
  const tokens = options.tokens ?? memoryTokens();
  const openLink = (base: BotLinkOptions) => new BotLink({ ...base, ...options.link });
  const channel = wecomChannel(config, { openLink, ...options, tokens });
  const reach = async (request: Request): Promise<Response> => channel.routes.fetch(request);

  const app = (said: AppSaid) =>
    deliver(reach, () => appCall(appDoor, `${HOST}/app`, appXml(corpId, agentId, said)));
  const bot = async (message: Record<string, unknown>) => {
    const { last } = await deliver(reach, () => botCall(botDoor, `${HOST}/bot`, message));
    const answer = await passiveAnswer(botDoor, last);
    if (answer)
      platform.arrived.push({ to: String(message['chatid'] ?? 'private'), by: 'bot', at: 0, body: answer });
    return answer;
  };

  const inRoom = async (from: string, text: string, place: Place, id: string) => {
    const code = freshId();
    platform.responseCodes.set(code, place.room);
    await bot({
      msgid: id,
      aibotid: 'AIBOT',
      chatid: place.room,
      chattype: 'group',
      from: { userid: from },
      response_url: `${apiBase}/cgi-bin/aibot/response?response_code=${code}`,
      msgtype: 'text',
      text: { content: `@入户助手 ${text}` },
    });
  };

  return {
    channel,
    platform,
    config,
    appDoor,
    botDoor,
    tokens,
    app,
    bot,
    fetch: reach,
    say: async (from, text, place) => {
      const id = freshId();
      const hand = async () => {
        if (place) await inRoom(from, text, place, id);
        else await app({ from, id, text });
      };
      await hand();
      return { again: hand };
    },
    photo: async (from, data) => {
      const mediaId = `photo-${freshId()}`;
      platform.media.set(mediaId, { data, type: 'image/png', name: 'p.png' });
      await app({ from, id: freshId(), mediaId });
    },
    seen: () =>
      platform.arrived.map(({ to, by, body }) => ({
        to: { kind: by === 'app' ? 'private' : 'room', externalId: to },
        content: textOf(body),
      })),
    close: async () => {
      await channel.stop();
      await platform.close();
    },
  };
}
