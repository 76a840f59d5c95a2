import { readdirSync, readFileSync } from 'node:fs';
import type { Contender } from './contender.ts';

export interface Measured {
  inFlight: number;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** CPU milliseconds per 1,000 answers: of this process, and of PostgreSQL where the system tells it. */
  cpu: number;
  serverCpu: number | null;
  /** Resident megabytes of this process at the end. */
  rss: number;
}

/** One turn of a contender. */
export interface Round {
  inFlight: number;
  seconds: number;
  /** Seconds before it counts: until the compiler has seen what is run often, later until connections are open. */
  warmUp: number;
}

/** Lets `inFlight` people answer one message after the other for some seconds, after a warm-up. */
export async function measure(
  contender: Contender,
  { inFlight, seconds, warmUp }: Round,
  server: number,
): Promise<Measured> {
  await everybody(contender, inFlight, warmUp, []);
  await contender.settle?.();
  await everybody(contender, inFlight, 0.2, []);
  const taken: number[] = [];
  const cpu = process.cpuUsage();
  const serverBefore = serverCpuMs(server);
  const from = performance.now();
  await everybody(contender, inFlight, seconds, taken);
  const passed = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  const serverAfter = serverCpuMs(server);
  taken.sort((a, b) => a - b);
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0;
  return {
    inFlight,
    perSecond: (taken.length / passed) * 1000,
    p50: at(0.5),
    p99: at(0.99),
    cpu: (user + system) / taken.length,
    serverCpu:
      serverBefore === null || serverAfter === null
        ? null
        : ((serverAfter - serverBefore) / taken.length) * 1000,
    rss: process.memoryUsage().rss / 1e6,
  };
}

async function everybody(
  contender: Contender,
  inFlight: number,
  seconds: number,
  taken: number[],
): Promise<void> {
  const until = performance.now() + seconds * 1000;
  const person = async (i: number): Promise<void> => {
    for (let from = performance.now(); from < until; from = performance.now()) {
      await contender.answer(i);
      taken.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, i) => person(i)));
}

/** CPU time of the server and its processes so far, milliseconds; null where /proc doesn't tell. */
function serverCpuMs(server: number): number | null {
  if (process.platform !== 'linux') return null;
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const fields = statFields(pid);
    if (fields !== null && (Number(pid) === server || Number(fields[1]) === server))
      ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks * 10;
}

function statFields(pid: string): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    // The process ended while we were reading.
    return null;
  }
}
