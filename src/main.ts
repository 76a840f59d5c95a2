#!/usr/bin/env node
import { runCommandLine } from './cli/command-line.ts';
import { loadEnvFile } from './setting/env-file.ts';

const complaint = loadEnvFile('.env', process.env);
if (complaint !== null) process.stderr.write(`${complaint}\n`);
process.exitCode = complaint === null ? await runCommandLine(process.argv.slice(2)) : 2;
