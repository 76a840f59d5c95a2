import type { ProblemCategory } from '../../conversations/contract/finding.ts';
import type { Household } from '../../conversations/contract/household.ts';
import type { HouseholdId, UnitCode } from '../../conversations/contract/ids.ts';
import type { ProblemStatus } from '../../conversations/problems/states.ts';
import type { ProblemFilter } from '../../conversations/progress/needs.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';
import {
  type HouseholdsWanted,
  householdsWanted,
  lineJoins,
  lineOrder,
  problemsMeant,
  problemsWithin,
} from './lists.ts';

/** A household as a spreadsheet has it. */
export interface SheetHousehold {
  id: HouseholdId;
  code: string;
  headName: string;
  type: Household['type'];
  monitoredKind: Household['monitoredKind'] | null;
  townshipName: string;
  villageName: string;
  group: string;
  tally: string | null;
  helperName: string | null;
  submittedAt: Date | null;
  problems: number;
}

const portion = 1000;

/** The whole list that a chat message showed the beginning of, in its order; memory stays small. */
export async function* householdRows(
  db: Db,
  asker: Asker,
  wanted: HouseholdsWanted,
): AsyncGenerator<SheetHousehold[]> {
  const { sql } = db;
  yield* sql<SheetHousehold[]>`
    select h.id, h.code, h.head_name as "headName", h.type, h.monitored_kind as "monitoredKind", ht.short as "townshipName",
      hv.short as "villageName", h.grp as "group", v.tally, s.name as "helperName", v.submitted_at as "submittedAt",
      coalesce(v.problem_count, 0) as problems
    from household h ${lineJoins({ sql })} where ${householdsWanted(db, asker, wanted)}
    order by ${lineOrder({ sql })}`.cursor(portion);
}

/** A problem as a spreadsheet has it. `due` is an ISO date. */
export interface SheetProblem {
  no: number;
  townshipName: string | null;
  villageName: string | null;
  group: string;
  headName: string | null;
  householdId: HouseholdId | null;
  category: ProblemCategory;
  description: string;
  leadUnit: string;
  due: string | null;
  status: ProblemStatus;
}

interface ProblemsWanted {
  unit?: UnitCode;
  filter: ProblemFilter;
  category?: ProblemCategory;
  today: string;
}

/** The whole list of problems that a chat message showed the beginning of, in its order. */
export async function* problemRows(
  db: Db,
  { unit, filter, category, today }: ProblemsWanted,
): AsyncGenerator<SheetProblem[]> {
  const { sql } = db;
  yield* sql<SheetProblem[]>`
    select p.no, pt.short as "townshipName", pv.short as "villageName", coalesce(h.grp, '') as "group", h.head_name as "headName",
      p.household_id as "householdId", p.category, p.description, p.lead_unit as "leadUnit", p.due, p.status
    from problem p left join household h on h.county = p.county and h.id = p.household_id
    left join unit pv on pv.county = p.county and pv.code = p.village
    left join unit pt on pt.county = p.county and pt.code = p.township
    where ${problemsWithin(db, unit)} and ${problemsMeant(db, filter, category, today)}
    order by p.due nulls last, p.no`.cursor(portion);
}
