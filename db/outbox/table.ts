import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { county, moment, oneOf } from '../base/column.ts';

const outboxKinds = ['reply', 'reminder', 'digest', 'deadline'] as const;
const outboxStatuses = ['queued', 'sent', 'dead'] as const;

/** Every push once: the key says what, to whom and for which period. */
export const outbox = pgTable(
  'outbox',
  {
    county: county(),
    /** Where it came from. Not in the key: what an earlier campaign left is still delivered, and a key names its thing. */
    campaign: text().notNull().default(sql`coalesce(current_setting('ruhu.campaign', true), '')`),
    key: text().notNull(),
    channel: text().notNull(),
    address: jsonb().$type<Record<string, unknown>>().notNull(),
    /** `staff:<id>` or `room:<id>`, and what it is: for the budget of what nobody asked for. */
    receiver: text(),
    kind: text({ enum: outboxKinds }),
    /** Smaller goes first. */
    priority: integer().notNull().default(5),
    body: jsonb().$type<Record<string, unknown>>().notNull(),
    status: text({ enum: outboxStatuses }).notNull().default('queued'),
    attempts: integer().notNull().default(0),
    dueAt: moment().notNull(),
    /** After this it would mislead: a morning's list in the evening. null = useful for ever. */
    usefulUntil: moment(),
    /** A long text goes out in several messages: how many of them have gone. */
    partsSent: integer().notNull().default(0),
    leaseUntil: moment(),
    leasedBy: text(),
    sentAt: moment(),
    lastError: text(),
    createdAt: moment().notNull().defaultNow(),
    /** When it was last queued, claimed or settled: a moment to come says that the clock was set back since. */
    setAt: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.key] }),
    index('outbox_to_claim').on(t.county, t.channel, t.priority, t.dueAt).where(sql`status = 'queued'`),
    index('outbox_by_receiver')
      .on(t.county, t.receiver, t.createdAt)
      .where(sql`kind in ('reminder', 'digest')`),
    check('outbox_kind', oneOf(t.kind, outboxKinds)),
    check('outbox_status', oneOf(t.status, outboxStatuses)),
  ],
);
