import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { offlineFiles } from '../../src/site/offline-routes.ts';

const folder = join(import.meta.dirname, '../../src/http/assets');

/** A module of the page with all it imports, by file name. */
function needed(name: string, known = new Set<string>()): Set<string> {
  if (known.has(name)) return known;
  known.add(name);
  const code = readFileSync(join(folder, name), 'utf8');
  for (const [, other = ''] of code.matchAll(/from '\.\/([\w-]+\.js)'/gu)) needed(other, known);
  return known;
}

it('every module the chat page needs is kept on the phone: one that lacks keeps the page from opening', () => {
  const kept = new Set<string>(offlineFiles);
  expect([...needed('chat.js')].filter((name) => !kept.has(name))).toEqual([]);
});
