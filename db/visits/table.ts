import { type SQL, sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { HouseholdId, StaffId, VisitId } from '../../conversations/contract/ids.ts';
import {
  explainedOutcomes,
  handedInStatuses,
  outcomes,
  visitStatuses,
} from '../../conversations/contract/session.ts';
import type { Answers } from '../../conversations/form/answer.ts';
import { campaign, county, id, moment, oneOf, placeColumns } from '../base/column.ts';
import { dayOf, isOneOf } from '../base/fact.ts';
import { household } from '../households/table.ts';

// The ledger's columns are generated from `answers`, so there is one truth. Only a known answer has a value
// `v`; one of another kind than the column's (an old questionnaire) counts as not answered.
const yesNo = (key: string) => boolean().generatedAlwaysAs((): SQL => value(key, 'boolean', 'boolean'));
const count = (key: string) => integer().generatedAlwaysAs((): SQL => value(key, 'number', 'integer'));
const words = (key: string) => text().generatedAlwaysAs((): SQL => sql.raw(`answers #>> '{${key},v}'`));
const list = (key: string) =>
  jsonb()
    .$type<string[]>()
    .generatedAlwaysAs((): SQL => sql.raw(`answers #> '{${key},v}'`));

function value(key: string, kind: string, type: string): SQL {
  const path = `answers #> '{${key},v}'`;
  return sql.raw(`case jsonb_typeof(${path}) when '${kind}' then (${path})::${type} end`);
}

/** One household answered once under one questionnaire. */
export const visit = pgTable(
  'visit',
  {
    county: county(),
    campaign: campaign(),
    id: id().$type<VisitId>(),
    householdId: uuid().$type<HouseholdId>().notNull(),
    ...placeColumns(),
    helper: uuid().$type<StaffId>().notNull(),
    status: text({ enum: visitStatuses }).notNull(),
    outcome: text({ enum: outcomes }),
    questionnaire: text().notNull(),
    questionnaireVersion: integer().notNull(),
    answers: jsonb().$type<Answers>().notNull(),
    population: count('population'),
    annualIncome: count('annualIncome'),
    incomeSource: list('incomeSource'),
    incomeStable: yesNo('incomeStable'),
    allInsured: yesNo('allInsured'),
    seriousIllness: yesNo('seriousIllness'),
    canAffordCare: yesNo('canAffordCare'),
    schoolAgeChild: yesNo('schoolAgeChild'),
    droppedOut: yesNo('droppedOut'),
    dropoutReason: words('dropoutReason'),
    housingSafe: yesNo('housingSafe'),
    housingAppraised: yesNo('housingAppraised'),
    otherSafeHousing: yesNo('otherSafeHousing'),
    waterProblem: yesNo('waterProblem'),
    otherProblems: words('otherProblems'),
    otherDifficulties: yesNo('otherDifficulties'),
    problemCount: integer().notNull().default(0),
    /** Questions answered 不清楚. */
    toVerify: text().array().notNull().default([]),
    /** Keys of contradictions and odd values. */
    warnings: text().array().notNull().default([]),
    startedAt: moment().notNull(),
    submittedAt: moment(),
    returnedAt: moment(),
    returnedBy: uuid(),
    returnReason: text(),
    verifiedAt: moment(),
    verifiedBy: uuid(),
    updatedAt: moment().notNull().defaultNow(),
    version: integer().notNull(),
    /**
     * How the visit counts in progress figures: S submitted, V verified, R returned, D draft, N not at home,
     * F refused; behind S and V: x explained (moved, deceased, merged), u something to verify, p problems. Stays
     * the same while a draft is answered, so that answers don't touch the index that is counted from.
     */
    tally: text().generatedAlwaysAs(
      sql`case when questionnaire <> 'household' then null
        when ${sql.raw(isOneOf('status', handedInStatuses))} then case status when 'submitted' then 'S' else 'V' end
          || case when ${sql.raw(isOneOf('outcome', explainedOutcomes))} then 'x' else '' end
          || case when cardinality(to_verify) > 0 then 'u' else '' end
          || case when problem_count > 0 then 'p' else '' end
        when status = 'returned' then 'R'
        else case outcome when 'notHome' then 'N' when 'refused' then 'F' else 'D' end end`,
    ),
    submittedOn: date({ mode: 'string' }).generatedAlwaysAs(sql.raw(dayOf('submitted_at'))),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.campaign, t.id] }),
    unique('visit_once').on(t.county, t.campaign, t.householdId, t.questionnaire),
    index('visit_by_village').on(t.county, t.campaign, t.village, t.status),
    index('visit_by_township').on(t.county, t.campaign, t.township, t.status),
    index('visit_tally').on(t.county, t.campaign, t.village, t.tally, t.submittedOn, t.householdId),
    index('visit_by_helper').on(t.county, t.campaign, t.helper, t.status),
    foreignKey({
      name: 'visit_household',
      columns: [t.county, t.householdId],
      foreignColumns: [household.county, household.id],
    }),
    check('visit_status', oneOf(t.status, visitStatuses)),
    check('visit_outcome', oneOf(t.outcome, outcomes)),
  ],
);
