import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { visitStatuses } from '../conversations/contract/session.ts';
import { leadStages } from '../conversations/leads/lead.ts';
import { problemStatuses } from '../conversations/problems/states.ts';
import { forTestsAlone, longPatternsLeft, sharedNamesLeft } from './laws-left.ts';

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

/** Lists of states: what two or more of them mean together is said by their noun alone. */
const states: Readonly<Record<string, { names: readonly string[]; saidBy: readonly string[] }>> = {
  problem: { names: problemStatuses, saidBy: ['conversations/problems/states.ts'] },
  // A self-check's own states are two of a visit's.
  visit: { names: visitStatuses, saidBy: ['conversations/contract/session.ts', 'db/self-checks/table.ts'] },
  // A word may mean two stages: 公示 before and while it hangs.
  lead: {
    names: leadStages,
    saidBy: ['conversations/leads/lead.ts', 'conversations/inquiry/words/states.ts'],
  },
  tally: { names: ['S', 'V', 'R', 'D', 'N', 'F'], saidBy: ['db/facts/visits.ts'] },
};

const bracketed = /[([]\s*('\w+'(?:,\s*'\w+')+),?\s*[)\]]/g;

/** Lists of states outside the file that says them: `file: 'open', 'assigned'`. */
function statesListed(): string[] {
  return [...texts].flatMap(([path, text]) =>
    [...text.matchAll(bracketed)].flatMap(([, list = '']) => {
      const named = new Set(list.split(/,\s*/).map((name) => name.slice(1, -1)));
      const isSaidTwice = Object.values(states).some(
        ({ names, saidBy }) =>
          named.size > 1 && !saidBy.includes(path) && [...named].every((name) => names.includes(name)),
      );
      return isSaidTwice ? [`${path}: ${list}`] : [];
    }),
  );
}

const namedImports =
  /(?:import|export)\s+(?:type\s+)?(?:\w+,\s*)?\{([^{}]*)\}\s+from|\{([^{}]*)\}\s*=\s*await import\(|\(await import\([^()]*\)\)\.(\w+)/g;

/** Names that some file imports, by `import { … }` or when it is needed. */
function importedNames(): Set<string> {
  return new Set(
    [...texts.values()].flatMap((text) =>
      [...text.matchAll(namedImports)].flatMap(([, atOnce = '', later = '', one = '']) =>
        `${atOnce},${later},${one}`.split(',').map(
          (name) =>
            name
              .trim()
              .replace(/^type /, '')
              .split(/ as |:/)[0] ?? '',
        ),
      ),
    ),
  );
}

/**
 * Exports that no file of the program imports. Tables are found by the migrations; open.ts and examine.ts of a platform
 * by the platform; what the contract declares is filled in by others; the older reader of words goes as a whole.
 */
function idleExports(): string[] {
  const imported = importedNames();
  const isFoundOtherwise =
    /^src\/channels\/\w+\/(?:open|examine)\.ts$|table\.ts$|^conversations\/(?:contract|understanding)\/|^src\/worker\/worker\.ts$/;
  return [...texts]
    .filter(([path]) => !isFoundOtherwise.test(path))
    .flatMap(([path, text]) =>
      [...text.matchAll(exported)].flatMap(([, name = '']) =>
        imported.has(name) ? [] : [`${path} ${name}`],
      ),
    )
    .sort();
}

describe('laws of the house', () => {
  it(`no pattern is longer than ${longest} characters`, () => {
    expect(longPatterns()).toEqual(longPatternsLeft);
  });

  it('which states mean what is said once, by their noun', () => {
    expect(statesListed()).toEqual([]);
  });

  it('nothing is exported that only tests import, but for what is named', () => {
    expect(idleExports()).toEqual(forTestsAlone);
  });

  it('no two files export one name', () => {
    expect(sharedNames()).toEqual(sharedNamesLeft);
  });
});
