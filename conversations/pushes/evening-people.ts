import type { UnitCode } from '../contract/ids.ts';
import { type Course, noProblems } from '../progress/overview.ts';
import { byTownship, total, type VillageProgress } from '../progress/rollup.ts';
import { type DigestFacts, type DigestUnit, eveningDigest } from './evening-digest.ts';
import type { EveningFacts, Forces, LeadCounts } from './facts.ts';
import type { Push } from './push.ts';

/** The evening digests: the county's to its leaders and office, a township's to its own leaders. */
export function eveningDigests(
  facts: EveningFacts,
  reportDeadline: string,
  course: Course,
  at: number,
): Push[] {
  const leaders = facts.staff.filter((s) => s.roles.includes('leader') || s.roles.includes('countyOffice'));
  const county = {
    staff: leaders.filter((s) => s.unitKind === 'county').map((s) => s.id),
    rooms: facts.rooms.filter((r) => r.kind === 'county').map((r) => r.room),
  };
  const townships = new Map(
    leaders.filter((s) => s.unitKind === 'township').map((s) => [s.unit, s.unitName]),
  );
  return [
    ...eveningDigest(countyDigest(facts, reportDeadline), county, course, at),
    ...[...townships].flatMap(([unit, name]) => {
      const staff = leaders.filter((s) => s.unit === unit).map((s) => s.id);
      return eveningDigest(townshipDigest(facts, unit, name), { staff, rooms: [] }, course, at);
    }),
  ];
}

/** What the leaders' evening digest of the county tells, township by township. */
export function countyDigest(facts: EveningFacts, reportDeadline: string): DigestFacts {
  const { name } = facts.county;
  const units = byTownship(facts.villages).map((t) => ({
    ...t,
    ...forcesOf(
      facts.forces,
      new Set(facts.villages.filter((v) => v.township === t.unit).map((v) => v.village)),
    ),
  }));
  return {
    unitName: name,
    unitKind: 'county',
    ...total(facts.villages),
    units,
    problems: facts.problems.get('') ?? noProblems,
    leadUnits: leadUnitsOf(facts, undefined),
    leads: { ...sumLeads(facts.leads), toDecide: facts.leads.reduce((n, l) => n + (l.atCounty ?? 0), 0) },
    reports: {
      filed: [...facts.reports.due].filter((unit) => facts.reports.filed.has(unit)).length,
      all: facts.reports.due.size,
      deadline: reportDeadline,
    },
  };
}

/** The same for the leaders of one township, village by village. */
export function townshipDigest(facts: EveningFacts, township: UnitCode, name: string): DigestFacts {
  const below = facts.villages.filter((v) => v.township === township);
  const own = facts.leads.filter((l) => l.township === township);
  return {
    unitName: name,
    unitKind: 'township',
    ...total(below),
    units: below.map((v) => digestUnit(v, facts.forces)),
    problems: facts.problems.get(township) ?? noProblems,
    leadUnits: leadUnitsOf(facts, township),
    leads: {
      ...sumLeads(own),
      toDecide: own.reduce((n, l) => n + (l.atTownship ?? 0), 0),
    },
  };
}

function digestUnit(v: VillageProgress, forces: readonly Forces[]): DigestUnit {
  return {
    unit: v.village,
    name: v.name,
    counts: v.counts,
    days: v.days,
    ...forcesOf(forces, new Set([v.village])),
  };
}

function forcesOf(forces: readonly Forces[], villages: ReadonlySet<UnitCode>) {
  const own = forces.filter((f) => villages.has(f.village));
  const sum = (of: (f: Forces) => number) => own.reduce((n, f) => n + of(f), 0);
  return {
    helpers: sum((f) => f.helpers),
    idleHelpers: sum((f) => f.idleHelpers),
    unassigned: sum((f) => f.unassigned),
  };
}

function leadUnitsOf(facts: EveningFacts, township: UnitCode | undefined): DigestFacts['leadUnits'] {
  const sums = new Map<string, { name: string; openedToday: number; overdue: number }>();
  for (const row of facts.leadUnits) {
    if (township !== undefined && row.township !== township) continue;
    const sum = sums.get(row.name) ?? { name: row.name, openedToday: 0, overdue: 0 };
    sums.set(row.name, {
      name: row.name,
      openedToday: sum.openedToday + row.openedToday,
      overdue: sum.overdue + row.overdue,
    });
  }
  return [...sums.values()].sort((a, b) => b.overdue - a.overdue || b.openedToday - a.openedToday);
}

function sumLeads(leads: readonly LeadCounts[]): DigestFacts['leads'] {
  return {
    today: leads.reduce((n, l) => n + l.today, 0),
    open: leads.reduce((n, l) => n + l.open, 0),
    included: leads.reduce((n, l) => n + l.included, 0),
    overdue: leads.reduce((n, l) => n + (l.overdue ?? 0), 0),
    longest: Math.max(0, ...leads.map((l) => l.longest ?? 0)),
  };
}
