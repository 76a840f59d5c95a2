// One contender in a process of its own, so that its memory and CPU are its own. Prints one JSON line per level.
import type { Contender, Ground, Start } from './contender.ts';
import { measure } from './drive.ts';

interface Job {
  file: string;
  ground: Ground;
  server: number;
  levels: number[];
  seconds: number;
}

const job = JSON.parse(process.argv[2] ?? '{}') as Job;
const { start } = (await import(`./contenders/${job.file}.ts`)) as { start: Start };
const contender: Contender = await start(job.ground);
for (const level of job.levels)
  console.log(JSON.stringify(await measure(contender, level, job.seconds, job.server)));
await contender.close();
