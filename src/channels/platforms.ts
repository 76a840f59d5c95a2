import type { z } from 'zod';
import type { Platform } from './platform.ts';
import { terminalPlatform } from './terminal/platform.ts';
import { webPlatform } from './web/platform.ts';
import { wechatyPlatform } from './wechaty/platform.ts';
import { wecomPlatform } from './wecom/platform.ts';

/** Every platform, in the order people are told of them. */
const platforms = {
  wechaty: wechatyPlatform,
  wecom: wecomPlatform,
  web: webPlatform,
  terminal: terminalPlatform,
} as const satisfies Readonly<Record<string, Platform>>;

type Platforms = typeof platforms;

/** Those that are configured by variables. */
type Configured = {
  [Name in keyof Platforms]: Platforms[Name] extends { env: unknown } ? Name : never;
}[keyof Platforms];

/** What the environment says of each; null = not configured. */
export type PlatformConfigs = {
  [Name in Configured]: Platforms[Name]['env'] extends { schema: infer Schema extends z.ZodType }
    ? z.output<Schema>
    : never;
};

/** The platforms that have variables, by name. */
export const configurable = Object.values<Platform>(platforms).flatMap((platform) =>
  platform.env === undefined ? [] : [{ ...platform, env: platform.env }],
);

/** A channel's name as people know it. */
export function labelOf(channel: string): string {
  return (
    Object.values<Platform>(platforms).find(({ name, rooms }) => name === channel || channel in rooms)
      ?.label ?? channel
  );
}

/** The words that a list of groups has for each channel. */
export const roomChannels: Readonly<Record<string, readonly string[]>> = Object.assign(
  {},
  ...Object.values<Platform>(platforms).map(({ rooms }) => rooms),
);
