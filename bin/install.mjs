// Brings the packages in when they are missing or older than the lock file, so that `npm start` and `npm test` are
// all a fresh machine needs. Without a word on the command line only what the bot runs on; `--tests` also what tests
// need; `--wechaty` also the channel of that name (it comes by itself where WECHATY_PUPPET is set).
// Not `npm ci`: the lock file holds the optional packages of the platforms it was made on only, and `ci` refuses
// that; `install --no-save` keeps every locked version and adds what this platform needs.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => `${root}${path}`;
const readJson = (path) => JSON.parse(readFileSync(at(path), 'utf8'));
const has = (name) => existsSync(at(`node_modules/${name}/package.json`));

const { devDependencies, peerDependencies } = readJson('package.json');
// A marker of each kind: what is there stays there, whatever is asked for this time.
const tests = process.argv.includes('--tests') || has('vitest');
const wechaty = tests || process.argv.includes('--wechaty') || has('wechaty') || wechatyIsSet();

if (!isFresh()) process.exitCode = await install();

function isFresh() {
  const installed = at('node_modules/.package-lock.json');
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(at('package-lock.json')).mtimeMs)
    return false;
  return (!tests || has('vitest')) && (!wechaty || has('wechaty'));
}

function wechatyIsSet() {
  if (process.env.WECHATY_PUPPET) return true;
  return (
    existsSync(at('.env')) &&
    /^\s*(?:export\s+)?WECHATY_PUPPET\s*=\s*["']?\w/mu.test(readFileSync(at('.env'), 'utf8'))
  );
}

/** The packages to be there in the end, by the lock file. */
function wanted() {
  const { packages } = readJson('package-lock.json');
  const fits = (list, own) =>
    list === undefined || list.includes(own) || list.some((one) => one[0] === '!' && one !== `!${own}`);
  return Object.entries(packages)
    .filter(([path, about]) => path !== '' && (tests || about.dev !== true))
    .filter(([, about]) => fits(about.os, process.platform) && fits(about.cpu, process.arch))
    .map(([path]) => path);
}

async function install() {
  const began = Date.now();
  const paths = wanted();
  const megabytes = tests ? 1400 : wechaty ? 660 : 520;
  const minutes = tests ? '2–4' : '1–2';
  console.log(
    `正在安装程序包（只装这一次）：${paths.length} 个左右，约占 ${megabytes} MB 硬盘，一般 ${minutes} 分钟，看网速。`,
  );
  const packages = tests
    ? []
    : ['--omit=dev', ...(wechaty ? ['--save-prod', ...named(peerDependencies)] : [])];
  const args = [
    'install',
    '--no-save',
    '--no-fund',
    '--no-audit',
    '--no-progress',
    '--loglevel=error',
    ...packages,
  ];
  const run = spawn('npm', args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const timer = setInterval(() => tell(paths, began), 5_000);
  const code = await new Promise((done) =>
    run.on('error', () => done(1)).on('close', (status) => done(status ?? 1)),
  );
  clearInterval(timer);
  const seconds = Math.round((Date.now() - began) / 1000);
  if (code === 0) console.log(`程序包装好了，用了 ${seconds} 秒。`);
  else
    console.error(
      '程序包没装成。多半是网络不通，或硬盘不够：上面几行是原因。换个网络或给 npm 换一个国内镜像，再运行一次，会接着装。',
    );
  return code;
}

function named(dependencies) {
  return Object.entries(dependencies).map(([name, version]) => `${name}@${devDependencies[name] ?? version}`);
}

function tell(paths, began) {
  const there = paths.filter((path) => existsSync(at(`${path}/package.json`))).length;
  const seconds = Math.round((Date.now() - began) / 1000);
  // Those of the channel are told apart by nothing in the lock file, so they aren't counted.
  const counted = wechaty && !tests ? '正在装' : `已装 ${there}/${paths.length} 个`;
  const what = there === 0 ? '正在下载' : there < paths.length ? counted : '正在收尾';
  console.log(`  ${what}，已用 ${seconds} 秒……`);
}
