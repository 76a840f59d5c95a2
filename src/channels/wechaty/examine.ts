import type { Examine } from '../platform.ts';
import { UNOFFICIAL_WARNING, type WechatyConfig } from './config.ts';
import { howToInstall, missingPackages } from './packages.ts';

/** Are its packages there? */
export const examine: Examine<WechatyConfig> = (config) => {
  const missing = missingPackages(config);
  const what = '微信（wechaty）';
  return Promise.resolve([
    missing.length > 0
      ? { what, is: 'broken', says: howToInstall(missing) }
      : { what, is: 'watch', says: `配置齐全。${UNOFFICIAL_WARNING}` },
  ]);
};
