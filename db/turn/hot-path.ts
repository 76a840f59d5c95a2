import type { CampaignId } from '../../conversations/contract/ids.ts';
import type { CampaignSettings } from '../../conversations/contract/session.ts';
import type { Database } from '../base/connect.ts';
import { isFault } from '../base/faults.ts';
import type { Sql } from '../base/lines.ts';
import { beginAt } from '../base/scope.ts';
import { Gather } from './gather.ts';
import { Recall } from './recall.ts';
import { type Incoming, type LoadedRow, loadParameters, loadStatement } from './session-load.ts';
import { keysOf, type TurnClaim, villagesOf } from './turn-claim.ts';
import { writeParameters, writeStatementFor } from './turn-write.ts';

/** The two statements of the hot path, gathered per county, and the settings as last seen with their version. */
export interface HotPath {
  settings: { version: number; value: CampaignSettings } | null;
  recall: Recall;
  loads: Gather<Incoming, LoadedRow>;
  /** Was it written? false: something was changed by another turn since it was loaded. A statement is of one campaign. */
  writes(campaign: CampaignId): Gather<TurnClaim, boolean>;
}

const largest = 128;

const paths = new WeakMap<Database, Map<string, HotPath>>();

export function hotPath(database: Database, county: string): HotPath {
  const ofDatabase = paths.get(database) ?? new Map<string, HotPath>();
  paths.set(database, ofDatabase);
  const path = ofDatabase.get(county) ?? newPath(database, county);
  ofDatabase.set(county, path);
  return path;
}

function newPath(database: Database, county: string): HotPath {
  const writes = new Map<CampaignId, Gather<TurnClaim, boolean>>();
  const path: HotPath = {
    settings: null,
    recall: new Recall(),
    loads: new Gather({
      atOnce: 1,
      largest,
      run: (items) => load(database, county, path.settings, items),
    }),
    writes: (campaign) => {
      const known = writes.get(campaign);
      if (known !== undefined) return known;
      const made = new Gather<TurnClaim, boolean>({
        atOnce: 2,
        largest,
        keys: keysOf,
        run: (items) => writeAll(database, county, campaign, items),
      });
      writes.set(campaign, made);
      return made;
    },
  };
  return path;
}

/** The visits come from the campaign that the settings named last; when they turn out to name another one, it is read again. */
async function load(
  database: Database,
  county: string,
  known: HotPath['settings'],
  items: readonly Incoming[],
): Promise<readonly LoadedRow[]> {
  const campaign = known?.value.id ?? null;
  const rows = await loadFrom(database, county, campaign, known?.version ?? 0, items);
  const changed = rows.find((row) => row.settings !== null)?.settings?.id ?? campaign;
  return changed === campaign ? rows : loadFrom(database, county, changed, 0, items);
}

function loadFrom(
  database: Database,
  county: string,
  campaign: CampaignId | null,
  known: number,
  items: readonly Incoming[],
): Promise<readonly LoadedRow[]> {
  return inOneGo(database, beginAt(county, campaign, '*'), async (sql) => {
    const rows = await prepared<LoadedRow>(sql, loadStatement, loadParameters(county, known, items));
    const byNumber = new Map(rows.map((row) => [row.n, row]));
    return items.map((_, i) => byNumber.get(i + 1) as LoadedRow);
  });
}

function writeAll(
  database: Database,
  county: string,
  campaign: CampaignId,
  items: readonly TurnClaim[],
): Promise<readonly boolean[]> {
  return inOneGo(database, beginAt(county, campaign, villagesOf(items)), async (sql) => {
    const rows = await prepared<{ n: number }>(sql, writeStatementFor(items), writeParameters(county, items));
    const done = new Set(rows.map((row) => row.n));
    return items.map((_, i) => done.has(i));
  });
}

export function prepared<Row extends object>(
  sql: Sql,
  statement: string,
  values: unknown[],
): Promise<readonly Row[]> {
  return sql.unsafe<Row[]>(statement, values as never[], { prepare: true }).execute();
}

/** Begin, one statement and commit, sent together: one round trip. A failed statement makes the commit a rollback. */
async function inOneGo<T>(database: Database, begin: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  return database.hotLines.lend(async ({ sql }) => {
    const [, result] = await Promise.all([
      sql.unsafe(begin).execute(),
      work(sql),
      sql`commit`.simple().execute(),
    ]);
    return result;
  }, 'turn');
}

const patience = 60_000;

/** Goes on trying while the server is away: what runs here may run twice, since a claim counts once. */
export async function withPatience<T>(database: Database, work: () => Promise<T>): Promise<T> {
  for (const until = performance.now() + patience; ; ) {
    try {
      return await work();
    } catch (error) {
      if (!isFault(error, 'unreachable', 'locked') || performance.now() > until) throw error;
      await database.recover();
    }
  }
}
