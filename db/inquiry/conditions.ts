import { and, getTableColumns, inArray, not, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { householdTypes } from '../../conversations/contract/household.ts';
import { type Condition, type Of, spent, waited } from '../../conversations/inquiry/inquiry.ts';

import { groupNo } from '../base/group-no.ts';
import { lastDay } from '../base/holds.ts';
import { isLead, isOnItsWay } from '../facts/leads.ts';
import { isCounted, isDated, isUnsettled, openedOn } from '../facts/problems.ts';
import { standingFacts } from '../facts/visits.ts';
import { daysWaited } from './settled.ts';
import { h, isReachable, l, m, p, v } from './tables.ts';

/** What a condition needs to know beside itself. */
export interface Moment {
  /** ISO date. */
  today: string;
}

/** Conditions that look at the register's row, not only at the visit's. */
export const ofRegister: ReadonlySet<Condition['on']> = new Set(['type', 'tag', 'group']);
/** Conditions that look at what was answered. */
export const ofAnswers: ReadonlySet<Condition['on']> = new Set([
  'answer',
  'person',
  'amount',
  'perHead',
  'unsure',
  'opinion',
  'spent',
]);

const columns: Record<string, PgColumn> = getTableColumns(v);
/** Questions with a column of their own (db/schema/visit.ts); the others are read from the answers. */
const columnOf = (key: string): PgColumn | undefined =>
  key !== 'status' && key !== 'outcome' && key !== 'answers' ? columns[key] : undefined;

const quoted = (values: readonly string[]): SQL =>
  sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`;

/** A known answer as text or list; null where it is open, postponed or 不清楚. */
const answered = (key: string): SQL => sql`(${v.answers} #> array[${key}, 'v']::text[])`;

function answerIs({ key, values, not: turned }: Extract<Condition, { on: 'answer' }>): SQL {
  const words = values.map(String);
  const column = columnOf(key);
  const booleans = values.every((value) => typeof value === 'boolean');
  if (column !== undefined && booleans) {
    const [only, other] = words;
    const is = other === undefined ? sql`${column} = ${only === 'true'}` : sql`${column} is not null`;
    return turned === true ? sql`${column} = ${only !== 'true'}` : is;
  }
  const value =
    column?.columnType === 'PgJsonb' || column === undefined
      ? (column ?? answered(key))
      : sql`to_jsonb(${column})`;
  const list = sql`(case jsonb_typeof(${value}) when 'array' then ${value} when 'null' then null else jsonb_build_array(${value} #>> '{}') end)`;
  const is = sql`${list} ?| ${quoted(words)}`;
  return turned === true ? sql`(${list} is not null and not (${is}))` : is;
}

/** How many persons an answer names of whom one of these values was told. */
export function personsTold({ key, facet, values }: Extract<Condition, { on: 'person' }>): SQL {
  const persons = sql`(${v.answers} #> array[${key}, 'persons']::text[])`;
  return sql`(select count(*) from jsonb_array_elements(case jsonb_typeof(${persons}) when 'array' then ${persons} else '[]' end) e
    where e #>> array['told', ${facet}]::text[] = any (${quoted(values)}))`;
}

/** Gross income of the year per head, whole yuan; null where nobody is counted. */
export const perHeadSql = sql`(case when ${v.population} > 0 then round(${v.annualIncome}::numeric / ${v.population}) end)`;

/** Whole minutes from the first question to the handing in. */
const minutesSpent = sql`(extract(epoch from ${v.submittedAt} - ${v.startedAt})::int / 60)`;

const operators = { lt: '<', le: '<=', gt: '>', ge: '>=', eq: '=' } as const;

/** The number answered to a question; null where there is none. */
export function numberAnswered(key: string, today: string): SQL {
  if (key === waited) return daysWaited(today);
  if (key === spent) return minutesSpent;
  const column = columnOf(key);
  if (column?.dataType.startsWith('number') === true) return sql`${column}`;
  return sql`(case jsonb_typeof(${answered(key)}) when 'number' then (${answered(key)})::numeric end)`;
}

/** Who looked after it when nothing was done yet, else who did it. */
function byHelper(staff: string, visited: boolean): SQL {
  if (visited) return sql`${v.helper} = ${staff}`;
  return sql`exists (select 1 from assignment a where a.county = ${h.county} and a.household_id = ${h.id} and a.staff_id = ${staff})`;
}

function standingIs(value: Extract<Condition, { on: 'standing' }>['values'][number], { today }: Moment): SQL {
  if (value === 'visitedToday')
    return sql`(${sql.raw(standingFacts.visited)} and ${v.submittedOn} = ${today})`;
  if (value === 'unassigned')
    return sql`(${sql.raw(standingFacts.remaining)} and not exists (select 1 from assignment a
      where a.county = ${h.county} and a.household_id = ${h.id} and ${sql.raw(lastDay())} >= ${today}))`;
  return sql`(${sql.raw(standingFacts[value])})`;
}

/** Somebody `m` handed in a household, on one of the days where some are said. */
function hasWorked({ from, to }: Extract<Condition, { on: 'worked' }>): SQL {
  const when =
    from === undefined || to === undefined ? sql`` : sql`and ${v.submittedOn} between ${from} and ${to}`;
  return sql`exists (select 1 from visit v where ${v.county} = ${m.county} and ${v.helper} = ${m.id} and ${sql.raw(standingFacts.visited)} ${when})`;
}

/** Problems still to be rectified that are past their date. */
const overdueBy = (days: number, today: string): SQL =>
  sql`(${sql.raw(isDated())} and ${p.due} <= ${today}::date - ${days}::int)`;

function problemIs(
  value: Extract<Condition, { on: 'problemState' }>['values'][number],
  { today }: Moment,
): SQL {
  switch (value) {
    case 'open':
      return sql`${sql.raw(isUnsettled())}`;
    case 'overdue':
      return overdueBy(1, today);
    case 'done':
    case 'closed':
      return sql`${p.status} = ${value}`;
    case 'today':
      return sql`${sql.raw(openedOn)} = ${today}`;
    case 'any':
      return sql`true`;
  }
}

const kinds: readonly string[] = householdTypes;

function typeIs(values: readonly string[]): SQL {
  const types = values.filter((value) => kinds.includes(value));
  const monitored = values.filter((value) => !kinds.includes(value));
  const parts = [
    ...(types.length > 0 ? [sql`${h.type} = any (${quoted(types)})`] : []),
    ...(monitored.length > 0 ? [sql`${h.monitoredKind} = any (${quoted(monitored)})`] : []),
  ];
  return sql`(${sql.join(parts, sql` or `)})`;
}

function groupIs(groups: readonly string[]): SQL {
  const parts = groups.map((group) => {
    const no = groupNo(group);
    return no > 0 ? sql`${h.grpNo} = ${no}` : sql`${h.grp} = ${group}`;
  });
  return sql`(${sql.join(parts, sql` or `)})`;
}

const ofProblems: ReadonlySet<Condition['on']> = new Set([
  'category',
  'problemState',
  'status',
  'source',
  'leadUnit',
  'finding',
  'due',
]);
const ofLeads: ReadonlySet<Condition['on']> = new Set(['stage']);

/** Does a condition look at a problem or a lead of the household? Then the household itself is needed beside it. */
export function looksBeside(condition: Condition, of: Of): boolean {
  return (of !== 'problems' && ofProblems.has(condition.on)) || (of !== 'leads' && ofLeads.has(condition.on));
}

/** Leads have a clock of their own: overdue and due are told by the date of their step. */
function leadClock(condition: Condition, { today }: Moment): SQL | undefined {
  const open = sql.raw(isOnItsWay);
  const past = (days: number) => sql`(${open} and ${l.stageDue} <= ${today}::date - ${days}::int)`;
  if (condition.on === 'due')
    return condition.is === 'over'
      ? past(condition.days)
      : sql`(${open} and ${l.stageDue} between ${today}::date and ${today}::date + ${condition.days}::int)`;
  if (condition.on !== 'problemState') return undefined;
  const parts = condition.values.map((value) =>
    value === 'overdue' ? past(1) : value === 'open' ? open : value === 'any' ? sql`true` : undefined,
  );
  const known = parts.filter((part) => part !== undefined);
  return known.length < parts.length ? undefined : turnedIf(condition.not, sql`(${anyOf(known)})`);
}

/**
 * Conditions as SQL over the aliases of tables.ts, all of which must hold. What looks at another table than the one
 * that is counted holds when the household has such a problem or lead.
 * @param visited only what was done is looked at
 */
export function conditionsSql(
  conditions: readonly Condition[],
  moment: Moment,
  visited: boolean,
  of: Of,
): SQL | undefined {
  const onProblem: SQL[] = [];
  const onLead: SQL[] = [];
  const own: SQL[] = [];
  for (const condition of conditions) {
    const clock = of === 'leads' ? leadClock(condition, moment) : undefined;
    if (clock !== undefined) own.push(clock);
    else if (!looksBeside(condition, of)) own.push(conditionSql(condition, moment, visited));
    else (ofLeads.has(condition.on) ? onLead : onProblem).push(conditionSql(condition, moment, visited));
  }
  if (onProblem.length > 0)
    own.push(sql`exists (select 1 from problem p where ${p.county} = ${h.county} and ${p.householdId} = ${h.id}
      and ${sql.raw(isCounted())} and ${and(...onProblem)})`);
  if (onLead.length > 0)
    own.push(sql`exists (select 1 from monitoring_lead l where ${l.county} = ${h.county} and ${l.householdId} = ${h.id}
      and ${sql.raw(isLead())} and ${and(...onLead)})`);
  return and(...own);
}

/** One condition over the aliases of its own table. */
function conditionSql(condition: Condition, moment: Moment, visited: boolean): SQL {
  switch (condition.on) {
    case 'answer':
      return answerIs(condition);
    case 'person':
      return turnedIf(condition.not, sql`${personsTold(condition)} > 0`);
    case 'amount':
      return sql`${numberAnswered(condition.key, moment.today)} ${sql.raw(operators[condition.op])} ${condition.than}`;
    case 'perHead':
      return sql`(${v.population} > 0 and ${v.annualIncome}::bigint ${sql.raw(operators[condition.op])} ${condition.than}::bigint * ${v.population})`;
    case 'spent':
      return sql`${minutesSpent} ${sql.raw(operators[condition.op])} ${condition.than}`;
    case 'opinion': {
      const not = anyOf(condition.keys.map((key) => answerIs({ on: 'answer', key, values: [false] })));
      const known = anyOf(condition.keys.map((key) => answerIs({ on: 'answer', key, values: [true] })));
      return condition.good ? sql`(${known} and not coalesce(${not}, false))` : not;
    }
    case 'unsure':
      return sql`${condition.key} = any (${v.toVerify})`;
    case 'type':
      return turnedIf(condition.not, typeIs(condition.values));
    case 'tag':
      return turnedIf(condition.not, sql`${h.tags} && ${quoted(condition.values)}`);
    case 'group':
      return turnedIf(condition.not, groupIs(condition.values));
    case 'standing':
      return turnedIf(condition.not, anyOf(condition.values.map((value) => standingIs(value, moment))));
    case 'category':
      return turnedIf(condition.not, inArray(p.category, condition.values));
    case 'problemState':
      return turnedIf(condition.not, anyOf(condition.values.map((value) => problemIs(value, moment))));
    case 'status':
      return turnedIf(condition.not, inArray(p.status, condition.values));
    case 'source':
      return turnedIf(condition.not, inArray(p.source, condition.values));
    case 'leadUnit':
      return turnedIf(condition.not, inArray(p.leadUnit, condition.values));
    case 'finding':
      return turnedIf(
        condition.not,
        condition.says === undefined
          ? inArray(p.key, condition.values)
          : (and(
              inArray(p.key, condition.values),
              anyOf(condition.says.map((word) => sql`strpos(${p.description}, ${word}) > 0`)),
            ) ?? sql`true`),
      );
    case 'due':
      return condition.is === 'over'
        ? overdueBy(condition.days, moment.today)
        : sql`(${sql.raw(isDated())} and ${p.due} between ${moment.today}::date + ${condition.from ?? 0}::int and ${moment.today}::date + ${condition.days}::int)`;
    case 'stage':
      return turnedIf(condition.not, inArray(l.stage, condition.values));
    case 'bound':
      return condition.is ? isReachable : sql`not ${isReachable}`;
    case 'worked':
      return condition.is ? hasWorked(condition) : sql`not ${hasWorked(condition)}`;
    case 'duty':
      return turnedIf(
        condition.not,
        anyOf(condition.values.map((duty) => sql`${m.duty} like ${`%${duty}%`}`)),
      );
    case 'helper':
      return byHelper(condition.staff, visited);
  }
}

/** A row that a condition can't decide on is on neither side. */
const turnedIf = (turned: true | undefined, is: SQL): SQL =>
  turned === true ? sql`coalesce(not (${is}), true)` : is;

const anyOf = (parts: readonly SQL[]): SQL => or(...parts) ?? not(sql`true`);
