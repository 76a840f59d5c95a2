import { addDays, daysBetween } from '../calendar/days.ts';
import type { StaffId } from '../contract/ids.ts';
import type { Role } from '../contract/session.ts';
import { maskNumbers } from '../language/masking.ts';
import { categoryLabels } from '../problems/states.ts';
import type { MorningFacts, OpenProblem, StaffPushFacts } from './facts.ts';
import { leadsByPerson, leadsLateBy } from './lead-reminders.ts';
import {
  type DueProblem,
  deadlinesOf,
  escalateToCountyAfter,
  escalateToHeadAfter,
  type HelperList,
  type MorningDay,
  type MorningPerson,
  morningPush,
  problemReminderDays,
  repeatsOverdue,
  type UnitProblems,
} from './morning.ts';
import type { Push } from './push.ts';

/** One message per person who has something before him, deadlines only for who is muted. */
export function morningPushes(facts: MorningFacts, day: MorningDay): Push[] {
  return morningPeople(facts, day).flatMap(
    ({ person, muted }) => morningPush(muted ? deadlinesOf(person) : person, day) ?? [],
  );
}

function morningPeople(facts: MorningFacts, day: MorningDay): { person: MorningPerson; muted: boolean }[] {
  const lists = helperLists(facts);
  const problems = problemsByPerson(facts, day);
  const heads = headsOf(facts.staff);
  const leads = leadsByPerson(
    (facts.leads ?? []).filter((lead) => lead.due >= day.date || repeatsOverdue(day)),
    facts.staff,
  );
  return facts.staff.map((s) => ({
    muted: s.muted,
    person: {
      staff: s.id,
      name: s.name,
      ...optional('list', lists.get(s.id)),
      ...optional('problems', problems.get(s.id)),
      ...optional('news', newsOf(s, facts)),
      ...optional('leads', leads.get(s.id)),
      ...optional('escalated', escalated(s, heads, facts, day)),
      ...optional('lateLeads', lateLeads(s, heads, facts, day)),
      ...optional('report', reportOf(s, facts)),
      ...optional('unassigned', unassignedOf(s, facts)),
    },
  }));
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]: V });
}

function helperLists(facts: MorningFacts): Map<StaffId, HelperList> {
  const first = grouped(facts.first, (row) => row.staff);
  const unfinished = grouped(facts.unfinished, (row) => row.staff);
  const lots = new Map(facts.lots.map((lot) => [lot.staff, lot]));
  const everybody = new Set([...lots.keys(), ...unfinished.keys()]);
  return new Map(
    [...everybody].map((staff) => {
      const drafts = (unfinished.get(staff) ?? []).filter((row) => row.what === 'draft');
      const returned = (unfinished.get(staff) ?? []).filter((row) => row.what === 'returned');
      const lot = lots.get(staff);
      const list: HelperList = {
        // Who has only drafts left of households given to others still hears of them.
        total: lot?.total ?? drafts.length + returned.length,
        remaining: lot?.remaining ?? 0,
        villages: lot?.villages ?? 1,
        next: first.get(staff) ?? [],
        oldDrafts: drafts,
        oldDraftCount: drafts[0]?.count ?? 0,
        returned,
        returnedCount: returned[0]?.count ?? 0,
      };
      return [staff, list] as const;
    }),
  );
}

/** Due in three days, in one, today; overdue again and again, until it is reported done. */
function isTold(problem: OpenProblem, day: MorningDay): boolean {
  const left = daysBetween(day.date, problem.due);
  return left < 0 ? repeatsOverdue(day) : problemReminderDays.includes(left);
}

/** A problem is told to the person responsible, else to the cadres of the unit responsible. */
function problemsByPerson(
  facts: MorningFacts,
  day: MorningDay,
): Map<StaffId, NonNullable<MorningPerson['problems']>> {
  const cadres = grouped(
    facts.staff.filter((s) =>
      s.roles.some(
        (role) => role === 'villageCadre' || role === 'townshipCadre' || role === 'departmentOfficer',
      ),
    ),
    (s) => s.unit,
  );
  const told = facts.problems
    .filter((problem) => isTold(problem, day))
    .flatMap((problem) => {
      const people =
        problem.staff !== null
          ? [problem.staff]
          : (problem.unit === null ? [] : (cadres.get(problem.unit) ?? [])).map((s) => s.id);
      return people.map((staff) => ({ staff, problem: dueProblem(problem) }));
    });
  const byPerson = grouped(told, (row) => row.staff);
  return new Map(
    [...byPerson].map(([staff, rows]) => [
      staff,
      { items: rows.map((row) => row.problem), count: rows.length },
    ]),
  );
}

/** Enough to know which it is, without the whole name: 178号赵堂村1组张某户“门前水沟不通”. */
function dueProblem({ no, category, place, head, description, due }: OpenProblem): DueProblem {
  const said = maskNumbers(description).trim();
  return {
    no,
    what: said === '' ? categoryLabels[category] : `“${said.slice(0, 16)}${said.length > 16 ? '…' : ''}”`,
    where: head === null ? place : `${place}${head.slice(0, 1)}某户`,
    due,
  };
}

/** After two days overdue the unit's head hears of it, after five the county office (责任倒追). */
function escalated(
  s: StaffPushFacts,
  heads: ReadonlySet<StaffId>,
  facts: MorningFacts,
  day: MorningDay,
): UnitProblems | undefined {
  if (s.roles.includes('countyOffice'))
    return lateBy(facts.problems, escalateToCountyAfter, 'county', facts, day);
  if (!heads.has(s.id)) return undefined;
  const own = facts.problems.filter((p) => p.unit === s.unit || p.leadUnit === s.unitName);
  return lateBy(own, escalateToHeadAfter, 'unit', facts, day);
}

/** Departments and townships hear daily of what is new with them, and only when something is. */
function newsOf(s: StaffPushFacts, facts: MorningFacts): MorningPerson['news'] {
  if (!s.roles.includes('townshipCadre') && !s.roles.includes('departmentOfficer')) return undefined;
  const own = (facts.news ?? []).filter((n) => n.unit === s.unit);
  if (own.length === 0) return undefined;
  const nos = (what: 'toRectify' | 'toReview' | 'toLook') =>
    own.filter((n) => n.what === what).map((n) => n.no);
  return { toRectify: nos('toRectify'), toReview: nos('toReview'), toLook: nos('toLook') };
}

/** A lead's step that is over escalates like a problem: after two days to the township's head, after five to the county. */
function lateLeads(
  s: StaffPushFacts,
  heads: ReadonlySet<StaffId>,
  facts: MorningFacts,
  day: MorningDay,
): MorningPerson['lateLeads'] {
  if (!repeatsOverdue(day)) return undefined;
  const leads = facts.leads ?? [];
  if (s.roles.includes('countyOffice')) return leadsLateBy(leads, escalateToCountyAfter, day.date);
  if (!heads.has(s.id) || s.unitKind !== 'township') return undefined;
  const own = leads.filter((lead) => lead.township === s.unit);
  return leadsLateBy(own, escalateToHeadAfter, day.date);
}

/** Who heads a township or department: its leaders, or its cadres where the roster names no leader. */
function headsOf(staff: readonly StaffPushFacts[]): Set<StaffId> {
  const units = grouped(
    staff.filter((s) => s.unitKind === 'township' || s.unitKind === 'department'),
    (s) => s.unit,
  );
  const heads = [...units.values()].flatMap((people) => {
    const leaders = people.filter((s) => s.roles.includes('leader'));
    const cadres = people.filter(
      (s) => s.roles.includes('townshipCadre') || s.roles.includes('departmentOfficer'),
    );
    return leaders.length > 0 ? leaders : cadres;
  });
  return new Set(heads.map((s) => s.id));
}

function lateBy(
  problems: readonly OpenProblem[],
  days: number,
  level: UnitProblems['level'],
  facts: MorningFacts,
  day: MorningDay,
): UnitProblems | undefined {
  const late = problems.filter((p) => p.due <= addDays(day.date, -days));
  if (late.length === 0) return undefined;
  const isFresh = (p: OpenProblem) => p.due > addDays(facts.lastTold, -days);
  const fresh = late.filter(isFresh);
  const ordered = [...fresh, ...late.filter((p) => !isFresh(p))];
  return { level, overdue: ordered.map(dueProblem), overdueCount: late.length, fresh: fresh.length };
}

/** Who files for his unit; who signs reads it unasked. */
const reporters: readonly Role[] = ['townshipCadre', 'departmentOfficer', 'countyOffice'];

/** Whoever may make his unit's report is reminded until it is filed. */
function reportOf(s: StaffPushFacts, { reports }: MorningFacts): MorningPerson['report'] | undefined {
  if (!reports.due.has(s.unit) || reports.filed.has(s.unit) || s.unitKind === 'county') return undefined;
  return s.roles.some((role) => reporters.includes(role)) ? { unitName: s.unitName } : undefined;
}

function unassignedOf(s: StaffPushFacts, facts: MorningFacts): MorningPerson['unassigned'] | undefined {
  if (s.unitKind !== 'village' || !s.roles.includes('villageCadre')) return undefined;
  const count = facts.forces.find((f) => f.village === s.unit)?.unassigned ?? 0;
  return count === 0 ? undefined : { unitName: s.unitName, count };
}

function grouped<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
