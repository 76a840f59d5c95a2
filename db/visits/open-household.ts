import type { HouseholdOpened, Needs } from '../../conversations/contract/needs.ts';
import type { Asker } from '../base/asker.ts';
import { stated } from '../base/fact.ts';
import type { Db } from '../base/transaction.ts';
import { type HouseholdRow, householdColumns, householdOf, householdUnits } from '../households/row.ts';
import { type VisitRow, visitColumns, visitOf } from './row.ts';

type Row = HouseholdRow & VisitRow & { helper_name: string | null };

/** A household with its visit under a questionnaire, or null where it lies outside the scope. */
export async function openHousehold(
  db: Db,
  asker: Asker,
  { id, questionnaire }: Needs['openHousehold']['in'],
): Promise<HouseholdOpened | null> {
  const { sql } = db;
  const [row] = await sql<Row[]>`
    select ${stated({ sql }, householdColumns)}, ${stated({ sql }, visitColumns)}, s.name as helper_name
    from household h ${stated({ sql }, householdUnits)}
    left join visit v on v.county = h.county and v.household_id = h.id and v.questionnaire = ${questionnaire}
    left join staff s on s.county = v.county and s.id = v.helper
    where h.county = ${db.scope.county} and h.id = ${id}`;
  return opened(row, asker);
}

/** A visit with its household, or null where it lies outside the scope. */
export async function openVisit(
  db: Db,
  asker: Asker,
  { id }: Needs['openVisit']['in'],
): Promise<HouseholdOpened | null> {
  const { sql } = db;
  const [row] = await sql<Row[]>`
    select ${stated({ sql }, householdColumns)}, ${stated({ sql }, visitColumns)}, s.name as helper_name
    from visit v join household h on h.county = v.county and h.id = v.household_id ${stated({ sql }, householdUnits)}
    left join staff s on s.county = v.county and s.id = v.helper
    where v.county = ${db.scope.county} and v.id = ${id}`;
  return opened(row, asker);
}

function opened(row: Row | undefined, { speaker }: Asker): HouseholdOpened | null {
  const household = row === undefined ? null : householdOf(row);
  if (row === undefined || household === null) return null;
  const visit = visitOf(row);
  return {
    household,
    visit,
    helperName: visit === null || visit.helper === speaker?.id ? null : row.helper_name,
  };
}
