import { type Assets, assetType } from '../http/assets.ts';
import type { Bindings } from './bindings.ts';

/** The pages' files from the assets that were deployed with the program; a new deployment is a new version. */
export function assetsFromBinding({ ASSETS, CF_VERSION_METADATA }: Bindings, version: string): Assets {
  return {
    version: (CF_VERSION_METADATA?.id ?? version).slice(0, 12),
    isCompressedBehind: true,
    read: async (name) => {
      const type = assetType(name);
      if (type === undefined || !/^[\w.-]+$/u.test(name)) return undefined;
      const response = await ASSETS.fetch(new Request(`https://assets.invalid/${name}`));
      return response.ok ? { body: await response.text(), type } : undefined;
    },
  };
}
