import type { OpenedPlatform, Opening } from './platform.ts';
import type { PlatformConfigs } from './platforms.ts';
import { openWecom } from './wecom/open-shared.ts';

/** Opens the configured platforms that a Worker can run. */
export async function openPlatformsOnWorkers(
  { wecom }: Pick<PlatformConfigs, 'wecom'>,
  opening: Opening & Required<Pick<Opening, 'keepAlive'>>,
): Promise<OpenedPlatform[]> {
  return wecom === null ? [] : [await openWecom(wecom, opening, { keepAlive: opening.keepAlive })];
}
