// One contender: says that it is ready, then measures a round for each line it is told, and ends with its input.
import { createInterface } from 'node:readline';
import type { Contender, Start } from './contender.ts';
import { measure, type Round } from './drive.ts';
import type { Job } from './own-process.ts';

const job = JSON.parse(process.argv[2] ?? '{}') as Job;
const { start } = (await import(`./contenders/${job.file}.ts`)) as { start: Start };
const contender: Contender = await start(job.ground);
console.log('ready');
for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify(await measure(contender, JSON.parse(line) as Round, job.server)));
await contender.close();
