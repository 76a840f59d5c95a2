import type { Hono } from 'hono';
import type { z } from 'zod';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import type { Database } from '../../db/base/connect.ts';
import type { Channel } from './channel.ts';
import type { ChannelLog } from './channel-log.ts';

/**
 * All that is to say of a platform but how it is opened (open.ts beside it, so that a Worker needn't carry the
 * libraries of what it can't run). A new platform is a folder with these two and a line in platforms.ts.
 */
export interface Platform<Config = unknown> {
  /** The channel's name wherever it is stored. */
  name: string;
  /** As people know it. */
  label: string;
  /** Where the operator must know which way it is reached. */
  labelForOperator?: string;
  /** Channels that groups are imported for, with the words a list of groups has for each. */
  rooms: Readonly<Record<string, readonly string[]>>;
  /** Its variables, where it has any; null = not configured. */
  env?: { schema: z.ZodType<Config | null>; variables: readonly string[] };
  /** What it takes to run: a process that stays, or a Worker as well. */
  runsOn: 'node' | 'anywhere';
  /** Said wherever it is configured. */
  warning?: string;
  /** Said where it is configured and can't run. */
  elsewhere?: string;
}

/** What a platform may use when it is opened. */
export interface Opening {
  log: ChannelLog;
  database: Database;
  county: CountyCode;
  key: { bytes: Uint8Array };
  /** Told to the operator at the terminal, one line each. */
  say: (line: string) => void;
  /** Work that must be let finish though the request that began it was answered; on Workers only. */
  keepAlive?: (work: Promise<unknown>) => void;
}

/** A channel as the administrators see it; `login` where somebody logs in by a QR code. */
export interface ChannelState {
  name: string;
  ready: boolean;
  login?: {
    is: 'stopped' | 'starting' | 'scan' | 'online' | 'offline';
    /** Milliseconds since 1970. */
    since: number;
    why: string | null;
    /** What the QR code says while one waits to be scanned. */
    qr: string | null;
  };
}

/** An opened platform: its channel, the addresses it is called at, and how it stands. */
export interface OpenedPlatform {
  channel: Channel;
  mount?: { path: string; routes: Hono };
  state(): ChannelState;
}

/** What open.ts of a platform exports. */
export type OpenPlatform<Config> = (config: Config, opening: Opening) => Promise<OpenedPlatform>;

/** One thing looked at: fine, to be watched, or broken, with what to do about it. */
export interface PlatformFinding {
  what: string;
  is: 'fine' | 'watch' | 'broken';
  says: string;
}

/** What a platform may use when it is looked at. */
export interface PlatformExamination {
  publicUrl: string | undefined;
  /** A fetch that notes the time a server at this address tells: the only clock but ours with an embedded database. */
  heard(base: string): typeof fetch;
}

/** What examine.ts of a platform exports. */
export type Examine<Config> = (
  config: Config,
  examination: PlatformExamination,
) => Promise<PlatformFinding[]>;
