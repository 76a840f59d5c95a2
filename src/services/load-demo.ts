import { wholeCounty } from '../../conversations/access/scope.ts';
import { demoCounty, isMadeUp } from '../../conversations/campaign/counties.ts';
import { type CountyUnit, countyUnits } from '../../conversations/campaign/county-units.ts';
import { demoAnswers } from '../../conversations/campaign/demo/answers.ts';
import { type Chance, chanceFrom } from '../../conversations/campaign/demo/chance.ts';
import { type DemoHousehold, demoHouseholds } from '../../conversations/campaign/demo/households.ts';
import { demoStaff } from '../../conversations/campaign/demo/staff.ts';
import { defaultCampaign, dueDate } from '../../conversations/campaign/settings.ts';
import { type CountyCode, householdId, type StaffId } from '../../conversations/engine/ids.ts';
import type { CampaignSettings } from '../../conversations/engine/session.ts';
import type { Household } from '../../conversations/household/household.ts';
import { householdQuestionnaire } from '../../conversations/household/questionnaire.ts';
import { monitoringFlags } from '../../conversations/rules/monitoring.ts';
import { findProblems } from '../../conversations/rules/problems.ts';
import { toVerify } from '../../conversations/rules/to-verify.ts';
import type { Database } from '../../db/connect.ts';
import { countyState } from '../../db/counties.ts';
import { type DemoVisit, saveDemoVisits } from '../../db/demo-visits.ts';
import { saveHouseholds } from '../../db/households.ts';
import { saveRooms } from '../../db/rooms.ts';
import { saveStaff, staffIdsByPhone } from '../../db/staff.ts';
import { write } from '../../db/transaction.ts';
import { setUpCounty } from './set-up-county.ts';

export interface DemoRequest {
  database: Database;
  /** The real county: a database that holds its households takes no demo. */
  real: CountyCode;
  /** A made-up county; the demo's by default. */
  county?: CountyCode;
  households: number;
  /** Share already visited, 0 to 1. */
  visited: number;
  onProgress?: (households: number) => void;
}

export interface DemoReport {
  households: number;
  visits: number;
  problems: number;
  staff: number;
}

/** The demo was refused; the message says why, in Chinese. */
export class DemoRefused extends Error {}

const batch = 4000;

/** Loads a made-up county on the real townships and villages, the same one every time. */
export async function loadDemo(request: DemoRequest): Promise<DemoReport> {
  const { database, real, county = demoCounty, households, visited } = request;
  if (!isMadeUp(county)) throw new DemoRefused('演示数据只能装进编造的县');
  if ((await countyState(database, real)).hasHouseholds)
    throw new DemoRefused('库里已经有真实农户，不装演示数据。请换一个 DATA_DIR 或 DATABASE_URL。');
  if ((await countyState(database, county)).hasHouseholds)
    throw new DemoRefused('演示县已经装过了。要换规模，请换一个 DATA_DIR。');
  await setUpCounty(database, county);
  const units = countyUnits(county);
  const villages = units.filter((u) => u.kind === 'village');
  const helpers = await loadPeople(request, county, units, households / villages.length);
  const report: DemoReport = { households: 0, visits: 0, problems: 0, staff: helpers.staff };
  const settings = defaultCampaign();
  const names = new Map(units.map((u) => [u.code, u]));
  for (const rows of batches(demoHouseholds(villages, households))) {
    const visits = rows.flatMap((row) => visitOf(row, helpers.of(row), visited, settings, names) ?? []);
    await write(database, wholeCounty(county), async (tx) => {
      const list = rows.map((row) => ({
        ...row,
        village: row.village.code,
        township: row.village.parent ?? row.village.code,
        extra: {},
        helper: helpers.of(row),
      }));
      await saveHouseholds(tx, list, 'demo');
      if (visits.length > 0) await saveDemoVisits(tx, householdQuestionnaire, visits);
    });
    report.households += rows.length;
    report.visits += visits.length;
    report.problems += visits.reduce((sum, v) => sum + v.findings.length, 0);
    request.onProgress?.(report.households);
  }
  return report;
}

interface Helpers {
  staff: number;
  of(row: DemoHousehold): StaffId | undefined;
}

/** The roster, a group for every village and township and one of the county, and who looks after which household. */
async function loadPeople(
  { database }: DemoRequest,
  county: CountyCode,
  units: readonly CountyUnit[],
  perVillage: number,
): Promise<Helpers> {
  const people = demoStaff(units, perVillage);
  const ids = await write(database, wholeCounty(county), async (tx) => {
    await saveStaff(tx, people);
    const rooms = units.filter((u) => u.kind !== 'department');
    await saveRooms(
      tx,
      rooms.map((u) => ({ channel: 'web', externalId: `${u.code}`, name: `${u.short}工作群`, unit: u.code })),
    );
    return staffIdsByPhone(tx);
  });
  const byVillage = new Map<string, StaffId[]>();
  for (const person of people) {
    const id = ids.get(person.phone);
    if (id !== undefined && person.roles.includes('helper'))
      byVillage.set(person.unit, [...(byVillage.get(person.unit) ?? []), id]);
  }
  return {
    staff: people.length,
    // Whole groups go to one helper, so that a day's walk stays in one place.
    of: (row) => {
      const list = byVillage.get(row.village.code) ?? [];
      return list[Number.parseInt(row.group, 10) % list.length];
    },
  };
}

const campaignDays = 7;
const dayMs = 86_400_000;

/** A made-up visit within the campaign's first days, or none: the more days pass, the more are done. */
function visitOf(
  row: DemoHousehold,
  helper: StaffId | undefined,
  share: number,
  settings: CampaignSettings,
  units: ReadonlyMap<string, CountyUnit>,
): DemoVisit | undefined {
  const chance = chanceFrom(hashOf(row.code));
  const pace = 0.75 + 0.5 * chanceFrom(hashOf(row.village.code)).next();
  if (helper === undefined || !chance.happens(share >= 1 ? 1 : Math.min(1, share * pace))) return undefined;
  const household = asHousehold(row, units);
  const answers = demoAnswers(household, settings.year, chance);
  const submitted = submittedAt(settings.start, chance);
  const day = new Date(submitted + 8 * 3_600_000).toISOString().slice(0, 10);
  return {
    code: row.code,
    helper,
    answers,
    findings: findProblems(answers, household, settings).map((f) => ({
      ...f,
      due: dueDate(day, f.category, settings.end),
    })),
    flags: monitoringFlags(answers, household, settings),
    toVerify: toVerify(answers),
    startedAt: new Date(submitted - chance.between(3, 15) * 60_000).toISOString(),
    submittedAt: new Date(submitted).toISOString(),
  };
}

function submittedAt(start: string, chance: Chance): number {
  const day = Math.floor(Math.sqrt(chance.next()) * campaignDays);
  return Date.parse(`${start}T08:00:00+08:00`) + day * dayMs + chance.between(0, 9 * 60) * 60_000;
}

function asHousehold(row: DemoHousehold, units: ReadonlyMap<string, CountyUnit>): Household {
  const { village: unit, sort: _, ...rest } = row;
  const township = units.get(unit.parent ?? '');
  return {
    ...rest,
    id: householdId.parse('00000000-0000-4000-8000-000000000000'),
    village: unit.code,
    villageName: unit.short,
    township: township?.code ?? unit.code,
    townshipName: township?.short ?? '',
  };
}

function* batches<T>(items: Iterable<T>): Generator<T[]> {
  let rows: T[] = [];
  for (const item of items) {
    rows.push(item);
    if (rows.length < batch) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** FNV-1a: spreads codes over the seeds. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
