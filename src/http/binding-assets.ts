import { type Assets, assetType } from './assets.ts';

/** What a Worker's static assets binding offers. */
export interface AssetBinding {
  fetch(request: Request): Promise<Response>;
}

/** The pages' files through a Worker's binding to the folder src/http/assets; `version` is the deployment's. */
export function assetsFromBinding(binding: AssetBinding, version: string): Assets {
  return {
    version,
    read: async (name) => {
      const type = assetType(name);
      if (type === undefined) return undefined;
      const response = await binding.fetch(new Request(`https://assets.local/${encodeURIComponent(name)}`));
      return response.ok ? { body: await response.text(), type } : undefined;
    },
  };
}
