import type { HouseholdId } from '../../conversations/contract/ids.ts';
import type { Needs } from '../../conversations/contract/needs.ts';

/** What of an answer is a look at households, and how the log calls it. */
type LookedAt<N extends keyof Needs> = (
  answer: Needs[N]['out'],
) => readonly (HouseholdId | null | undefined)[];

type Looks = { [N in keyof Needs]?: [what: string, lookedAt: LookedAt<N>] };

/**
 * The answers that show somebody's data to whoever asked. Kept here, where rows are read, so that no dialogue can
 * forget it; a search that is narrowed down before anything is shown logs what it shows itself.
 */
const looks: Looks = {
  openHousehold: ['查看', (opened) => [opened?.household.id]],
  openVisit: ['查看', (opened) => [opened?.household.id]],
  householdStanding: ['查询', (standing) => [standing?.id]],
  inquiryHouseholds: ['名单', ({ rows }) => rows.map((row) => row.id)],
  inquiryProblems: ['问题', ({ rows }) => rows.map((row) => row.householdId)],
  inquiryLeads: ['监测线索', ({ rows }) => rows.map((row) => row.householdId)],
  problem: ['问题', (problem) => [problem?.household?.id]],
  problemsOf: ['问题', (problems) => problems.map((problem) => problem.household?.id)],
  ownProblems: ['问题', (problems) => problems.map((problem) => problem.household?.id)],
  lead: ['监测线索', (lead) => [lead?.household.id]],
  openLeads: ['监测线索', ({ leads }) => leads.map((lead) => lead.household.id)],
  leadsOf: ['监测线索', (leads) => leads.map((lead) => lead.household.id)],
  listedIn: ['外来名单', (rows) => rows.map((row) => row.household?.id)],
  listedRow: ['外来名单', (row) => [row?.household?.id]],
  listedOf: ['外来名单', (rows) => rows.map((row) => row.household?.id)],
  comparingLists: ['外来名单', ({ rows }) => rows.map((row) => row.household?.id)],
  listedMine: ['外来名单', ({ rows }) => rows.map((row) => row.household?.id)],
  spotChecks: ['抽查', ({ checks }) => checks.map((check) => check.household.id)],
  spotCheck: ['抽查', (found) => [found?.check.household.id]],
  ownConflicts: ['比对', ({ conflicts }) => conflicts.map((conflict) => conflict.household.id)],
};

/** The households that an answer shows, with what is looked at; null where it shows none. */
export function looksIn<N extends keyof Needs>(
  need: N,
  answer: Needs[N]['out'],
): { what: string; households: HouseholdId[] } | null {
  const found = looks[need];
  if (found === undefined) return null;
  const [what, lookedAt] = found;
  const households = [...new Set(lookedAt(answer))].filter((id) => id !== null && id !== undefined);
  return households.length === 0 ? null : { what, households };
}
