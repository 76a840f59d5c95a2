import { defineConfig } from 'vitest/config';
import { keepFilesInMemory } from './test/support/memory-folder.ts';

// Databases of tests are made and dropped by the hundred: in memory they don't wait for the disk.
keepFilesInMemory();

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
    maxWorkers: 2,
  },
});
