import type { CountyUnit } from '../campaign/county-units.ts';
import { campaignOf } from '../campaigns/all.ts';
import { type StaffId, staffId, type UnitCode } from '../contract/ids.ts';
import type { CampaignSettings } from '../contract/session.ts';
import type { Answers } from '../form/answer.ts';
import { demoOpinion } from './answers.ts';
import { Chance } from './chance.ts';
import { type DemoHousehold, demoHousehold } from './households.ts';
import { type DemoProblem, demoProblem, type Responsible } from './problems.ts';
import { type DemoStaff, demoStaff } from './staff.ts';
import { type DemoVillage, demoVillages } from './villages.ts';
import { type DemoVisit, demoVisit } from './visits.ts';

interface DemoOptions {
  /** How many households. */
  households: number;
  /** Share of them already visited, 0 to 1. */
  visited: number;
  /** The moment the demo stands at, milliseconds since 1970: nothing lies after it. */
  asOf: number;
  seed?: number;
}

interface DemoRoom {
  name: string;
  externalId: string;
  unit: UnitCode;
}

export interface DemoEntry extends DemoHousehold {
  helper: StaffId;
  visit: DemoVisit | null;
  /** What it thinks of the work; null where nobody asked it. */
  opinion: Answers | null;
  problems: DemoProblem[];
}

/** A made-up county: people and groups at once, households one after the other. */
interface DemoCounty {
  staff: DemoStaff[];
  rooms: DemoRoom[];
  households(): Generator<DemoEntry>;
}

/** Makes up a county on the given units; the same options give the same county. */
export function demoCountyOn(
  units: readonly CountyUnit[],
  settings: CampaignSettings,
  options: DemoOptions,
): DemoCounty {
  const seed = options.seed ?? 20_211_209;
  const villages = demoVillages(units, options.households, options.visited, seed);
  const staff = demoStaff(units, villages, campaignOf(settings).texts.short, new Chance(seed + 1));
  return {
    staff,
    rooms: roomsOf(units, villages),
    households: () => entries(villages, staff, settings, options, new Chance(seed + 2)),
  };
}

/** Households whose opinion was asked by a spot-check. */
const askedShare = 0.12;

function* entries(
  villages: readonly DemoVillage[],
  staff: readonly DemoStaff[],
  settings: CampaignSettings,
  options: DemoOptions,
  chance: Chance,
): Generator<DemoEntry> {
  let n = 0;
  const asked = new Chance((options.seed ?? 20_211_209) + 3);
  for (const village of villages) {
    const helpers = idsOf(staff, village.unit.code, 'helper');
    const villageCadre = idsOf(staff, village.unit.code, 'villageCadre')[0] ?? nobody;
    const townshipCadre = idsOf(staff, village.township.code, 'townshipCadre')[0] ?? nobody;
    for (let i = 0; i < village.households; i++) {
      const made = demoHousehold(village, i, n++, settings.year, chance);
      const helper = helpers[Math.floor((i * helpers.length) / village.households)] ?? nobody;
      const visit = chance.is(village.pace) ? demoVisit(made, helper, settings, options.asOf, chance) : null;
      const who: Responsible = { helper, villageCadre, townshipCadre, township: village.township.code };
      const opinion =
        visit?.visit.outcome === 'answered' && asked.is(askedShare)
          ? demoOpinion(made, settings, asked)
          : null;
      yield {
        ...made,
        helper,
        opinion,
        visit,
        problems: problemsOf(visit, who, settings, options.asOf, chance),
      };
    }
  }
}

function problemsOf(
  visit: DemoVisit | null,
  who: Responsible,
  settings: CampaignSettings,
  asOf: number,
  chance: Chance,
): DemoProblem[] {
  const openedAt = visit?.visit.submittedAt ?? null;
  if (visit === null || openedAt === null) return [];
  return visit.findings.map((finding) => demoProblem(finding, openedAt, who, settings, asOf, chance));
}

/** Every village with households has a helper and a cadre; this id belongs to none and would fail the load. */
const nobody: StaffId = staffId.parse('00000000-0000-4000-8000-000000000000');

function idsOf(staff: readonly DemoStaff[], unit: UnitCode, role: DemoStaff['roles'][number]): StaffId[] {
  return staff
    .filter((person) => person.unit === unit && person.roles.includes(role))
    .map((person) => person.id);
}

function roomsOf(units: readonly CountyUnit[], villages: readonly DemoVillage[]): DemoRoom[] {
  const places = [
    ...units.filter((unit) => unit.kind === 'township'),
    ...villages.map((village) => village.unit),
  ];
  const names = new Map<string, number>();
  for (const { short } of places) names.set(short, (names.get(short) ?? 0) + 1);
  const townOf = new Map(villages.map((village) => [village.unit.code, village.township.short]));
  return places.map(({ code, short }) => {
    // A name that occurs twice in the county is told with its township.
    const place = (names.get(short) ?? 0) > 1 ? `${townOf.get(code) ?? ''}${short}` : short;
    return { name: `${place}排查群`, externalId: code, unit: code };
  });
}
