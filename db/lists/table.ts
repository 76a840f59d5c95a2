import {
  check,
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
import { listUses } from '../../conversations/campaign/list-kind.ts';
import type { HouseholdId } from '../../conversations/contract/ids.ts';
import type { ListMapping } from '../../conversations/lists/headings.ts';
import { rowResults } from '../../conversations/lists/listed.ts';
import { matchWays } from '../../conversations/lists/match.ts';
import { bytea, campaign, county, id, moment, oneOf } from '../base/column.ts';
import { household } from '../households/table.ts';

/** A list another office sent. */
export const outsideList = pgTable(
  'outside_list',
  {
    county: county(),
    campaign: campaign(),
    id: id(),
    no: integer().notNull(),
    kind: text().notNull(),
    origin: text().notNull(),
    /** Whose list it is: that department sees all of its rows. */
    unit: text().notNull(),
    fileName: text().notNull(),
    /** Its headings in their order. */
    columns: jsonb().$type<string[]>().notNull(),
    /** A sum over its rows: the same list under another name is the same. */
    content: text().notNull(),
    byStaff: uuid(),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.campaign, t.id] }),
    unique('outside_list_no').on(t.county, t.campaign, t.no),
  ],
);

/** A row of a list: as it was written, whom it means, what it became, what was found. */
export const outsideRow = pgTable(
  'outside_row',
  {
    county: county(),
    campaign: campaign(),
    id: id(),
    no: integer().notNull(),
    listId: uuid().notNull(),
    sheet: text().notNull().default(''),
    rowNo: integer().notNull(),
    /** A sum over its cells: the same row comes in once. */
    key: text().notNull(),
    kind: text().notNull(),
    unit: text().notNull(),
    becomes: text({ enum: listUses }).notNull(),
    person: text().notNull().default(''),
    words: text().notNull().default(''),
    /** By heading; card numbers masked, whole only in `sealed`. */
    cells: jsonb().$type<Record<string, string>>().notNull(),
    sealed: bytea(),
    householdId: uuid().$type<HouseholdId>(),
    village: text(),
    township: text(),
    matchedBy: text({ enum: matchWays }),
    /** Households it may mean, where that is several. */
    candidates: uuid().array().notNull().default([]),
    problemId: uuid(),
    leadId: uuid(),
    result: text({ enum: rowResults }),
    finding: text(),
    answeredBy: uuid(),
    answeredAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.county, t.campaign, t.id] }),
    unique('outside_row_no').on(t.county, t.campaign, t.no),
    unique('outside_row_once').on(t.county, t.campaign, t.listId, t.key),
    index('outside_row_by_household').on(t.county, t.campaign, t.householdId),
    index('outside_row_by_village').on(t.county, t.campaign, t.village),
    foreignKey({
      name: 'outside_row_list',
      columns: [t.county, t.campaign, t.listId],
      foreignColumns: [outsideList.county, outsideList.campaign, outsideList.id],
    }),
    foreignKey({
      name: 'outside_row_household',
      columns: [t.county, t.householdId],
      foreignColumns: [household.county, household.id],
    }),
    check('outside_row_becomes', oneOf(t.becomes, listUses)),
    check('outside_row_matched_by', oneOf(t.matchedBy, matchWays)),
    check('outside_row_result', oneOf(t.result, rowResults)),
  ],
);

/** Which heading of an origin's files means what. */
export const outsideMapping = pgTable(
  'outside_mapping',
  {
    county: county(),
    kind: text().notNull(),
    origin: text().notNull(),
    headings: jsonb().$type<ListMapping>().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.kind, t.origin] })],
);
