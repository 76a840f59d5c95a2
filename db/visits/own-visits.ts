import type { OwnVisit } from '../../conversations/contract/needs.ts';
import { stated } from '../base/fact.ts';
import { type BriefRow, briefColumns } from '../base/household-brief.ts';
import type { Db } from '../base/transaction.ts';
import { wasHandedIn } from '../facts/visits.ts';
import { householdUnits } from '../households/row.ts';

/** The visits of the scope's person: what isn't finished first, then the latest handed in. At most `limit`. */
export async function ownVisits(db: Db, limit: number): Promise<OwnVisit[]> {
  const { sql } = db;
  const { county, staff } = db.scope;
  const rows = await sql<(BriefRow & { submittedOn: string | null })[]>`
    select ${briefColumns({ sql })}, case when ${stated({ sql }, wasHandedIn())} then v.submitted_on::text end as "submittedOn"
    from visit v join household h on h.county = v.county and h.id = v.household_id ${stated({ sql }, householdUnits)}
    where v.county = ${county} and v.helper = ${staff} and h.active
    order by ${stated({ sql }, wasHandedIn())}, v.submitted_at desc nulls last, v.started_at, v.id limit ${limit}`;
  return [...rows];
}
