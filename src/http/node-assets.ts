import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Asset, type Assets, assetType } from './assets.ts';

/** The pages' files from src/http/assets, read once. */
export function assetsFromDisk(): Assets {
  const folder = join(import.meta.dirname, 'assets');
  const files = new Map<string, Asset>();
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    const type = assetType(name);
    if (type === undefined) continue;
    const body = readFileSync(join(folder, name), 'utf8');
    hash.update(name).update(body);
    files.set(name, { body, type });
  }
  return {
    version: hash.digest('hex').slice(0, 12),
    read: (name) => Promise.resolve(files.get(name)),
    isCompressedBehind: false,
  };
}
