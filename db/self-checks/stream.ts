import type { Answers } from '../../conversations/form/answer.ts';
import type { CheckLevel } from '../../conversations/self-check/items.ts';
import type { Db } from '../base/transaction.ts';
import type { Reporter } from '../reports/facts-of.ts';

/** A submitted sheet with its unit's name. */
interface SheetRow {
  area: number;
  level: CheckLevel;
  unitName: string;
  answers: Answers;
  submittedAt: Date;
}

/** Sheets submitted up to a moment: a department's own, a township's with its villages', the county's all. */
export async function* streamSheets(db: Db, unit: Reporter, until: Date): AsyncGenerator<SheetRow[]> {
  const { sql } = db;
  const whose =
    unit.kind === 'county'
      ? sql`true`
      : unit.kind === 'township'
        ? sql`(s.unit = ${unit.code} or s.township = ${unit.code})`
        : sql`s.unit = ${unit.code}`;
  yield* sql<SheetRow[]>`
    select s.area, s.level, u.short as "unitName", s.answers, s.submitted_at as "submittedAt"
    from self_check s join unit u on u.county = s.county and u.code = s.unit
    where s.county = ${db.scope.county} and s.status = 'submitted' and s.submitted_at <= ${until} and ${whose}
    order by u.kind = 'village', u.kind = 'department', u.sort, u.code, s.area`.cursor(200);
}
