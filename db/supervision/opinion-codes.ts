import { and, eq, gt } from 'drizzle-orm';
import { isoDate } from '../../conversations/calendar/days.ts';
import type { HouseholdId, StaffId, UnitCode } from '../../conversations/contract/ids.ts';
import type { Answers } from '../../conversations/form/answer.ts';
import { stated } from '../base/fact.ts';
import { holdsToday } from '../base/holds.ts';
import { jsonText } from '../base/json.ts';
import { asProgram } from '../base/scope.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { householdsVisit, isVisited } from '../facts/visits.ts';
import { securityEvent } from '../people/security-event-table.ts';
import { noteSecurity } from '../people/security-log.ts';
import { opinionCode } from './opinion-table.ts';
import { saveOpinion } from './opinions.ts';

/** A household that a slip is printed for: as whoever hands it over finds it. */
interface SlipFor {
  id: HouseholdId;
  headName: string;
  group: string;
  villageName: string;
}

/**
 * Households of a unit that were visited and have not answered by themselves, chosen by chance where there are more
 * than `most`, in visiting order. None that who prints them looks after or has visited: it judges his own work.
 * @param seed what the choice follows from
 */
export async function householdsForSlips(
  db: Db,
  { unit, most, seed, by }: { unit: UnitCode; most: number; seed: string; by: StaffId },
): Promise<SlipFor[]> {
  return [
    ...(await db.sql<SlipFor[]>`
      select id, "headName", "group", "villageName" from (
        select h.id, h.head_name as "headName", h.grp as "group", u.short as "villageName", u.sort as place, h.grp_no, h.sort
        from household h join unit u on u.county = h.county and u.code = h.village ${stated(db, householdsVisit)}
        where h.county = ${db.scope.county} and h.active and (h.village = ${unit} or h.township = ${unit})
          and ${stated(db, isVisited())}
          and not exists (select 1 from opinion o where o.county = h.county and o.household_id = h.id and o.source = 'household')
          and not exists (select 1 from assignment a where a.county = h.county and a.household_id = h.id and a.staff_id = ${by}
            and ${stated(db, holdsToday('a'))})
          and not exists (select 1 from visit w where w.county = h.county and w.household_id = h.id and w.helper = ${by})
        order by md5(${seed} || h.id::text) limit ${most}) s
      order by place, grp_no, "group", sort, id`),
  ];
}

/** Gives each of these households a new code; older unused ones are void. The scope is the giver's. */
export async function issueOpinionCodes(
  tx: Tx,
  codes: readonly { household: HouseholdId; hash: string }[],
  { by, at, expiresAt }: { by: StaffId | null; at: Date; expiresAt: Date },
): Promise<void> {
  const list = codes.map(({ household, hash }) => ({ household_id: household, hash }));
  await tx.sql`
    update opinion_code set used = 'void' where county = ${tx.scope.county} and used = 'no'
      and household_id = any (${codes.map((c) => c.household)}::uuid[])`;
  await tx.sql`
    insert into opinion_code (county, code_hash, household_id, village, township, issued_by, issued_at, expires_at)
    select h.county, c.hash, h.id, h.village, h.township, ${by}::uuid, ${at}, ${expiresAt}
    from jsonb_to_recordset(${jsonText(list)}::text::jsonb) as c(household_id uuid, hash text)
    join household h on h.county = ${tx.scope.county} and h.id = c.household_id`;
}

/** Under another key nobody's code is found: unused ones are void, and their households get a new one. */
export async function voidOpinionCodes(tx: Tx): Promise<void> {
  const { county, used } = opinionCode;
  await tx.orm
    .update(opinionCode)
    .set({ used: 'void' })
    .where(and(eq(county, tx.scope.county), eq(used, 'no')));
}

/** What became of a household's answer. */
type OpinionTaken = 'taken' | 'unknown' | 'used' | 'expired';

/** Takes a household's own answers under its code: once, within its days. The program's own work, nobody's. */
export async function takeOpinion(
  tx: Tx,
  { hash, answers, at }: { hash: string; answers: Answers; at: Date },
): Promise<OpinionTaken> {
  const { county, codeHash, used, expiresAt, householdId, village, township } = opinionCode;
  const own = and(eq(county, tx.scope.county), eq(codeHash, hash));
  const [taken] = await tx.orm
    .update(opinionCode)
    .set({ used: 'yes' })
    .where(and(own, eq(used, 'no'), gt(expiresAt, at)))
    .returning({ householdId, village, township });
  if (taken !== undefined) {
    await saveOpinion(tx, { ...taken, source: 'household', answers, answeredOn: isoDate(at.getTime()) });
    return 'taken';
  }
  const [found] = await tx.orm.select({ used }).from(opinionCode).where(own);
  if (found === undefined) return 'unknown';
  // A void one gave way to a newer slip.
  return found.used === 'yes' ? 'used' : 'expired';
}

/** Wrong codes on paper since a moment: of one device, and of all. */
export async function wrongOpinionCodes(
  db: Db,
  { device, since }: { device: string; since: { own: Date; all: Date } },
): Promise<{ own: number; all: number }> {
  const { county, kind, at, detail } = securityEvent;
  const wrong = and(eq(county, db.scope.county), eq(kind, 'opinionCodeFailed'));
  return asProgram(db, async () => ({
    own: await db.orm.$count(securityEvent, and(wrong, eq(detail, device), gt(at, since.own))),
    all: await db.orm.$count(securityEvent, and(wrong, gt(at, since.all))),
  }));
}

/** A code that never was. */
export function noteWrongOpinionCode(tx: Tx, device: string, at: Date): Promise<void> {
  return noteSecurity(tx, [{ kind: 'opinionCodeFailed', channel: 'web', detail: device, at: at.getTime() }]);
}

/** Tries of one device are taken one after the other: many at the same moment don't pass together. */
export async function deviceInTurn(tx: Tx, device: string): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtext('opinion_code'), hashtext(${device}))`;
}
