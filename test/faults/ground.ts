import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { demoCounty } from '../../conversations/campaign/counties.ts';
import { openDatabase } from '../../db/base/connect.ts';
import { type Tx, write } from '../../db/base/transaction.ts';
import { binaries, serverFolder } from '../../db/embedded/folder.ts';
import { serverIdentity } from '../../db/embedded/identity.ts';
import { startServer } from '../../db/embedded/postmaster.ts';
import { serverSettings } from '../../db/embedded/server.ts';
import { type Door, newAesKey } from '../channels/wecom/caller.ts';
import { WecomPlatform } from '../channels/wecom/platform.ts';
import { Service } from './bot.ts';
import type { FakedClock } from './faked-clock.ts';
import { freePort } from './free-port.ts';
import { People } from './people.ts';

const root = resolve(import.meta.dirname, '../..');

/** A bot over a made-up county, with a platform and people who are bound; nothing runs yet. */
export interface Ground {
  service: Service;
  people: People;
  names: readonly string[];
  platform: WecomPlatform;
  dataDir: string;
  /** Milliseconds that the bot's clock is ahead. */
  setClock(aheadMs: number): void;
  /** The same for the bot and the database below it, where they live by a clock of their own. */
  setAllClocks(aheadMs: number): void;
  /** The database's alone, as on a machine of its own. */
  setDatabaseClock(aheadMs: number): void;
  inDatabase<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface GroundOptions {
  /** A folder to work in; else one below the temporary folder. */
  folder?: string;
  /** A database of its own, reached by this way by the bot. */
  databaseUrl?: { forBot: string; direct: string };
  people: number;
  /** Makes the clocks that bot and embedded database live by, in the ground's folder. */
  clock?: (home: string) => FakedClock;
}

export async function makeGround({
  folder,
  databaseUrl,
  people: count,
  clock,
}: GroundOptions): Promise<Ground> {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'ruhu-faults-'));
  // As root the database runs as another user, who must be able to pass.
  chmodSync(home, 0o755);
  const dataDir = join(home, 'data');
  mkdirSync(dataDir, { recursive: true });
  const clockFile = join(home, 'clock');
  writeFileSync(clockFile, '0');
  const platform = new WecomPlatform();
  const apiBase = await platform.open();
  const door: Door = { token: 'token', aesKey: newAesKey(), receiver: platform.corpId };
  const env = {
    DATA_DIR: dataDir,
    LOG_LEVEL: process.env['FAULTS_LOG'] ?? 'error',
    CLOCK_FILE: clockFile,
    WECOM_API_BASE: apiBase,
    WECOM_CORP_ID: platform.corpId,
    WECOM_AGENT_ID: String(platform.agentId),
    WECOM_SECRET: platform.secret,
    WECOM_TOKEN: door.token,
    WECOM_AES_KEY: door.aesKey,
  };
  const direct = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl.direct };
  ruhu({ ...env, ...direct }, 'demo', '--households', '120', '--visited', '0');
  const inDatabase = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const database = await openDatabase({ dataDir, databaseUrl: databaseUrl?.direct });
    try {
      return await write(database, wholeCounty(demoCounty), work);
    } finally {
      await database.close();
    }
  };
  const names = await inDatabase((tx) => bind(tx, count));
  for (const name of names) platform.members.add(name);
  const port = await freePort();
  const bot = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl.forBot };
  const [clockOfBot, clockOfDatabase] = [clock?.(home), clock?.(home)];
  if (clockOfDatabase !== undefined) await startFaked(dataDir, clockOfDatabase);
  const service = new Service({ ...env, ...bot, ...clockOfBot?.env }, port);
  return {
    service,
    people: new People(platform, door, service.url),
    names,
    platform,
    dataDir,
    setClock: (ahead) => writeFileSync(clockFile, String(ahead)),
    setAllClocks: (ahead) => {
      clockOfBot?.set(ahead);
      clockOfDatabase?.set(ahead);
    },
    setDatabaseClock: (ahead) => clockOfDatabase?.set(ahead),
    inDatabase,
    close: async () => {
      await service.end(true);
      await platform.close();
      if (folder === undefined) rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Starts the embedded server under a clock of its own; the bot finds it running and uses it. */
async function startFaked(dataDir: string, faked: FakedClock): Promise<void> {
  const who = serverIdentity();
  const server = serverFolder(dataDir, who, () => undefined);
  const { postgres } = await binaries(server, who);
  const program = join(dataDir, 'postgres-under-clock');
  const settings = Object.entries(faked.env).map(([name, value]) => `export ${name}='${value}'`);
  writeFileSync(program, ['#!/bin/sh', ...settings, `exec '${postgres}' "$@"`, ''].join('\n'), {
    mode: 0o755,
  });
  chmodSync(dataDir, 0o755);
  await startServer(program, server, join(server, 'cluster'), who, serverSettings);
}

/** Gives the helpers with the most households an account on the platform. */
async function bind(tx: Tx, count: number): Promise<string[]> {
  const rows = await tx.sql<{ external_id: string }[]>`
    insert into account (county, id, channel, external_id, staff_id, bound_at)
    select ${demoCounty}, gen_random_uuid(), 'wecom', 'p' || row_number() over (), staff_id, now() from (
      select staff_id from assignment where county = ${demoCounty} group by staff_id
      order by count(*) desc, staff_id limit ${count}) s returning external_id`;
  return rows.map((row) => row.external_id);
}

function ruhu(env: Record<string, string>, ...args: string[]): void {
  const ran = spawnSync(process.execPath, ['src/main.ts', ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(`ruhu ${args.join(' ')}: ${ran.stderr}`);
}

/** The postmaster of a data folder; null while there is none. */
export function postmasterOf(dataDir: string): number | null {
  const pid = pidFileOf(dataDir)[0];
  return pid === undefined ? null : Number(pid);
}

/** Does the server take connections, by its own account? */
export function isReady(dataDir: string): boolean {
  return pidFileOf(dataDir)[7]?.trim() === 'ready';
}

function pidFileOf(dataDir: string): string[] {
  try {
    return readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}
