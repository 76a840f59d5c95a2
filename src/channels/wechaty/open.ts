import type { OpenPlatform } from '../platform.ts';
import type { WechatyConfig } from './config.ts';
import { howToInstall, missingPackages, WechatyNotInstalled } from './packages.ts';

/** Loaded only when configured: the library takes a second and writes below the home folder. */
export const open: OpenPlatform<WechatyConfig> = async (config, { log, say }) => {
  const missing = missingPackages(config);
  if (missing.length > 0) throw new WechatyNotInstalled(howToInstall(missing));
  const { WechatyChannel } = await import('./wechaty.ts');
  const channel = new WechatyChannel(config, { log, show: say });
  return {
    channel,
    state: () => ({
      name: channel.name,
      ready: channel.ready(),
      login: { ...channel.status(), qr: channel.qr() },
    }),
  };
};
