import type { OpenPlatform } from '../platform.ts';
import { openBotLink } from './bot-link.ts';
import type { WecomConfig } from './config.ts';
import { openWecom } from './open-shared.ts';

/** With the bot's long connection, which needs a process that stays. */
export const open: OpenPlatform<WecomConfig> = (config, opening) =>
  openWecom(config, opening, { openLink: openBotLink });
