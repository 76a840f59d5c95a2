import { and, desc, eq, gt, gte } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { asProgram } from '../base/scope.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { unit } from '../places/table.ts';
import { securityEvent } from './security-event-table.ts';
import type { SecurityKind } from './security-kinds.ts';
import { staff } from './table.ts';

/** One event. `detail` holds numbers and names of settings or files, never a person's name or words. */
interface SecurityEvent {
  kind: SecurityKind;
  /** Whom it concerns. */
  staff?: string | null;
  /** Who did it. */
  by?: string | null;
  operator?: string;
  account?: string | null;
  channel?: string;
  detail?: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** Appends to the security log; nothing there is ever changed or taken out by the application. */
export async function noteSecurity(tx: Tx, events: readonly SecurityEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ kind, staff, by, operator, account, channel, detail, at }) => ({
    county: tx.scope.county,
    kind,
    staffId: staff ?? null,
    byStaff: by ?? null,
    byOperator: operator ?? null,
    accountId: account ?? null,
    channel: channel ?? null,
    detail: detail ?? '',
    at: new Date(at),
  }));
  await asProgram(tx, () => tx.orm.insert(securityEvent).values(rows));
}

/** One line of the log, for people. */
export interface SecurityLine {
  id: number;
  kind: SecurityKind;
  /** Whom it concerns and who did it, by name and unit; null where there is none. */
  about: string | null;
  by: string | null;
  channel: string | null;
  detail: string;
  at: Date;
}

/** The latest events since a moment, newest first; for the program alone. */
export async function securityEvents(
  db: Db,
  { since, limit }: { since: Date; limit: number },
): Promise<SecurityLine[]> {
  const e = securityEvent;
  const [concerned, actor] = [alias(staff, 'concerned'), alias(staff, 'actor')];
  const [unitConcerned, actorsUnit] = [alias(unit, 'unit_concerned'), alias(unit, 'actors_unit')];
  const rows = await db.orm
    .select({
      ...{ id: e.id, kind: e.kind, operator: e.byOperator, channel: e.channel, detail: e.detail, at: e.at },
      ...{ about: concerned.name, aboutUnit: unitConcerned.short, by: actor.name, byUnit: actorsUnit.short },
    })
    .from(e)
    .leftJoin(concerned, and(eq(concerned.county, e.county), eq(concerned.id, e.staffId)))
    .leftJoin(
      unitConcerned,
      and(eq(unitConcerned.county, concerned.county), eq(unitConcerned.code, concerned.unit)),
    )
    .leftJoin(actor, and(eq(actor.county, e.county), eq(actor.id, e.byStaff)))
    .leftJoin(actorsUnit, and(eq(actorsUnit.county, actor.county), eq(actorsUnit.code, actor.unit)))
    .where(and(eq(e.county, db.scope.county), gte(e.at, since)))
    .orderBy(desc(e.id))
    .limit(limit);
  const named = (name: string | null, unitName: string | null) =>
    name === null ? null : `${name}（${unitName}）`;
  return rows.map(({ about, aboutUnit, by, byUnit, operator, ...line }) => ({
    ...line,
    about: named(about, aboutUnit),
    by: named(by, byUnit) ?? operator,
  }));
}

/** Wrong codes from anybody since a moment. */
export async function codesFailedSince(db: Db, since: Date): Promise<number> {
  const { county, kind, at } = securityEvent;
  const failed = and(eq(county, db.scope.county), eq(kind, 'codeFailed'), gt(at, since));
  return asProgram(db, () => db.orm.$count(securityEvent, failed));
}
