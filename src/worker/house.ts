import { wholeCounty } from '../../conversations/access/scope.ts';
import type { Database } from '../../db/base/connect.ts';
import { forwardNow } from '../../db/base/forward-clock.ts';
import { openHyperdrive } from '../../db/base/hyperdrive.ts';
import { write } from '../../db/base/transaction.ts';
import { type MessageName, markSent } from '../../db/turn/inbox.ts';
import { openPlatformsOnWorkers } from '../channels/open-on-workers.ts';
import { configurable } from '../channels/platforms.ts';
import { RateLimiter } from '../channels/rate-limit.ts';
import { type ComposedHost, composeHost } from '../composition/compose-host.ts';
import { modeOf } from '../county/set-up-county.ts';
import { askerNow } from '../documents-made/asker-now.ts';
import { makeEntryLink } from '../http/make-entry-link.ts';
import { PeopleLimit } from '../messages/limit-people.ts';
import type { SentMarks } from '../messages/mark-sent.ts';
import { makeReceiver } from '../messages/receive-message.ts';
import { stripPhoto } from '../photos/photo-stripped.ts';
import type { Making } from '../pushes/outbox-message.ts';
import { secondReaderOf } from '../second-reader/chat-protocol.ts';
import { ConfigError, readConfig } from '../setting/config.ts';
import { hasher } from '../setting/keys.ts';
import { version } from '../setting/version.ts';
import type { Workplace } from '../setting/workplace.ts';
import { boardPage } from '../site/pages/board.ts';
import { Afterwards } from './afterwards.ts';
import { textsOf, type WorkerEnv } from './bindings.ts';
import { assetsFromBinding } from './worker-assets.ts';
import { makeWorkerLog } from './worker-log.ts';

/** Everything for one request or one run of the schedule, over a database handle of its own. */
export interface House extends ComposedHost {
  place: Workplace;
  /** Waits for work behind the answers, marks what was sent and lets the database go. */
  close(): Promise<void>;
}

/** The one thing that outlives a request: it needn't be exact and holds no data. */
const limiter = new RateLimiter({ burst: 20, everyMs: 1_000 }, forwardNow);
const people = new PeopleLimit(forwardNow);

/** Puts the bot together for one request: a Worker may not keep connections from one to the next. */
export async function openHouse(env: WorkerEnv): Promise<House> {
  const texts = textsOf(env);
  const config = readConfig({ ...withoutOthers(texts), DATABASE_URL: env.HYPERDRIVE.connectionString });
  if (config.key === undefined)
    throw new ConfigError(
      'RUHU_KEY：没有设置。请用 wrangler secret put RUHU_KEY 设置（与 Node 上用的同一把）',
    );
  const key = { bytes: Buffer.from(config.key, 'base64'), from: 'environment' as const };
  const log = makeWorkerLog(config.logLevel);
  const database = openHyperdrive(env.HYPERDRIVE.connectionString);
  const { county } = config;
  const place: Workplace = {
    config,
    log,
    key,
    database,
    county,
    mode: modeOf(county),
    outside: { hashOf: hasher(key, 'code') },
  };
  const afterwards = new Afterwards();
  const opened = await openPlatformsOnWorkers(config, {
    ...place,
    say: (line) => log.warn({}, line),
    keepAlive: afterwards.add,
  });
  const elsewhere = onlyElsewhere.filter(({ env }) => env.variables.some((name) => isSet(texts, name)));
  for (const { elsewhere: says } of elsewhere) if (says !== undefined) log.warn({}, says);
  const marks = new Marks(database, place);
  const assets = assetsFromBinding(env, version);
  const bot = await composeHost({
    place,
    assets,
    // Bundled at the deployment, among the files of the pages.
    talk: { read: async () => (await assets.read('talk.js'))?.body, isCompressedBehind: true },
    preparePhoto: stripPhoto,
    events: null,
    limiter,
    limit: people,
    opened,
    elsewhere: elsewhere.map(({ name }) => name),
    pages: [boardPage({ ...place, behind: afterwards.add })],
    receive: makeReceiver({
      ...place,
      marks,
      secondReader: secondReaderOf(config),
      preparePhoto: stripPhoto,
      // Pictures and spreadsheets need libraries that don't run here; links don't.
      makeDocument: async ({ document }, session) =>
        document?.kind === 'entryLink' ? makeEntryLink(place, document, session) : undefined,
    }),
    delivery: { worker: `worker/${crypto.randomUUID()}`, making: makingOf(place) },
  });
  return {
    ...bot,
    place,
    close: async () => {
      await afterwards.ended();
      await bot.stop();
      await marks.flush();
      await database.close();
    },
  };
}

/** Pictures and spreadsheets need libraries that don't run here; links don't. */
function makingOf(place: Workplace): Making {
  return {
    document: async (request, asked) => {
      if (request.kind !== 'entryLink' || asked === undefined) return undefined;
      const asker = await askerNow(place, asked);
      return asker === null ? undefined : makeEntryLink(place, request, asker);
    },
  };
}

const onlyElsewhere = configurable.filter(({ runsOn }) => runsOn === 'node');

function isSet(texts: Readonly<Record<string, string>>, name: string): boolean {
  // DATA_DIR is read by wechaty too, and means nothing here.
  return name !== 'DATA_DIR' && (texts[name] ?? '') !== '';
}

/** Variables of platforms that can't run here: a mistake in them must not keep the rest from running. */
function withoutOthers(texts: Readonly<Record<string, string>>): Record<string, string> {
  const theirs = new Set(onlyElsewhere.flatMap(({ env }) => env.variables));
  return Object.fromEntries(Object.entries(texts).filter(([name]) => !theirs.has(name)));
}

/** Replies that went out are marked once, at the end of the request. */
class Marks implements SentMarks {
  readonly #database: Database;
  readonly #place: Pick<Workplace, 'county' | 'log'>;
  #waiting: MessageName[] = [];

  constructor(database: Database, place: Pick<Workplace, 'county' | 'log'>) {
    this.#database = database;
    this.#place = place;
  }

  carry(): null {
    return null;
  }

  settled(): void {}

  sent(message: MessageName): void {
    this.#waiting.push(message);
  }

  async flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length === 0) return;
    const { county, log } = this.#place;
    try {
      await write(this.#database, wholeCounty(county), (tx) => markSent(tx, batch, new Date()));
    } catch (error) {
      log.warn({ err: error, count: batch.length }, 'sent replies could not be marked');
    }
  }
}
