import { and, eq, sql } from 'drizzle-orm';
import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { type OpinionCount, safeSum } from '../../conversations/campaign/satisfaction.ts';
import type { HouseholdId } from '../../conversations/contract/ids.ts';
import type { Answers } from '../../conversations/form/answer.ts';
import type { Opinions } from '../../conversations/supervision/needs.ts';
import { asJson, jsonText } from '../base/json.ts';
import type { Db, Fragment, Tx } from '../base/transaction.ts';
import { opinion } from './opinion-table.ts';

/**
 * Of the households (`o` within `where`) that answered until a day, how many are satisfied, for each figure of the
 * report on it. A household counts once: what it said by itself before what it told a checker. Households struck from
 * the base don't count, and answers of villages with too few of them only as `safeSum` says.
 * @param until ISO date
 */
export async function opinionCounts(
  db: Db,
  { areaFigures, satisfaction }: Campaign,
  where: Fragment,
  until: string,
): Promise<OpinionCount[]> {
  const keys = new Set(satisfaction.questions.map((q) => q.key));
  const figures = areaFigures.filter((f) => keys.has(f.key));
  if (figures.length === 0) return [];
  const rows = await db.sql<(OpinionCount & { township: string })[]>`
    select f.label, o.township, count(*)::int as asked, (count(*) filter (where o.answers #> array[f.key, 'v'] = f.good))::int as good
    from opinion o join household h on h.county = o.county and h.id = o.household_id and h.active
    cross join jsonb_to_recordset(${jsonText(figures)}::text::jsonb) as f(label text, key text, good jsonb)
    where o.county = ${db.scope.county} and o.answered_on <= ${until} and o.answers #>> array[f.key, 'is'] = 'known' and ${where}
      and (o.source = 'household' or not exists (select 1 from opinion w where w.county = o.county and w.household_id = o.household_id
        and w.source = 'household' and w.answered_on <= ${until} and w.answers #>> array[f.key, 'is'] = 'known'))
    group by f.label, o.township, o.village`;
  return figures.flatMap(({ label }) => {
    const villages = rows.filter((row) => row.label === label);
    return villages.length === 0 ? [] : [{ label, ...safeSum(villages, satisfaction.fewest) }];
  });
}

/** How many households (`o` within `where`) answered by themselves, were asked by a checker, were given a code. */
export async function opinionBase(db: Db, where: Fragment): Promise<Omit<Opinions, 'counts'>> {
  const [row] = await db.sql<Omit<Opinions, 'counts'>[]>`
    select (select count(*)::int from opinion o where o.county = ${db.scope.county} and o.source = 'household' and ${where}) as own,
      (select count(*)::int from opinion o where o.county = ${db.scope.county} and o.source = 'spotCheck' and ${where}) as asked,
      (select count(*)::int from opinion_code o where o.county = ${db.scope.county} and o.used <> 'void' and ${where}) as codes`;
  return row ?? { own: 0, asked: 0, codes: 0 };
}

/** What a household told a checker so far; nobody reads it but the check that goes on. */
export async function toldToChecker(db: Db, household: HouseholdId): Promise<Answers> {
  const { county, householdId, source, answers } = opinion;
  const [row] = await db.orm
    .select({ answers })
    .from(opinion)
    .where(and(eq(county, db.scope.county), eq(householdId, household), eq(source, 'spotCheck')));
  return row?.answers ?? {};
}

/** Keeps what a household thinks. */
export async function saveOpinion(tx: Tx, row: Omit<typeof opinion.$inferInsert, 'county'>): Promise<void> {
  await tx.orm
    .insert(opinion)
    .values({ ...row, county: tx.scope.county, answers: asJson(row.answers) })
    .onConflictDoUpdate({
      target: [opinion.county, opinion.campaign, opinion.householdId, opinion.source],
      set: { answers: sql`excluded.answers`, answeredOn: sql`excluded.answered_on` },
    });
}
