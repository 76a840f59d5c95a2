import { readdirSync, readFileSync } from 'node:fs';
import postgres from 'postgres';
import type { BadLink } from '../support/bad-link.ts';
import { pause } from './bot.ts';
import { type Ground, postmasterOf } from './ground.ts';
import type { Pooler } from './pooler.ts';

/** Something that goes wrong. `weight`: how often among the others. Resolves when it is over, as far as it heals by itself. */
export interface Fault {
  name: string;
  weight: number;
  /** Is something killed? For the count. */
  kills: boolean;
  befall(ground: Ground, between: Between): Promise<void>;
}

/** What lies between the bot and its database. */
export interface Between {
  link?: BadLink;
  pooler?: Pooler;
  /** The database's own address and superuser. */
  adminUrl?: string;
}

const minute = 60_000;

const botKilled: Omit<Fault, 'weight'> = {
  name: 'the bot is killed',
  kills: true,
  befall: async ({ service }) => service.kill('SIGKILL'),
};

const everySessionEnded: Omit<Fault, 'weight'> = {
  name: 'the server ends every session',
  kills: true,
  befall: async (_, { adminUrl = '' }) => {
    const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
    await admin`select pg_terminate_backend(pid) from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    await admin.end();
  },
};

/** With the embedded database: what can be killed on one machine. */
export const localFaults: readonly Fault[] = [
  {
    name: 'the database is killed',
    weight: 8,
    kills: true,
    befall: async ({ dataDir }) => kill(postmasterOf(dataDir)),
  },
  {
    name: 'one of its processes is killed',
    weight: 6,
    kills: true,
    befall: async ({ dataDir }) => kill(backendOf(dataDir)),
  },
  {
    name: 'the database is killed twice',
    weight: 2,
    kills: true,
    befall: async ({ dataDir }) => {
      kill(postmasterOf(dataDir));
      await pause(1_500);
      kill(postmasterOf(dataDir));
    },
  },
  { ...botKilled, weight: 4 },
  {
    name: 'bot and database are killed',
    weight: 2,
    kills: true,
    befall: async ({ service, dataDir }) => {
      kill(postmasterOf(dataDir));
      service.kill('SIGKILL');
    },
  },
  { name: 'the bot is asked to end', weight: 2, kills: true, befall: stopped },
  {
    name: 'the database hangs for three seconds',
    weight: 2,
    kills: false,
    befall: async ({ dataDir }) => {
      const pids = [postmasterOf(dataDir), ...childrenOf(postmasterOf(dataDir))];
      for (const pid of pids) send(pid, 'SIGSTOP');
      await pause(3_000);
      for (const pid of pids) send(pid, 'SIGCONT');
    },
  },
  ...[minute, 480 * minute, 1440 * minute].map((ms) => ({
    name: `the bot's clock is ${ms / minute} minutes ahead for four seconds`,
    weight: 1,
    kills: false,
    befall: async ({ setClock }: Ground) => {
      setClock(ms);
      await pause(4_000);
      setClock(0);
    },
  })),
];

const steps = [minute, 8 * 60 * minute, 24 * 60 * minute];

/** With all clocks, the database's too: each is wrong for a while, then right again, so that it steps both ways. */
export const clockFaults: readonly Fault[] = [
  ...steps
    .flatMap((ms) => [ms, -ms])
    .map((ms) => ({
      name: `all clocks are ${Math.abs(ms) / minute} minutes ${ms > 0 ? 'ahead' : 'behind'} for twenty seconds`,
      weight: 1,
      kills: false,
      befall: async ({ setAllClocks }: Ground) => {
        setAllClocks(ms);
        await pause(20_000);
        setAllClocks(0);
      },
    })),
  ...[480 * minute, -480 * minute].map((ms) => ({
    name: `the database's clock alone is ${Math.abs(ms) / minute} minutes ${ms > 0 ? 'ahead' : 'behind'} for twenty seconds`,
    weight: 1,
    kills: false,
    befall: async ({ setDatabaseClock }: Ground) => {
      setDatabaseClock(ms);
      await pause(20_000);
      setDatabaseClock(0);
    },
  })),
  {
    name: 'the bot is killed while all clocks are eight hours ahead, and starts again when they are right',
    weight: 1,
    kills: true,
    befall: async ({ setAllClocks, service }) => {
      setAllClocks(8 * 60 * minute);
      await pause(10_000);
      service.kill('SIGKILL');
      setAllClocks(0);
    },
  },
];

/** With a database elsewhere: what can happen on the way there. */
export const linkFaults: readonly Fault[] = [
  { name: 'all connections are reset', weight: 5, kills: true, befall: async (_, { link }) => link?.reset() },
  {
    name: 'the connections there are go dead',
    weight: 3,
    kills: true,
    befall: async (_, { link }) => link?.fall('silent', false),
  },
  {
    name: 'every connection is dead for eight seconds',
    weight: 2,
    kills: true,
    befall: async (_, { link }) => {
      link?.fall('silent');
      await pause(8_000);
      link?.fall(null);
      link?.reset();
    },
  },
  {
    name: 'nobody listens for five seconds',
    weight: 2,
    kills: true,
    befall: async (_, { link }) => {
      link?.fall('refused');
      await pause(5_000);
      link?.fall(null);
    },
  },
  { ...everySessionEnded, weight: 3 },
  { ...botKilled, weight: 2 },
];

/** With a pooler before the database. */
export const poolerFaults: readonly Fault[] = [
  { name: 'the pooler is killed', weight: 3, kills: true, befall: async (_, { pooler }) => pooler?.kill() },
  { ...everySessionEnded, weight: 2 },
  { ...botKilled, weight: 1 },
];

/** How long each stop took; null where it had to be killed. */
export const stops: (number | null)[] = [];

async function stopped({ service }: Ground): Promise<void> {
  stops.push(await service.end());
}

function kill(pid: number | null): void {
  send(pid, 'SIGKILL');
}

function send(pid: number | null, signal: NodeJS.Signals): void {
  if (pid === null || !Number.isInteger(pid) || pid <= 1) return;
  try {
    process.kill(pid, signal);
  } catch {
    // It was gone already: then it needn't be killed.
  }
}

function childrenOf(parent: number | null): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

function backendOf(dataDir: string): number | null {
  const backends = childrenOf(postmasterOf(dataDir)).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('ruhu_app');
    } catch {
      return false;
    }
  });
  return backends[Math.floor(Math.random() * backends.length)] ?? null;
}
