#!/usr/bin/env node
import { runCommandLine } from './cli/command-line.ts';

// `ruhu … | head` stops reading: what is left unprinted is no failure of the work.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2));
