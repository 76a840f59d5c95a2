#!/usr/bin/env node
import { keepCompiled } from './setting/compiled.ts';
import { loadEnvFile } from './setting/env-file.ts';

keepCompiled();
// Loaded after that, so that it is kept too.
const { runCommandLine } = await import('./cli/command-line.ts');

// Whoever reads along may stop reading (`ruhu tick | head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
const complaint = loadEnvFile('.env', process.env);
if (complaint !== null) process.stderr.write(`${complaint}\n`);
process.exitCode = complaint === null ? await runCommandLine(process.argv.slice(2)) : 2;
