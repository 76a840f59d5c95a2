import type { OpenedPlatform, Opening } from '../platform.ts';
import type { WecomConfig } from './config.ts';
import { tokensInDatabase } from './database-tokens.ts';
import { type WecomOptions, wecomChannel } from './wecom.ts';

/** WeCom with tokens shared through the database. */
export async function openWecom(
  config: WecomConfig,
  opening: Opening,
  more: Pick<WecomOptions, 'openLink' | 'keepAlive'>,
): Promise<OpenedPlatform> {
  const tokens = await tokensInDatabase(opening);
  const channel = wecomChannel(config, { log: opening.log, tokens, ...more });
  return {
    channel,
    mount: { path: '/wecom', routes: channel.routes },
    state: () => ({ name: channel.name, ready: channel.ready?.() ?? true }),
  };
}
