import type { Household } from '../../conversations/contract/household.ts';
import type { UnitCode } from '../../conversations/contract/ids.ts';
import type { Outcome, Visit } from '../../conversations/contract/session.ts';
import { stated } from '../base/fact.ts';
import type { Db } from '../base/transaction.ts';
import { type HouseholdRow, householdColumns, householdOf, householdUnits } from '../households/row.ts';

/** One household of the ledger with its visit, where there is one. */
export interface LedgerEntry {
  household: Household;
  visit: {
    answers: Visit['answers'];
    status: Visit['status'];
    outcome: Outcome | null;
    problemCount: number;
    /** Questions answered 不清楚. */
    toVerify: string[];
    warnings: string[];
    helperName: string | null;
    /** Milliseconds since 1970. */
    submittedAt: number | null;
  } | null;
}

interface LedgerRow extends HouseholdRow {
  answers: Visit['answers'] | null;
  status: Visit['status'];
  outcome: Outcome | null;
  problem_count: number;
  to_verify: string[];
  warnings: string[];
  helper_name: string | null;
  submitted_at: Date | null;
}

/** How many rows are in memory at once. */
const portion = 2000;

/**
 * The households within the scope (or below one unit of it) in the register's order: township, village, group,
 * address. Streamed: memory doesn't grow with the county. Only `visited` ones unless all are asked for.
 */
export async function* streamLedger(
  db: Db,
  options: { unit?: UnitCode | undefined; questionnaire: string; visited?: boolean },
): AsyncGenerator<LedgerEntry[]> {
  const { county } = db.scope;
  const { sql } = db;
  const rows = sql<LedgerRow[]>`
    select ${stated({ sql }, householdColumns)}, v.answers, v.status, v.outcome, v.problem_count, v.to_verify, v.warnings, v.submitted_at,
      s.name as helper_name
    from household h ${stated({ sql }, householdUnits)}
    ${options.visited ? sql`join` : sql`left join`} visit v
      on v.county = h.county and v.household_id = h.id and v.questionnaire = ${options.questionnaire}
    left join staff s on s.county = v.county and s.id = v.helper
    where h.county = ${county} and h.active
      ${
        options.unit === undefined
          ? sql``
          : sql`and (h.village = ${options.unit} or h.township = ${options.unit} or exists (
        select 1 from unit c where c.county = ${county} and c.code = ${options.unit} and c.kind = 'county'))`
      }
    order by ht.sort, h.township, hv.sort, h.village, h.grp_no, h.grp, h.sort, h.id`;
  for await (const some of rows.cursor(portion)) yield some.map(entryOf);
}

function entryOf(row: LedgerRow): LedgerEntry {
  const household = householdOf(row);
  if (household === null) throw new Error('A row of the ledger has no household.');
  if (row.answers === null) return { household, visit: null };
  return {
    household,
    visit: {
      answers: row.answers,
      status: row.status,
      outcome: row.outcome,
      problemCount: row.problem_count,
      toVerify: row.to_verify,
      warnings: row.warnings,
      helperName: row.helper_name,
      submittedAt: row.submitted_at?.getTime() ?? null,
    },
  };
}
