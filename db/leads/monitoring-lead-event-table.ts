import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { county, history, runningNo } from '../base/column.ts';
import { monitoringLead } from './table.ts';

/** Append-only history of a monitoring lead. */
export const monitoringLeadEvent = pgTable(
  'monitoring_lead_event',
  {
    county: county(),
    id: runningNo(),
    leadId: uuid().notNull(),
    village: text().notNull(),
    kind: text().notNull(),
    ...history(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    index('monitoring_lead_event_by_lead').on(t.county, t.leadId),
    foreignKey({
      name: 'monitoring_lead_event_lead',
      columns: [t.county, t.leadId],
      foreignColumns: [monitoringLead.county, monitoringLead.id],
    }),
  ],
);
