import { demoCounty } from '../../conversations/campaign/counties.ts';
import type { Outside } from '../../conversations/contract/conversation.ts';
import type { CountyCode, StaffId } from '../../conversations/contract/ids.ts';
import { type Database, openDatabase } from '../../db/base/connect.ts';
import { countyState } from '../../db/places/counties.ts';
import type { Receive } from '../channels/channel.ts';
import { modeOf, setUpCounty } from '../county/set-up-county.ts';
import { makeDocument } from '../documents-made/make-document.ts';
import { makeSentMarks } from '../messages/mark-sent.ts';
import { makeReceiver } from '../messages/receive-message.ts';
import { closePhotos, preparePhoto } from '../photos/photo.ts';
import { secondReaderOf } from '../second-reader/chat-protocol.ts';
import { readConfig } from '../setting/config.ts';
import { ensureDataDir } from '../setting/data-dir.ts';
import { hasher, keyFor } from '../setting/keys.ts';
import { makeLog } from '../setting/log.ts';
import type { Workplace } from '../setting/workplace.ts';

/** Everything put together once per process; commands and channels take what they need from it. */
export interface App extends Workplace {
  /** A receiver for a channel; `staffId` only for the terminal, which trusts its operator. */
  receiver(staffId?: StaffId): Receive;
  /** The same app over another county (the rehearsal). */
  over(county: CountyCode): Promise<App>;
  /** Writes what is still waiting to be marked; false where it could not be written. */
  flush(): Promise<boolean>;
  close(): Promise<void>;
}

interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  /** Told to the operator, one line each. */
  say: (line: string) => void;
}

/** Opens the database, brings its schema up to date and finds the county at work. */
export async function openApp({ env, say }: Surroundings, county?: CountyCode | 'real'): Promise<App> {
  const config = readConfig(env);
  const log = makeLog(config.logLevel);
  if (config.databaseUrl === undefined) ensureDataDir(config.dataDir);
  const database = await openDatabase({
    databaseUrl: config.databaseUrl,
    standbyUrl: config.standbyUrl,
    dataDir: config.dataDir,
    say,
  });
  try {
    const key = keyFor(config.key, config.dataDir);
    const active =
      county === 'real' ? config.county : (county ?? (await activeCounty(database, config.county)));
    return await appOver({ config, log, key, database }, active);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The real county once it holds households, else a demo that was loaded, else the real one, still empty. */
async function activeCounty(database: Database, real: CountyCode): Promise<CountyCode> {
  if ((await countyState(database, real)).hasHouseholds) return real;
  return (await countyState(database, demoCounty)).hasHouseholds ? demoCounty : real;
}

type Parts = Pick<Workplace, 'config' | 'log' | 'key' | 'database'>;

async function appOver(parts: Parts, county: CountyCode): Promise<App> {
  await setUpCounty(parts.database, county);
  const outside: Outside = { hashOf: hasher(parts.key, 'code') };
  const place: Workplace = { ...parts, outside, county, mode: modeOf(county) };
  const marks = makeSentMarks(place);
  const secondReader = secondReaderOf(parts.config);
  const others: App[] = [];
  return {
    ...place,
    receiver: (staffId) =>
      makeReceiver({
        ...place,
        preparePhoto,
        marks,
        secondReader,
        makeDocument: (reply, session) => makeDocument(place, reply, session),
        ...(staffId === undefined ? {} : { staffId }),
      }),
    over: async (other) => {
      const made = await appOver(parts, other);
      others.push(made);
      return made;
    },
    flush: () => marks.flush(),
    close: async () => {
      await marks.close();
      await closePhotos();
      if (closed.has(parts.database)) return;
      closed.add(parts.database);
      for (const other of others) await other.close();
      await parts.database.close();
    },
  };
}

/** Apps over several counties share one database; it is closed once. */
const closed = new WeakSet<Database>();
