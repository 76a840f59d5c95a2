import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { county, moment, runningNo } from '../base/column.ts';
import type { SecurityKind } from './security-kinds.ts';

/** Append-only: who may be whom. Codes, bindings, log-ins, removals, settings, keys, imports. */
export const securityEvent = pgTable(
  'security_event',
  {
    county: county(),
    id: runningNo(),
    kind: text().$type<SecurityKind>().notNull(),
    /** Whom it concerns. */
    staffId: uuid(),
    /** Who did it; null where it was the operator or nobody known. */
    byStaff: uuid(),
    byOperator: text(),
    accountId: uuid(),
    channel: text(),
    /** Numbers and names of settings; never a person's name or words. */
    detail: text().notNull().default(''),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.id] }),
    index('security_event_by_time').on(t.county, t.at),
    index('security_event_by_kind').on(t.county, t.kind, t.at),
  ],
);
