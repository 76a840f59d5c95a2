import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'migrations' ? [] : filesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const layers = ['conversations', 'db', 'src'] as const;
const files = [...layers, 'test'].flatMap(filesBelow);
const textOf = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

/** Every import and re-export, types included; a path for our own files, a bare name for packages. */
function importsOf(file: string): string[] {
  const text = textOf.get(file) ?? '';
  const found = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*['"]([^'"]+)['"]/g)].map(
    (m) => m[1] ?? '',
  );
  const bare = [...text.matchAll(/(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g)].map((m) => m[1] ?? '');
  const dynamic = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)].map((m) => m[1] ?? '');
  return [...found, ...bare, ...dynamic];
}

function target(file: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? relative(root, resolve(root, dirname(file), specifier)) : undefined;
}

describe('the house', () => {
  it('imports one way only: conversations ← db ← src, tests see all', () => {
    const allowed: Record<string, readonly string[]> = {
      conversations: ['conversations'],
      db: ['conversations', 'db'],
      src: ['conversations', 'db', 'src'],
      test: ['conversations', 'db', 'src', 'test'],
    };
    const wrong = files.flatMap((file) => {
      const layer = file.split('/')[0] ?? '';
      return importsOf(file)
        .map((specifier) => target(file, specifier))
        .filter((path): path is string => path !== undefined)
        .filter(
          (path) => allowed[layer]?.includes(path.split('/')[0] ?? '') !== true && path !== 'package.json',
        )
        .map((path) => `${file} → ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  it('has no import cycles, not even of types', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .flatMap((s) => target(file, s) ?? [])
          .filter((p) => textOf.has(p)),
      ]),
    );
    expect(cyclesIn(graph)).toEqual([]);
  });

  it('lets a folder of conversations import only folders above it', () => {
    const folders = [...new Set(files.filter((f) => f.startsWith('conversations/')).map(roomOf))];
    expect(folders.filter((folder) => !floors.includes(folder))).toEqual([]);
    const upwards = importsBetweenRooms('conversations')
      .filter(({ from, to }) => floors.indexOf(to) > floors.indexOf(from))
      .map(({ file, path }) => `${file} → ${path}`);
    expect(upwards).toEqual([]);
  });

  it('has no cycle between folders', () => {
    for (const layer of layers) {
      const graph = new Map<string, string[]>();
      for (const { from, to } of importsBetweenRooms(layer))
        graph.set(from, [...(graph.get(from) ?? []), to]);
      expect(cyclesIn(graph), layer).toEqual([]);
    }
  });

  it('says in a README of a few lines what belongs into each folder', () => {
    const rooms = layers.flatMap((layer) =>
      readdirSync(join(root, layer), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && filesBelow(`${layer}/${entry.name}`).length > 0)
        .map((entry) => `${layer}/${entry.name}/README.md`),
    );
    const silent = rooms.filter(
      (path) => !exists(path) || readFileSync(join(root, path), 'utf8').trim() === '',
    );
    expect(silent).toEqual([]);
  });

  it('keeps conversations pure: no clock, no chance, no I/O, few packages', () => {
    const forbidden =
      /\basync\b|\bawait\b|\bPromise\b|\bfetch\(|\bprocess\.|\bDate\.now\b|new Date\(\)|\bMath\.random\b|\bsetTimeout\b|\bcrypto\.|\bconsole\./;
    const packages = ['zod', 'pinyin-pro'];
    const impure = files
      .filter((file) => file.startsWith('conversations/'))
      .flatMap((file) => {
        const code = withoutComments(textOf.get(file) ?? '');
        const words = forbidden.exec(code)?.[0];
        const foreign = importsOf(file).filter((s) => !s.startsWith('.') && !packages.includes(s));
        return [
          ...(words === undefined ? [] : [`${file}: ${words}`]),
          ...foreign.map((s) => `${file} imports ${s}`),
        ];
      });
    expect(impure).toEqual([]);
  });

  it('keeps SQL in db', () => {
    const sql = /\b(?:select\s+[\w*(].*\bfrom\b|insert\s+into\b|update\s+\w+\s+set\b|delete\s+from\b)/i;
    const leaking = files
      .filter((file) => file.startsWith('src/') || file.startsWith('conversations/'))
      .filter(
        (file) =>
          sql.test(withoutComments(textOf.get(file) ?? '').replace(/\n/g, ' ')) ||
          importsOf(file).some((s) => s === 'postgres' || s.startsWith('drizzle-orm')),
      );
    expect(leaking).toEqual([]);
  });

  it('keeps files short and named after what they hold', () => {
    const long = files.filter(
      (file) => (textOf.get(file) ?? '').split('\n').length > 400 && !file.includes('fixtures'),
    );
    expect(long).toEqual([]);
    const vague = files.filter((file) =>
      /(?:^|\/)(?:utils?|helpers?|common|manager|misc)(?:\.|\/)/.test(file),
    );
    expect(vague).toEqual([]);
  });

  it('names only files and npm scripts that exist in its documents', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const missing = documents().flatMap((name) => {
      const text = readFileSync(join(root, name), 'utf8');
      const paths = [...text.matchAll(namedPath)].map((m) => m[1] ?? m[2] ?? '');
      const pictures = [...text.matchAll(/(?:src="|\]\()([\w./-]+\.(?:png|webp))/g)].map((m) => m[1] ?? '');
      const run = [...text.matchAll(/npm run (?:-s )?(\w+)/g)].map((m) => m[1] ?? '');
      return [
        ...paths.filter((path) => !exists(path)),
        ...pictures.filter((path) => !exists(join(dirname(name), path))),
        ...run.filter((script) => !Object.hasOwn(scripts, script)),
      ].map((what) => `${name}: ${what}`);
    });
    expect(missing).toEqual([]);
  });

  it('names every command in both READMEs, and as many parts in the one as in the other', () => {
    const source = textOf.get('src/cli/command-line.ts') ?? '';
    const commands = [...source.matchAll(/\.command\('([a-z-]+)/g)].map((m) => m[1]).sort();
    const parts = readmes.map((name) => {
      const text = readFileSync(join(root, name), 'utf8');
      const [, listed = ''] = /\n## (?:Commands|命令)\n+```text\n(.*?)```/s.exec(text) ?? [];
      expect([...listed.matchAll(/ruhu ([a-z-]+)/g)].map((m) => m[1]).sort()).toEqual(commands);
      return text.match(/^## /gm)?.length;
    });
    expect(parts[1]).toBe(parts[0]);
  });

  it('has every document in English and in Chinese, with as many parts', () => {
    const parts = (name: string) => readFileSync(join(root, 'docs', name), 'utf8').match(/^## /gm)?.length;
    const names = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
    const english = names.filter((name) => !name.endsWith('.zh-CN.md'));
    expect(names.length).toBe(english.length * 2);
    for (const name of english) {
      expect(parts(name.replace('.md', '.zh-CN.md')), name).toBe(parts(name));
      for (const readme of readmes)
        expect(readFileSync(join(root, readme), 'utf8')).toContain(
          readme === 'README.md' ? `docs/${name}` : `docs/${name.replace('.md', '.zh-CN.md')}`,
        );
    }
  });
});

/**
 * The floors of conversations/ from the ground up: a folder may import what stands above it in this list. The
 * one marked (old) goes when its room is emptied.
 */
const floors: readonly string[] = [
  'calendar',
  'language',
  'form',
  'answer-book',
  'contract',
  'access',
  'subjects',
  'campaign',
  'campaigns',
  'reading',
  'understanding', // (old) → reading
  'problems',
  'leads',
  'self-check',
  'supervision',
  'imports',
  'comparison',
  'lists',
  'progress',
  'inquiry',
  'oversight',
  'reports',
  'charts',
  'pushes',
  'demo',
  'rehearsal',
  'dialogues',
  'offline',
];

/** The folder of a file within its layer: conversations/form/answer.ts → form. */
function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** Imports from one folder of a layer to another; files that stand in no folder are left out. */
function importsBetweenRooms(layer: string): { file: string; path: string; from: string; to: string }[] {
  const inRoom = (path: string) => path.startsWith(`${layer}/`) && path.split('/').length > 2;
  return files.filter(inRoom).flatMap((file) =>
    importsOf(file)
      .flatMap((specifier) => target(file, specifier) ?? [])
      .filter((path) => inRoom(path) && roomOf(path) !== roomOf(file))
      .map((path) => ({ file, path, from: roomOf(file), to: roomOf(path) })),
  );
}

const readmes = ['README.md', 'README.zh-CN.md'] as const;

/** The READMEs and the documents beside them. */
function documents(): string[] {
  const more = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  return [...readmes, ...more.map((name) => `docs/${name}`)];
}

/** A path of ours in backticks, a command that runs one, or a file at the root. */
const namedPath =
  /[` ]((?:conversations|db|src|test|bin|docs)\/[\w./-]+)(?=[` ])|`((?:README[\w.-]*|[\w-]+\.toml|\.env\.example|LICENSE))`/g;

function exists(path: string): boolean {
  return statSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}

/** Tarjan would be shorter to name than to read; a depth-first walk with a path is enough here. */
function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (node: string, path: readonly string[]): void => {
    const at = path.indexOf(node);
    if (at >= 0) {
      cycles.push([...path.slice(at), node].join(' → '));
      return;
    }
    if (done.has(node)) return;
    for (const next of graph.get(node) ?? []) walk(next, [...path, node]);
    done.add(node);
  };
  for (const node of graph.keys()) walk(node, []);
  return cycles;
}
