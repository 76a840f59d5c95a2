// Brings the packages in when they are missing or older than the lock file, so that `npm start` and `npm test`
// are all a fresh machine needs. Not `npm ci`: the lock file holds the optional packages of the platforms it was made
// on only, and `ci` refuses that; `install --no-save` keeps every locked version and adds what this platform needs.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const installed = `${root}node_modules/.package-lock.json`;
const lock = `${root}package-lock.json`;

const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
if (!fresh) {
  console.log('Installing the packages (once) …');
  const run = spawnSync('npm', ['install', '--no-save', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
