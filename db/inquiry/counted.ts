import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Condition, Inquiry } from '../../conversations/inquiry/inquiry.ts';
import type { Counted, ResultPart } from '../../conversations/inquiry/result.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';
import { isLead } from '../facts/leads.ts';
import { isCounted } from '../facts/problems.ts';
import { isInBase, isVisited, nothingLeft } from '../facts/visits.ts';
import { household } from '../households/table.ts';
import {
  conditionsSql,
  looksBeside,
  type Moment,
  numberAnswered,
  ofAnswers,
  ofRegister,
  personsTold,
} from './conditions.ts';
import { oneByOne, partsTold } from './parts.ts';
import { dayOfLead, dayOfProblem } from './settled.ts';
import { h, householdVisit, inPlace, l, m, mu, p, staffIn, v } from './tables.ts';

/** A statement's parts: where the rows come from, which belong to the whole and which of them are meant. */
interface AskedRows {
  source: 'households' | 'visits' | 'problems' | 'leads' | 'staff';
  base: SQL | undefined;
  meant: SQL | undefined;
  /** Only what was visited is looked at. */
  visited: boolean;
}

/** 核减 is asked about: only then do those count that left the base. */
const asksExplained = (where: readonly Condition[]): boolean =>
  where.some((c) => c.on === 'standing' && c.values.includes('explained'));

/** Of what was visited: does it need the register's row, or is the visit's enough? Counting visits alone reads half as much. */
function needsRegister(inquiry: Inquiry): boolean {
  if (inquiry.by === 'group' || inquiry.by === 'type' || inquiry.place.is === 'own') return true;
  return inquiry.where.some(
    (c) =>
      ofRegister.has(c.on) ||
      (c.on === 'standing' && c.values.includes('unassigned')) ||
      looksBeside(c, inquiry.of),
  );
}

/** Which rows an inquiry means, as conditions over the tables' aliases. */
export function askedRows(inquiry: Inquiry, db: Db, asker: Asker, moment: Moment, listed = false): AskedRows {
  const { county } = db.scope;
  const { place, where, period } = inquiry;
  const sqlOf = (conditions: readonly Condition[], visited: boolean) =>
    conditionsSql(conditions, moment, visited, inquiry.of);
  if (inquiry.of === 'problems') {
    const live = sql.raw(isCounted());
    const base = and(
      eq(p.county, county),
      live,
      responsibleWithin(inquiry, db, asker),
      period === undefined ? undefined : sql`${dayOfProblem(where)} between ${period.from} and ${period.to}`,
    );
    return { source: 'problems', base, meant: sqlOf(where, false), visited: false };
  }
  if (inquiry.of === 'leads') {
    const base = and(
      eq(l.county, county),
      sql.raw(isLead()),
      inPlace({ village: l.village, township: l.township, household: l.householdId }, place, county, asker),
      period === undefined ? undefined : sql`${dayOfLead(where)} between ${period.from} and ${period.to}`,
    );
    return { source: 'leads', base, meant: sqlOf(where, false), visited: false };
  }
  if (inquiry.of === 'staff') {
    // Who has handed in nothing is asked of those who go from house to house.
    const goes = where.some((c) => c.on === 'worked') ? sql`'helper' = any (${m.roles})` : undefined;
    const base = and(eq(m.county, county), m.active, staffIn(place), goes);
    return { source: 'staff', base, meant: sqlOf(where, false), visited: false };
  }
  const answers =
    where.some((c) => ofAnswers.has(c.on)) || inquiry.key !== undefined || inquiry.by === 'answer';
  const visited = answers || period !== undefined || inquiry.by === 'day';
  const fromVisits = visited && !listed && !needsRegister(inquiry);
  const whole = asksExplained(where);
  const register = where.filter((c) => ofRegister.has(c.on));
  const others = where.filter((c) => !ofRegister.has(c.on));
  const [wide, narrow] = others.length > 0 || inquiry.key !== undefined ? [register, others] : [[], register];
  const at = fromVisits
    ? { village: v.village, township: v.township, household: v.householdId }
    : { village: h.village, township: h.township, household: h.id };
  const base = and(
    fromVisits ? eq(v.county, county) : and(eq(h.county, county), h.active),
    fromVisits
      ? and(
          eq(v.questionnaire, 'household'),
          sql`not exists (select 1 from ${household} g where g.county = ${county} and not g.active and g.id = ${v.householdId})`,
        )
      : undefined,
    inPlace(at, place, county, asker),
    visited ? sql.raw(whole ? nothingLeft() : isVisited()) : whole ? undefined : sql.raw(isInBase),
    period === undefined ? undefined : sql`${v.submittedOn} between ${period.from} and ${period.to}`,
    sqlOf(wide, visited),
  );
  return { source: fromVisits ? 'visits' : 'households', base, meant: sqlOf(narrow, visited), visited };
}

/** Problems of a place, or those it is responsible for. */
function responsibleWithin({ place }: Inquiry, { scope }: Db, asker: Asker): SQL | undefined {
  const inside = inPlace(
    { village: p.village, township: p.township, household: p.householdId },
    place,
    scope.county,
    asker,
  );
  if (place.is !== 'unit' || inside === undefined) return inside;
  return sql`(${inside} or ${p.responsibleUnit} = ${place.unit})`;
}

/** The rows of a statement with the joins its conditions may speak of. */
export function rowsFrom(db: Db, { source }: AskedRows, fields: Record<string, SQL>) {
  const select = db.orm.select(fields as Record<string, SQL<unknown>>);
  if (source === 'visits') return select.from(v).$dynamic();
  if (source === 'households') return select.from(h).leftJoin(v, householdVisit).$dynamic();
  if (source === 'staff')
    return select
      .from(m)
      .innerJoin(mu, and(eq(mu.county, m.county), eq(mu.code, m.unit)))
      .$dynamic();
  const table = source === 'problems' ? p : l;
  return select
    .from(table)
    .leftJoin(h, and(eq(h.county, table.county), eq(h.id, table.householdId)))
    .leftJoin(v, householdVisit)
    .$dynamic();
}

/** Who did it, and where nothing was done yet, who looks after it: a stand-in last. */
const whoHasIt = sql`coalesce(${v.helper}, (select a.staff_id from assignment a
  where a.county = ${h.county} and a.household_id = ${h.id} order by a.until nulls first, a.staff_id limit 1))`;

/** People are split by where they belong: those of a county office to no township, those above a village to none. */
const staffSplits: { [By in NonNullable<Inquiry['by']>]?: SQL } = {
  township: sql`case ${mu.kind} when 'village' then ${mu.parent} when 'township' then ${mu.code} end`,
  village: sql`case ${mu.kind} when 'village' then ${mu.code} end`,
};

/** By what the rows are split; the key of a part as text. */
function splitBy(inquiry: Inquiry, { source }: AskedRows): SQL | undefined {
  if (source === 'staff') return staffSplits[inquiry.by ?? 'day'];
  const table = source === 'visits' ? v : source === 'households' ? h : source === 'problems' ? p : l;
  switch (inquiry.by) {
    case undefined:
      return undefined;
    case 'township':
      return sql`${table.township}`;
    case 'village':
      return sql`${table.village}`;
    case 'group':
      return sql`${h.grp}`;
    case 'type':
      return sql`case when ${h.type} = 'monitored' then coalesce(${h.monitoredKind}, 'monitored') else ${h.type} end`;
    case 'category':
      return source === 'problems' ? sql`${p.category}` : undefined;
    case 'leadUnit':
      return source === 'problems' ? sql`${p.leadUnit}` : undefined;
    case 'status':
      return source === 'problems' ? sql`${p.status}` : undefined;
    case 'stage':
      return source === 'leads' ? sql`${l.stage}` : undefined;
    case 'day':
      if (source === 'problems') return sql`${dayOfProblem(inquiry.where)}::text`;
      if (source === 'leads') return sql`${dayOfLead(inquiry.where)}::text`;
      return sql`${v.submittedOn}::text`;
    case 'helper':
      return source === 'problems' || source === 'leads' ? undefined : sql`${whoHasIt}::text`;
    case 'answer':
      return inquiry.key === undefined ? undefined : answerText(inquiry.key);
  }
}

/** The answer as text, 不清楚 as ?; one row for each of several choices. */
function answerText(key: string): SQL {
  const value = sql`(${v.answers} #> array[${key}, 'v']::text[])`;
  return sql`case when ${key} = any (${v.toVerify}) then '?' when jsonb_typeof(${value}) = 'array'
    then array_to_string(array(select jsonb_array_elements_text(${value})), '、') else ${value} #>> '{}' end`;
}

const whole = (value: SQL): SQL => sql`(${value})::int`;

/** Whom an answer names: 老二、老三 are two; nobody named still is one. */
function personsNamed(inquiry: Inquiry): { persons: SQL; unnamed: SQL } | undefined {
  const told = inquiry.where.find(
    (c): c is Extract<Condition, { on: 'person' }> => c.on === 'person' && c.not !== true,
  );
  if (told !== undefined) return { persons: personsTold(told), unnamed: sql`false` };
  const fact = inquiry.where.find((c): c is Extract<Condition, { on: 'answer' }> => c.on === 'answer');
  if (fact === undefined) return undefined;
  const who = sql`nullif(${v.answers} #>> array[${fact.key}, 'who']::text[], '')`;
  const persons = sql`(${v.answers} #> array[${fact.key}, 'persons']::text[])`;
  return {
    // Before persons were kept one by one, only the words tell how many they are.
    persons: sql`coalesce(nullif(case jsonb_typeof(${persons}) when 'array' then jsonb_array_length(${persons}) end, 0),
      cardinality(regexp_split_to_array(${who}, '[、，,和]')), 1)`,
    unnamed: sql`${who} is null`,
  };
}

/** What is summed up, where the inquiry wants a sum or an average. */
function summed(
  inquiry: Inquiry,
  { visited }: AskedRows,
  { today }: Moment,
): { sum: SQL; known: SQL } | undefined {
  if (inquiry.key === 'perHead')
    return {
      sum: sql`${v.annualIncome}::bigint`,
      known: sql`case when ${v.annualIncome} is not null then ${v.population} end`,
    };
  if (inquiry.key !== undefined && inquiry.by !== 'answer') {
    const value = numberAnswered(inquiry.key, today);
    return { sum: value, known: sql`case when ${value} is not null then 1 end` };
  }
  if (inquiry.of !== 'persons') return undefined;
  const named = personsNamed(inquiry);
  const people = visited ? sql`${v.population}` : sql`coalesce(${v.population}, ${h.population})`;
  const value = named?.persons ?? people;
  return { sum: value, known: sql`case when ${value} is not null then 1 end` };
}

interface Row {
  key: string | null;
  n: number;
  over: number;
  sum: string | number | null;
  known: number;
  unnamed: number;
}

type Counts = Pick<Row, 'n' | 'sum' | 'known' | 'unnamed'>;
const none: Counts = { n: 0, sum: null, known: 0, unnamed: 0 };

/**
 * Those meant and the whole they are part of. Over visits, problems, leads and people both come from one reading. Over
 * households in two: the answers are wide, and read with the condition pushed down to them they stay where they lie.
 */
async function rowsCounted(
  db: Db,
  inquiry: Inquiry,
  asked: AskedRows,
  split: SQL | undefined,
  moment: Moment,
): Promise<Row[]> {
  const sums = summed(inquiry, asked, moment);
  const named = inquiry.of === 'persons' ? personsNamed(inquiry) : undefined;
  const key = split ?? sql`null::text`;
  const { base, meant } = asked;
  const counts = (only: SQL): Record<keyof Counts, SQL> => ({
    n: whole(sql`count(*) ${only}`),
    sum: sums === undefined ? sql`null` : sql`sum(${sums.sum}) ${only}`,
    known: sums === undefined ? sql`0` : whole(sql`coalesce(sum(${sums.known}) ${only}, 0)`),
    unnamed:
      named === undefined
        ? sql`0`
        : whole(sql`count(*) filter (where ${meant ?? sql`true`} and ${named.unnamed})`),
  });
  const rows = async <Of>(fields: Record<string, SQL>, where: SQL | undefined) => {
    const query = rowsFrom(db, asked, fields).where(where);
    return (await (split === undefined ? query : query.groupBy(sql`1`))) as unknown as Of[];
  };
  const over = whole(sql`count(*)`);
  const once = () =>
    rows<Row>({ key, over, ...counts(meant === undefined ? sql`` : sql`filter (where ${meant})`) }, base);
  if (asked.source !== 'households') return once();
  await joinWidely(db, inquiry, true);
  if (meant === undefined) {
    const found = await once();
    await joinWidely(db, inquiry, false);
    return found;
  }
  const all = await rows<Pick<Row, 'key' | 'over'>>({ key, over }, base);
  const those = await rows<Counts & Pick<Row, 'key'>>({ key, ...counts(sql``) }, and(base, meant));
  await joinWidely(db, inquiry, false);
  const found = new Map(those.map((row) => [row.key, row]));
  return all.map((row) => ({ ...row, ...(found.get(row.key) ?? none) }));
}

/**
 * Of a township or more the planner takes the rights' conditions for far narrower than they are, and would look up each
 * household by itself.
 */
async function joinWidely(db: Db, { place }: Inquiry, is: boolean): Promise<void> {
  if (place.is === 'own' || (place.is === 'unit' && place.kind === 'village')) return;
  await db.sql`select set_config('enable_nestloop', ${is ? 'off' : 'on'}, true)`;
}

/** Counts an inquiry, whole or by its parts, with the names of the parts. */
export async function counted(db: Db, asker: Asker, inquiry: Inquiry, moment: Moment): Promise<Counted> {
  const asked = askedRows(inquiry, db, asker, moment);
  const split = splitBy(inquiry, asked);
  const rows = await rowsCounted(db, inquiry, asked, split, moment);
  const answers = inquiry.by === 'answer' ? oneByOne(rows) : rows;
  const parts = answers
    .filter((row): row is Row & { key: string } => row.key !== null && split !== undefined)
    .map(
      ({ key, n, over, sum, known }): ResultPart => ({
        key,
        name: key,
        n,
        over,
        known,
        sum: sum === null ? null : Number(sum),
      }),
    );
  const total = (field: 'n' | 'over' | 'known' | 'unnamed') => rows.reduce((all, row) => all + row[field], 0);
  const sum = rows.every((row) => row.sum === null)
    ? null
    : rows.reduce((all, row) => all + Number(row.sum ?? 0), 0);
  return {
    n: total('n'),
    over: total('over'),
    sum,
    known: total('known'),
    unnamed: total('unnamed'),
    parts: await partsTold(db, inquiry, parts),
  };
}
