import type { HouseholdBrief } from '../../conversations/contract/needs.ts';
import type { Db } from './transaction.ts';

/** Columns of a brief over household `h` with its units `hv`, `ht` and its visit `v` (left joined). */
export const briefColumns = ({
  sql,
}: Pick<
  Db,
  'sql'
>) => sql`h.id, h.code, h.head_name as "headName", h.village, hv.short as "villageName", ht.short as "townshipName",
  h.grp as "group", v.status, v.outcome`;

export type BriefRow = HouseholdBrief;

/** The household's visit, whichever questionnaire: a campaign has one per household. */
export const briefVisit = ({ sql }: Pick<Db, 'sql'>) =>
  sql`left join visit v on v.county = h.county and v.household_id = h.id`;
