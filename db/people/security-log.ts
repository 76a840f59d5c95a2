import { jsonText } from '../base/json.ts';
import { asProgram } from '../base/scope.ts';
import type { Db, Tx } from '../base/transaction.ts';

/** What the security log keeps: who became whom, who may what, and what the operator did. */
export type SecurityKind =
  | 'codeIssued'
  | 'codeAgreed'
  | 'codeRefused'
  | 'codeUsed'
  | 'codeFailed'
  | 'codesVoided'
  | 'rebound'
  | 'unbound'
  | 'removed'
  | 'roomBound'
  | 'settings'
  | 'webLogin'
  | 'sessionsEnded'
  | 'keyRotated'
  | 'imported'
  | 'exported';

/** One event. `detail` holds numbers and names of settings or files, never a person's name or words. */
export interface SecurityEvent {
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
    kind,
    staff_id: staff ?? null,
    by_staff: by ?? null,
    by_operator: operator ?? null,
    account_id: account ?? null,
    channel: channel ?? null,
    detail: detail ?? '',
    at: new Date(at).toISOString(),
  }));
  await asProgram(
    tx,
    () => tx.sql`
      insert into security_event (county, kind, staff_id, by_staff, by_operator, account_id, channel, detail, at)
      select ${tx.scope.county}, e.* from jsonb_to_recordset(${jsonText(rows)}::text::jsonb) as e(kind text, staff_id uuid,
        by_staff uuid, by_operator text, account_id uuid, channel text, detail text, at timestamptz)`,
  );
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
  return [
    ...(await db.sql<SecurityLine[]>`
      select e.id::int as id, e.kind, s.name || '（' || su.short || '）' as about,
        coalesce(b.name || '（' || bu.short || '）', e.by_operator) as by, e.channel, e.detail, e.at
      from security_event e
      left join staff s on s.county = e.county and s.id = e.staff_id left join unit su on su.county = s.county and su.code = s.unit
      left join staff b on b.county = e.county and b.id = e.by_staff left join unit bu on bu.county = b.county and bu.code = b.unit
      where e.county = ${db.scope.county} and e.at >= ${since} order by e.id desc limit ${limit}`),
  ];
}

/** Wrong codes from anybody since a moment. */
export async function codesFailedSince(db: Db, since: Date): Promise<number> {
  const [row] = await asProgram(
    db,
    () => db.sql<{ n: number }[]>`
      select count(*)::int as n from security_event
      where county = ${db.scope.county} and kind = 'codeFailed' and at > ${since}`,
  );
  return row?.n ?? 0;
}
