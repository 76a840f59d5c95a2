import { chmodSync, existsSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A clock for whole processes, PostgreSQL among them: what the system tells them is so much ahead. */
export interface FakedClock {
  /** What a process that is to live by this clock needs in its environment. */
  env: Readonly<Record<string, string>>;
  set(aheadMs: number): void;
}

const libraries = ['x86_64-linux-gnu', 'aarch64-linux-gnu', 'faketime', '.']
  .map((place) => `/usr/lib/${place}/faketime/libfaketimeMT.so.1`)
  .concat('/usr/lib/faketime/libfaketimeMT.so.1', '/usr/local/lib/faketime/libfaketimeMT.so.1');

const library = libraries.find((path) => existsSync(path));

/** Is faketime installed? */
export const canFakeClocks = library !== undefined;

/** Makes a clock in a folder. The clock that counts from the start of the machine stays right, as it does in truth. */
export function fakedClock(home: string): FakedClock {
  if (library === undefined) throw new Error('faketime is not installed');
  const folder = mkdtempSync(join(home, 'faked-'));
  // The database's own user reads it too.
  chmodSync(folder, 0o755);
  const file = join(folder, 'clock');
  const set = (aheadMs: number) => {
    // Whole at once: it is read at any moment.
    writeFileSync(`${file}.new`, `${aheadMs < 0 ? '-' : '+'}${Math.abs(aheadMs) / 1000}s\n`, { mode: 0o644 });
    renameSync(`${file}.new`, file);
  };
  set(0);
  return {
    set,
    env: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: '1',
      DONT_FAKE_MONOTONIC: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      NO_FAKE_STAT: '1',
    },
  };
}
