/**
 * Run before a deployment to Workers (`[build]` in wrangler.toml): puts the pages' files and the dialogue for the
 * phone into one folder, for nothing can be bundled at the first request there.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildTalk } from '../site/talk-bundle.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'dist/worker-assets');

const talk = await buildTalk();
if (talk === undefined) throw new Error('esbuild is not installed: run npm install first');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
cpSync(join(root, 'src/http/assets'), folder, { recursive: true });
writeFileSync(join(folder, 'talk.js'), talk);
