import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { keepFilesInMemory } from './test/support/memory-folder.ts';

// Databases of tests are made and dropped by the hundred: in memory they don't wait for the disk.
keepFilesInMemory();
// The programs that tests start find their modules compiled.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'ruhu-compiled');

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/statements/watch.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A busy machine is no failure.
    expect: { poll: { timeout: 20_000 } },
    pool: 'forks',
    // Modules are read once a worker: nothing in them remembers a test.
    isolate: false,
    maxWorkers: 2,
  },
});
