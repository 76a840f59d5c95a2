import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { longPatternsLeft, sharedNamesLeft } from './laws-left.ts';

/**
 * Laws of the house that the code doesn't keep everywhere yet. What breaks one stands in laws-left.ts, lists that may
 * only shrink: a new breach fails here, and so does a line that is no longer needed.
 */
const root = resolve(import.meta.dirname, '..');

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const texts = new Map(
  ['conversations', 'db', 'src']
    .flatMap(sourcesBelow)
    .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
);

const longest = 120;
const pattern = /(?<![\w)\]/*])\/(?![/*])((?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\\\n[])+)\/[a-z]*/g;

/** Files with the number of their patterns that are too long to review. */
function longPatterns(): Record<string, number> {
  const counts = [...texts].map(([path, text]): [string, number] => [
    path,
    [...text.matchAll(pattern)].filter(([, body = '']) => body.length > longest).length,
  ]);
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}

const exported = /^export (?:async )?(?:abstract )?(?:function\*?|const|class|interface|type) (\w+)/gm;

/** Names that more than one file exports. What open.ts and examine.ts of a platform export is a convention. */
function sharedNames(): string[] {
  const owners = new Map<string, Set<string>>();
  for (const [path, text] of texts) {
    if (/^src\/channels\/\w+\/(?:open|examine)\.ts$/.test(path)) continue;
    for (const [, name = ''] of text.matchAll(exported))
      owners.set(name, (owners.get(name) ?? new Set()).add(path));
  }
  return [...owners]
    .filter(([, files]) => files.size > 1)
    .map(([name]) => name)
    .sort();
}

describe('laws of the house', () => {
  it(`no pattern is longer than ${longest} characters`, () => {
    expect(longPatterns()).toEqual(longPatternsLeft);
  });

  it('no two files export one name', () => {
    expect(sharedNames()).toEqual(sharedNamesLeft);
  });
});
