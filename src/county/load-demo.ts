import { wholeCounty } from '../../conversations/access/scope.ts';
import { momentOf } from '../../conversations/calendar/workdays.ts';
import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { demoCounty } from '../../conversations/campaign/counties.ts';
import { countyUnits } from '../../conversations/campaign/county-units.ts';
import { campaignOf } from '../../conversations/campaigns/all.ts';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import { demoCampaign } from '../../conversations/demo/calendar.ts';
import { type DemoEntry, demoCountyOn } from '../../conversations/demo/county.ts';
import { type Cipher, openCipher } from '../../db/base/cipher.ts';
import type { Database } from '../../db/base/connect.ts';
import { read, type Tx, write } from '../../db/base/transaction.ts';
import { readCampaign, saveCampaign } from '../../db/campaign/settings.ts';
import { saveHouseholds } from '../../db/households/households.ts';
import { idCipherContext } from '../../db/households/id-numbers.ts';
import { beginBulk } from '../../db/imports/records.ts';
import {
  finishDemo,
  insertLeads,
  insertOpinions,
  insertProblems,
  insertStaff,
  insertVisits,
} from '../../db/made-up/demo.ts';
import { bindEverybody } from '../../db/made-up/rehearsal.ts';
import { countyState } from '../../db/places/counties.ts';
import { saveRooms } from '../../db/places/rooms.ts';
import type { Key } from '../setting/keys.ts';
import { setUpCounty } from './set-up-county.ts';

export interface DemoRequest {
  database: Database;
  key: Pick<Key, 'bytes'>;
  /** How many households. */
  households: number;
  /** Share of them already visited, 0 to 1. */
  visited: number;
  /** The made-up county to fill; the demo's unless it is the rehearsal. */
  county?: CountyCode;
  /** What the county is asked about; the first campaign unless said. */
  campaign?: Campaign;
  /** The county of real data: a demo is not loaded beside it. */
  realCounty?: CountyCode;
  /** The eighth day of the county's campaign; what was visited before was visited by this moment. */
  asOf: Date;
  onProgress?: (households: number) => void;
}

interface DemoLoaded {
  staff: number;
  households: number;
  visits: number;
  problems: number;
  leads: number;
}

/** The demo was refused; the message says why in Chinese. */
class DemoRefused extends Error {}

const portion = 1_000;

/** Fills a made-up county; refused beside real households and where there is a demo already. */
export async function loadDemo(request: DemoRequest): Promise<DemoLoaded> {
  const { database, county = demoCounty } = request;
  await refuseBesideRealData(request, county);
  await setUpCounty(database, county, request.campaign);
  const scope = wholeCounty(county);
  const ordered = await read(database, scope, readCampaign);
  if (ordered === null) throw new Error('The county has no campaign.');
  const asOf = request.asOf.getTime();
  const settings = demoCampaign(ordered, asOf);
  const made = demoCountyOn(countyUnits(county, campaignOf(settings)), settings, {
    households: request.households,
    visited: request.visited,
    asOf,
  });
  const cipher = await openCipher(new Uint8Array(request.key.bytes));
  return write(database, scope, async (tx) => {
    await saveCampaign(tx, settings);
    await beginBulk(tx);
    await insertStaff(tx, made.staff);
    // A rehearsal's own clock begins with the campaign.
    await bindEverybody(tx, county === demoCounty ? request.asOf : new Date(momentOf(settings.start)));
    await saveRooms(
      tx,
      made.rooms.map((room) => ({ ...room, channel: 'web' })),
    );
    const loaded = { staff: made.staff.length, households: 0, visits: 0, problems: 0, leads: 0 };
    for (const entries of portions(made.households())) {
      await savePortion(tx, cipher, entries);
      count(loaded, entries);
      if (loaded.households % (20 * portion) === 0) request.onProgress?.(loaded.households);
    }
    await finishDemo(tx);
    return loaded;
  });
}

async function refuseBesideRealData(
  { database, realCounty }: DemoRequest,
  county: CountyCode,
): Promise<void> {
  if (realCounty !== undefined && (await countyState(database, realCounty)).hasHouseholds) {
    throw new DemoRefused('这个数据库里已有真实农户，不能再装演示数据。请换一个 DATA_DIR 或 DATABASE_URL。');
  }
  if ((await countyState(database, county)).hasHouseholds) {
    throw new DemoRefused('演示县已经装好了，直接 ruhu start 就能用；要重新造，请换一个 DATA_DIR。');
  }
}

async function savePortion(tx: Tx, cipher: Cipher, entries: readonly DemoEntry[]): Promise<void> {
  const households = await Promise.all(
    entries.map(async ({ household, idNumber, phone, sort, helper }) => ({
      ...household,
      phone,
      sort,
      helper,
      extra: {},
      idHash: await cipher.hash(idNumber),
      idCipher: await cipher.encrypt(idNumber, idCipherContext(tx.scope.county, household.code)),
    })),
  );
  await saveHouseholds(tx, households, 'demo');
  const visited = entries.flatMap(({ visit, household }) =>
    visit === null ? [] : [{ made: visit, household }],
  );
  await insertVisits(tx, visited);
  const problems = entries.flatMap(({ problems, visit, household }) =>
    visit === null ? [] : problems.map((made) => ({ made, visit: visit.visit.id, household })),
  );
  await insertProblems(tx, problems);
  await insertLeads(tx, visited);
  const opinions = entries.flatMap(({ opinion, visit, household }) => {
    const at = visit?.visit.submittedAt ?? null;
    return opinion === null || at === null ? [] : [{ answers: opinion, at, household }];
  });
  await insertOpinions(tx, opinions);
}

function count(loaded: DemoLoaded, entries: readonly DemoEntry[]): void {
  loaded.households += entries.length;
  for (const { visit, problems } of entries) {
    if (visit === null) continue;
    loaded.visits += 1;
    loaded.problems += problems.length;
    if (visit.flags.length > 0) loaded.leads += 1;
  }
}

function* portions(entries: Iterable<DemoEntry>): Generator<DemoEntry[]> {
  let some: DemoEntry[] = [];
  for (const entry of entries) {
    some.push(entry);
    if (some.length < portion) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
