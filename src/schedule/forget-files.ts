import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from './jobs.ts';

const keepMs = 30 * 86_400_000;

/** Pictures that `ruhu tick` wrote into the data folder go after 30 days. Files an operator exported are his. */
export function forgetFiles(dataDir: string): Job {
  return {
    name: 'forgetFiles',
    cron: '37 3 * * *',
    run: async () => {
      const folder = join(dataDir, 'pictures');
      // None was ever written.
      const names = await readdir(folder).catch(() => []);
      for (const name of names) {
        const path = join(folder, name);
        if (Date.now() - (await stat(path)).mtimeMs > keepMs) await rm(path, { force: true });
      }
    },
  };
}
