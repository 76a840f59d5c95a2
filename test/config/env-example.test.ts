import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { environmentVariables, readConfig } from '../../src/setting/config.ts';

const root = join(import.meta.dirname, '../..');
const example = readFileSync(join(root, '.env.example'), 'utf8');
const entry = /^(?:# )?([A-Z][A-Z0-9_]+)=(.*)$/u;
const explained = example.split('\n').flatMap((line) => entry.exec(line)?.[1] ?? []);

describe('.env.example', () => {
  it('explains every variable that is read, and none that isn’t', () => {
    expect([...explained].sort()).toEqual([...environmentVariables].sort());
  });

  it('has a line of Chinese before every variable or its group', () => {
    const lines = example.split('\n');
    for (const [i, line] of lines.entries()) {
      if (!entry.test(line)) continue;
      const above = lines.slice(Math.max(0, i - 4), i).filter((l) => l.startsWith('#') && !entry.test(l));
      expect(above.join(), line).toMatch(/[\u4e00-\u9fff]/u);
    }
  });

  it('works as it is: copied without a change it gives the defaults', () => {
    expect(readConfig(parseEnv(example))).toEqual(readConfig({}));
  });

  it('shows values that would be taken', () => {
    const filled = example
      .split('\n')
      .map((line) => line.replace(/^# (?=[A-Z][A-Z0-9_]+=.)/u, ''))
      .join('\n');
    const shown = parseEnv(filled);
    const key = 'A'.repeat(43);
    const secrets = {
      RUHU_KEY: `${key}=`,
      RUHU_NEW_KEY: `${key}=`,
      WECOM_SECRET: 'x',
      WECOM_TOKEN: 'x',
      WECOM_AES_KEY: key,
      WECOM_BOT_TOKEN: 'x',
      WECOM_BOT_AES_KEY: key,
      WECOM_BOT_ID: 'x',
      WECOM_BOT_SECRET: 'x',
      WECHATY_PUPPET_SERVICE_TOKEN: 'x',
    };
    const config = readConfig({ ...shown, ...secrets });
    expect(config.mail?.to).toBe('xczx@example.gov.cn');
    expect([...(config.wecom?.robots.keys() ?? [])]).toEqual(['liuyuan']);
    expect(config.wechaty?.options).toMatchObject({ endpoint: '10.0.0.8:9999' });
  });
});

describe('the sources', () => {
  const sources = globSync('{src,db,conversations,bin}/**/*.{ts,mjs}', { cwd: root }).map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
  }));

  it('read the environment in one place and hand it on', () => {
    const reading = sources.filter(({ text }) => /process\.env\b/u.test(text)).map(({ path }) => path);
    // The embedded server's own programs are started with the machine's PATH; the installer runs before there is
    // anything to read the environment with.
    expect(reading.filter((path) => !path.startsWith('db/embedded')).sort()).toEqual([
      'bin/install.mjs',
      'src/cli/command-line.ts',
      'src/main.ts',
    ]);
    const elsewhere = sources
      .filter(({ path }) => path.startsWith('db/embedded'))
      .flatMap(({ text }) => [...text.matchAll(/process\.env(?:\.|\[')([A-Z_]+)/gu)].map(([, name]) => name));
    expect(new Set(elsewhere)).toEqual(new Set(['PATH']));
  });

  it('ask for no variable that isn’t explained', () => {
    const bindings = ['HYPERDRIVE', 'ASSETS', 'CF_VERSION_METADATA', 'PATH'];
    const asked = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/\benv(?:\.|\[')([A-Z][A-Z0-9_]+)/gu)].map(([, name]) => `${path}: ${name}`),
    );
    expect(asked.length).toBeGreaterThan(5);
    const known = [...explained, ...bindings];
    expect(asked.filter((line) => !known.includes(line.split(': ')[1] ?? ''))).toEqual([]);
  });
});
