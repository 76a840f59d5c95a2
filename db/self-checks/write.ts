import type { Actor, ChangeOf } from '../base/actor.ts';
import { DatabaseFault } from '../base/faults.ts';
import { jsonText } from '../base/json.ts';
import type { Tx } from '../base/transaction.ts';
import { reconcileSheet } from '../problems/reconcile.ts';

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
          on conflict (county, campaign, area, unit) do nothing`
      : await tx.sql`
          update self_check set answers = ${answers}::text::jsonb, status = ${sheet.status}, filled_by = ${by.staff},
            questionnaire_version = ${questionnaireVersion}, submitted_at = coalesce(${submittedAt}::timestamptz, submitted_at),
            updated_at = ${at}, version = version + 1
          where county = ${county} and id = ${sheet.id} and version = ${sheet.version}`;
  if (stored.count === 0) throw new DatabaseFault('conflict', 'The sheet was changed in between.');
  await tiePhotos(tx, by, sheet);
  if (findings !== null) await reconcileSheet(tx, by, { sheet }, findings);
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
