import { sql } from 'drizzle-orm';
import {
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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { MonitoringFlag } from '../../conversations/contract/finding.ts';
import { monitoredKinds } from '../../conversations/contract/household.ts';
import type { HouseholdId } from '../../conversations/contract/ids.ts';
import { leadSources, leadStages } from '../../conversations/leads/lead.ts';
import type { LeadRecord } from '../../conversations/leads/lead-record.ts';
import { county, countyNo, id, moment, oneOf, placeColumns } from '../base/column.ts';
import { isLive } from '../facts/leads.ts';
import { household } from '../households/table.ts';

/** A household proposed for monitoring, with reasons. The bot flags, people decide. */
export const monitoringLead = pgTable(
  'monitoring_lead',
  {
    county: county(),
    id: id(),
    no: countyNo(),
    householdId: uuid().$type<HouseholdId>().notNull(),
    visitId: uuid(),
    ...placeColumns(),
    source: text({ enum: leadSources }).notNull().default('visit'),
    /** What is proposed, later decided. */
    monitoredKind: text({ enum: monitoredKinds }),
    /** What each step left behind: votes, minute number, help plan. */
    record: jsonb().$type<LeadRecord>().notNull().default({}),
    reasons: jsonb().$type<MonitoringFlag[]>().notNull(),
    stage: text({ enum: leadStages }).notNull().default('flagged'),
    flaggedAt: moment().notNull(),
    stageAt: moment().notNull(),
    stageDue: date({ mode: 'string' }),
    publishedFrom: date({ mode: 'string' }),
    declinedReason: text(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    unique('monitoring_lead_no').on(t.county, t.no),
    uniqueIndex('monitoring_lead_once').on(t.county, t.householdId).where(sql.raw(isLive())),
    index('monitoring_lead_by_village').on(t.county, t.village, t.stage),
    index('monitoring_lead_by_township').on(t.county, t.township, t.stage),
    foreignKey({
      name: 'monitoring_lead_household',
      columns: [t.county, t.householdId],
      foreignColumns: [household.county, household.id],
    }),
    check('monitoring_lead_source', oneOf(t.source, leadSources)),
    check('monitoring_lead_kind', oneOf(t.monitoredKind, monitoredKinds)),
    check('monitoring_lead_stage', oneOf(t.stage, leadStages)),
  ],
);
