import { findPackageJSON } from 'node:module';
import type { WechatyConfig } from './config.ts';

/** What the channel is made of. An install that doesn't use it leaves these out; one command brings them in. */
const own = ['wechaty', 'wechaty-puppet', 'file-box'];

/** The channel is set up, but its packages aren't there; the message says which command brings them in. */
export class WechatyNotInstalled extends Error {}

/** Packages the configured channel needs and doesn't find. */
export function missingPackages({ puppet }: Pick<WechatyConfig, 'puppet'>): string[] {
  return [...new Set([...own, puppet])].filter((name) => !isThere(name));
}

/** What to do about packages that are missing, in one sentence. */
export function howToInstall(missing: readonly string[]): string {
  const foreign = missing.filter((name) => !own.includes(name) && name !== 'wechaty-puppet-service');
  const commands = [
    ...(missing.length > foreign.length ? ['npm run wechaty'] : []),
    ...foreign.map((name) => `npm install --no-save ${name}`),
  ];
  return `微信通道的程序包还没装：${missing.join('、')}。请先运行 ${commands.join('，再运行 ')}`;
}

function isThere(name: string): boolean {
  try {
    return findPackageJSON(name, import.meta.url) !== undefined;
  } catch {
    // Node says by throwing that there is no such package.
    return false;
  }
}
