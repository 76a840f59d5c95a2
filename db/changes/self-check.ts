import type { Finding } from '../../conversations/rules/finding.ts';
import { jsonText } from '../json.ts';
import { dueDates } from '../problem-deadline.ts';
import { DatabaseProblem } from '../problems.ts';
import type { Tx } from '../transaction.ts';
import type { Actor, ChangeOf } from './actor.ts';

/** Stores a unit's sheet of an area; two people of the unit never overwrite each other. */
export async function saveSheet(
  tx: Tx,
  by: Actor,
  { sheet, questionnaireVersion, findings }: ChangeOf<'saveSheet'>,
): Promise<void> {
  const { county } = tx.scope;
  const at = new Date(by.at);
  const submittedAt = sheet.status === 'submitted' ? at : null;
  const answers = jsonText(sheet.answers);
  const stored =
    sheet.version === 0
      ? await tx.sql`
          insert into self_check (county, id, area, unit, level, village, township, questionnaire_version, answers, status, filled_by,
            submitted_at, updated_at)
          select ${county}, ${sheet.id}::uuid, ${sheet.area}, u.code, ${sheet.level}, case u.kind when 'village' then u.code end,
            case u.kind when 'village' then u.parent when 'township' then u.code end, ${questionnaireVersion}, ${answers}::text::jsonb,
            ${sheet.status}, ${by.staff}::uuid, ${submittedAt}::timestamptz, ${at}::timestamptz
          from unit u where u.county = ${county} and u.code = ${sheet.unit}
          on conflict (county, area, unit) do nothing`
      : await tx.sql`
          update self_check set answers = ${answers}::text::jsonb, status = ${sheet.status}, filled_by = ${by.staff},
            questionnaire_version = ${questionnaireVersion}, submitted_at = coalesce(${submittedAt}::timestamptz, submitted_at),
            updated_at = ${at}, version = version + 1
          where county = ${county} and id = ${sheet.id} and version = ${sheet.version}`;
  if (stored.count === 0) throw new DatabaseProblem('conflict', 'The sheet was changed in between.');
  await tiePhotos(tx, by, sheet);
  if (findings !== null) await reconcile(tx, by, sheet, findings);
}

/** Photos among the answers are the unit's evidence from now on. */
async function tiePhotos(tx: Tx, by: Actor, sheet: ChangeOf<'saveSheet'>['sheet']): Promise<void> {
  for (const [key, answer] of Object.entries(sheet.answers)) {
    if (!key.endsWith('photo') || answer.is !== 'known' || !Array.isArray(answer.v)) continue;
    await tx.sql`
      update attachment a set question = ${`selfCheck.${key}`}, village = coalesce(a.village, s.village) from self_check s
      where a.county = ${tx.scope.county} and a.id = any (${answer.v}::uuid[]) and a.staff_id = ${by.staff}
        and s.county = ${tx.scope.county} and s.id = ${sheet.id}`;
  }
}

/**
 * Brings the problems of a submitted sheet in line with its answers, as db/changes/reconcile-problems.ts does for
 * a visit. The sheet's row is locked by now, so nobody else does the same.
 */
async function reconcile(
  tx: Tx,
  by: Actor,
  sheet: ChangeOf<'saveSheet'>['sheet'],
  findings: readonly Finding[],
): Promise<void> {
  const { county } = tx.scope;
  const at = new Date(by.at);
  const dueOf = findings.length === 0 ? () => null : await dueDates(tx, by.at);
  const now = jsonText(
    findings.map((f) => ({ ...f, leadUnit: undefined, lead_unit: f.leadUnit, due: dueOf(f.category) })),
  );
  await tx.sql`
    with f as materialized (
      select * from jsonb_to_recordset(${now}::text::jsonb) as f(key text, category text, clause text, description text, lead_unit text, due date)
    ), live as materialized (
      select p.id, p.key, p.status, p.description from problem p
      where p.county = ${county} and p.self_check_id = ${sheet.id} and p.status not in ('withdrawn', 'merged')
    ), gone as (
      update problem p set status = 'withdrawn', version = p.version + 1 from live
      where p.county = ${county} and p.id = live.id and p.status in ('open', 'assigned', 'inProgress')
        and not exists (select 1 from f where f.key = live.key)
      returning p.id, live.status as before
    ), restated as (
      update problem p set description = f.description, version = p.version + 1 from live join f using (key)
      where p.county = ${county} and p.id = live.id and p.status <> 'closed' and live.description <> f.description
      returning p.id, live.description as before, p.description as after
    ), opened as (
      insert into problem (county, id, self_check_id, village, township, category, clause, key, description, source, lead_unit,
        responsible_unit, responsible_staff, due, status, opened_at, opened_by)
      select ${county}, gen_random_uuid(), s.id, s.village, s.township, f.category, f.clause, f.key, f.description, 'selfCheck', f.lead_unit,
        s.unit, ${by.staff}::uuid, f.due, 'open', ${at}::timestamptz, ${by.staff}::uuid
      from f join self_check s on s.county = ${county} and s.id = ${sheet.id}
      where not exists (select 1 from live where live.key = f.key)
      returning id
    )
    insert into problem_event (county, problem_id, village, kind, before, after, staff_id, at)
    select ${county}, id, (select village from self_check where county = ${county} and id = ${sheet.id}), kind, before, after,
      ${by.staff}::uuid, ${at}::timestamptz from (
      select id, 'withdrawn' as kind, jsonb_build_object('status', before) as before, jsonb_build_object('status', 'withdrawn') as after from gone
      union all
      select id, 'restated', jsonb_build_object('description', before), jsonb_build_object('description', after) from restated
      union all
      select id, 'opened', null, jsonb_build_object('status', 'open') from opened
    ) event`;
}
