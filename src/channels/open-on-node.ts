import type { OpenedPlatform, Opening, OpenPlatform } from './platform.ts';
import { configurable, type PlatformConfigs } from './platforms.ts';

/** Opens the configured platforms; their warnings are told first. */
export async function openPlatformsOnNode(
  configs: { readonly [Name in keyof PlatformConfigs]: PlatformConfigs[Name] },
  opening: Opening,
): Promise<OpenedPlatform[]> {
  const opened: OpenedPlatform[] = [];
  for (const { name, warning } of configurable) {
    const config = configs[name as keyof PlatformConfigs];
    if (config === null) continue;
    if (warning !== undefined) opening.say(warning);
    // Loaded only when it is used. The folder's open.ts takes what the folder's variables were read as.
    const { open } = (await import(`./${name}/open.ts`)) as { open: OpenPlatform<typeof config> };
    opened.push(await open(config, opening));
  }
  return opened;
}
