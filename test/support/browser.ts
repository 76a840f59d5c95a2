import { execFileSync, spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { z } from 'zod';

/** A browser and what its process needs to run. */
export interface BrowserProgram {
  path: string;
  env: Record<string, string>;
}

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
];

/** Nothing but what the tests ask for: no look-ups, no updates, no first-run pages. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-zygote',
];

/** Where an installed package lies; its package.json need not be exported. */
function packageFolder(name: string): string {
  const entry = fileURLToPath(import.meta.resolve(name));
  return entry.slice(0, entry.lastIndexOf(join('node_modules', name)) + join('node_modules', name).length);
}

/**
 * A Chromium to test with: CHROMIUM_PATH, one installed on this machine, else the one inside the package
 * @sparticuz/chromium (Linux on x64). Undefined where there is none.
 */
export function findBrowser(): BrowserProgram | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return { path: named, env: {} };
  const installed = SYSTEM_PATHS.find(isExecutable);
  if (installed !== undefined) return { path: installed, env: {} };
  return process.platform === 'linux' && process.arch === 'x64' ? packagedBrowser() : undefined;
}

/** Starts the browser; where the machine has no Chinese font the project's own is used. Close it after use. */
export async function launchBrowser(program: BrowserProgram): Promise<Browser> {
  const fonts = writeFontConfig();
  const browser = await chromium.launch({
    executablePath: program.path,
    args: FLAGS,
    env: { ...stringEnv(), ...program.env, FONTCONFIG_FILE: fonts.file },
  });
  browser.on('disconnected', () => rmSync(fonts.folder, { recursive: true, force: true }));
  return browser;
}

/**
 * Unpacks the packaged browser once per user and version. It goes to a folder of its own that is renamed when
 * complete, so that test files that start at the same moment don't meet half a browser.
 */
function packagedBrowser(): BrowserProgram {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(packageFolder('@sparticuz/chromium'), 'package.json'), 'utf8')));
  const folder = join(tmpdir(), `ruhu-chromium-${version}-${userInfo().uid}`);
  if (!isOwn(join(folder, 'chromium'))) unpack(folder);
  const path = join(folder, 'chromium');
  // The machine's own libraries are preferred: the bundled ones are older than some systems' C library likes.
  const bare = spawnSync(path, ['--version'], { stdio: 'ignore' });
  return { path, env: bare.status === 0 ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } };
}

function unpack(folder: string): void {
  const partial = mkdtempSync(`${folder}-`);
  try {
    // In a process of its own: the package unpacks to the temporary folder and changes the environment.
    const code = "await (await import('@sparticuz/chromium')).default.executablePath()";
    execFileSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: packageFolder('@sparticuz/chromium'),
      env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    });
    renameSync(partial, folder);
  } catch (cause) {
    rmSync(partial, { recursive: true, force: true });
    // Another test file may have been quicker.
    if (!isOwn(join(folder, 'chromium'))) throw cause;
  }
}

/** A font set-up with the project's Noto Sans SC beside the machine's fonts. */
function writeFontConfig(): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'ruhu-fonts-'));
  const file = join(folder, 'fonts.conf');
  const noto = packageFolder('@expo-google-fonts/noto-sans-sc');
  const dirs = [noto, '/usr/share/fonts', '/usr/local/share/fonts']
    .map((dir) => `<dir>${dir}</dir>`)
    .join('');
  const families = ['sans-serif', 'system-ui'].map(
    (family) => `<alias><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  );
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  writeFileSync(
    file,
    `${head}<fontconfig>${dirs}<cachedir>${folder}</cachedir>${families.join('')}</fontconfig>`,
  );
  return { folder, file };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A file in the shared temporary folder is trusted only if this user put it there. */
function isOwn(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.uid === userInfo().uid && isExecutable(path);
}

function stringEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
