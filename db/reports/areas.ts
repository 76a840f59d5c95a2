import { and, eq } from 'drizzle-orm';
import { isoDate } from '../../conversations/calendar/days.ts';
import type { AreaFigure } from '../../conversations/campaign/area-figure.ts';
import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { tellable } from '../../conversations/campaign/satisfaction.ts';
import type { AreaLine } from '../../conversations/reports/report-facts.ts';
import { dutiesOf } from '../../conversations/self-check/respondents.ts';
import { stated } from '../base/fact.ts';
import { jsonText } from '../base/json.ts';
import type { Db } from '../base/transaction.ts';
import { campaignHere } from '../campaign/settings.ts';
import { isDated } from '../facts/problems.ts';
import { wasHandedIn } from '../facts/visits.ts';
import { opinionCounts } from '../supervision/opinions.ts';
import { problemsAtCutOff, type Reporter, reportersRows } from './facts-of.ts';
import { reportNote } from './report-note-table.ts';

type Counts = Pick<
  AreaLine,
  'area' | 'problems' | 'closed' | 'done' | 'longTerm' | 'open' | 'causes' | 'tasks'
>;

/** The plan's areas (a department's own ones) with what visits, self-checks and the problem ledger say of each. */
export async function areaLines(db: Db, unit: Reporter, until: Date): Promise<AreaLine[]> {
  const campaign = await campaignHere(db);
  const { areas } = campaign;
  const duties = unit.kind === 'county' ? [] : dutiesOf(campaign, { kind: unit.kind, name: unit.short });
  const own = unit.kind === 'department' ? duties.map((d) => d.area.no) : areas.map((a) => a.no);
  const [rates, counts, submitted] = [
    unit.kind === 'department' ? [] : await ratesOf(db, unit, until, campaign),
    await countLines(db, unit, until),
    await submittedAreas(db, unit, until),
  ];
  return own.map((area) => ({
    area,
    rates: rates.filter((r) => r.area === area).map(({ label, asked, good }) => ({ label, asked, good })),
    sheet: submitted.has(area)
      ? ('submitted' as const)
      : duties.some((d) => d.area.no === area)
        ? ('due' as const)
        : ('none' as const),
    ...(counts.find((c) => c.area === area) ?? {
      problems: 0,
      closed: 0,
      done: 0,
      longTerm: 0,
      open: 0,
      causes: [],
      tasks: [],
    }),
  }));
}

interface Rate {
  area: number;
  label: string;
  asked: number;
  good: number;
}

/** The rates of all areas: of the visits' answers, and of what others asked or households answered by themselves. */
async function ratesOf(db: Db, unit: Reporter, until: Date, campaign: Campaign): Promise<Rate[]> {
  const { areaFigures, satisfaction } = campaign;
  const opinions = await opinionCounts(db, campaign, reportersRows(db, unit, 'o'), isoDate(until.getTime()));
  const rows = [
    ...(await visitRates(db, unit, until, areaFigures)),
    ...areaFigures.flatMap(({ area, label }) =>
      tellable(satisfaction, opinions).flatMap((o) => (o.label === label ? [{ area, ...o }] : [])),
    ),
  ];
  const order = areaFigures.map((f) => `${f.area} ${f.label}`);
  return rows.sort((a, b) => order.indexOf(`${a.area} ${a.label}`) - order.indexOf(`${b.area} ${b.label}`));
}

/** Of the households asked, how many gave the good answer: known answers of submitted visits alone. */
async function visitRates(
  db: Db,
  unit: Reporter,
  until: Date,
  areaFigures: readonly AreaFigure[],
): Promise<Rate[]> {
  return db.sql<Rate[]>`
    select f.area, f.label, count(*)::int as asked, count(*) filter (where v.answers #> array[f.key, 'v'] = f.good)::int as good
    from visit v join household h on h.county = v.county and h.id = v.household_id and h.active
    cross join jsonb_to_recordset(${jsonText(areaFigures)}::text::jsonb) as f(area int, label text, key text, good jsonb, among jsonb)
    where v.county = ${db.scope.county} and v.questionnaire = 'household' and ${stated(db, wasHandedIn())}
      and v.submitted_at <= ${until} and v.answers #>> array[f.key, 'is'] = 'known'
      and (f.among is null or f.among @> (v.answers #> array[f.key, 'v'])) and ${reportersRows(db, unit, 'h')}
    group by f.area, f.label`;
}

function countLines(db: Db, unit: Reporter, until: Date): Promise<Counts[]> {
  const { sql } = db;
  const most = (column: 'cause' | 'task') => sql`coalesce((
    select array_agg(words) from (select ${sql(column)} as words from unnest(array_agg(p.${sql(column)})) as w(${sql(column)})
      where ${sql(column)} is not null group by 1 order by count(*) desc, 1 limit 2) m), '{}')`;
  return sql<Counts[]>`
    select split_part(p.clause, '.', 1)::int as area, count(*)::int as problems,
      count(*) filter (where p.was = 'closed')::int as closed, count(*) filter (where p.was = 'done')::int as done,
      count(*) filter (where p.was = 'longTerm')::int as "longTerm",
      count(*) filter (where ${stated({ sql }, isDated('p.was'))})::int as open,
      ${most('cause')} as causes, ${most('task')} as tasks
    from ${problemsAtCutOff(db, unit, until)} group by 1`;
}

/** Areas of which the unit submitted its own self-check; of the county those of which every unit asked did. */
async function submittedAreas(db: Db, unit: Reporter, until: Date): Promise<Set<number>> {
  if (unit.kind === 'county') return new Set();
  const rows = await db.sql<{ area: number }[]>`
    select area from self_check where county = ${db.scope.county} and unit = ${unit.code} and submitted_at <= ${until}`;
  return new Set(rows.map((row) => row.area));
}

/** Paragraphs somebody added to the unit's report, by part. */
export async function notesOf(db: Db, unit: string): Promise<{ part: number; words: string }[]> {
  const rows = await db.orm
    .select({ part: reportNote.part, words: reportNote.words })
    .from(reportNote)
    .where(and(eq(reportNote.county, db.scope.county), eq(reportNote.unit, unit)))
    .orderBy(reportNote.part);
  return rows.map(({ part, words }) => ({ part: Number(part), words }));
}
