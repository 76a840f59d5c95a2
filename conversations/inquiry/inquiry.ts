import { z } from 'zod';
import { problemCategories } from '../contract/finding.ts';
import { householdTypes, monitoredKinds } from '../contract/household.ts';
import { staffId, unitCode, unitKinds } from '../contract/ids.ts';
import { leadStages } from '../leads/lead.ts';
import { problemSources, problemStatuses } from '../problems/states.ts';

/** States of a household's visit, by the definitions of progress. */
const standings = [
  'visited',
  'submitted',
  'verified',
  'explained',
  'draft',
  'notHome',
  'refused',
  'returned',
  'untouched',
  'toVerify',
  'withProblems',
  'visitedToday',
  'remaining',
  'all',
  'unassigned',
] as const;

/** Problems as people ask for them: by where they stand. */
const problemStates = ['open', 'overdue', 'done', 'closed', 'today', 'any'] as const;
const comparisons = ['lt', 'le', 'gt', 'ge', 'eq'] as const;
export const tags = ['relocated', 'subsistence', 'destitute', 'disabled'] as const;

const not = z.literal(true).optional();
const compared = { op: z.enum(comparisons), than: z.number().int() };

/** One restriction. Values of one field are joined by or, conditions by and; `not` turns the whole around. */
const condition = z.discriminatedUnion('on', [
  /** A question answered with one of these values; of several choices one is enough. */
  z.object({
    on: z.literal('answer'),
    key: z.string(),
    values: z.array(z.union([z.string(), z.boolean()])).min(1),
    not,
  }),
  /** Somebody an answer names, of whom one of these was told: uninsured, and a soldier. */
  z.object({
    on: z.literal('person'),
    key: z.string(),
    facet: z.string(),
    values: z.array(z.string()).min(1),
    not,
  }),
  /** A number answered, compared: whole yuan, people, pieces. */
  z.object({ on: z.literal('amount'), key: z.string(), ...compared }),
  /** Minutes a visit took. */
  z.object({ on: z.literal('spent'), ...compared }),
  /** Gross income of the year per head, whole yuan. */
  z.object({ on: z.literal('perHead'), ...compared }),
  /** Of several questions how it finds something: 不满意 with one of them, or 满意 with all that were answered. */
  z.object({ on: z.literal('opinion'), keys: z.array(z.string()).min(1), good: z.boolean() }),
  /** Answered 不清楚. */
  z.object({ on: z.literal('unsure'), key: z.string() }),
  /** 户属性 of the register, with the kinds of monitored households. */
  z.object({
    on: z.literal('type'),
    values: z.array(z.enum([...householdTypes, ...monitoredKinds])).min(1),
    not,
  }),
  z.object({ on: z.literal('tag'), values: z.array(z.enum(tags)).min(1), not }),
  z.object({ on: z.literal('group'), values: z.array(z.string()).min(1), not }),
  z.object({ on: z.literal('standing'), values: z.array(z.enum(standings)).min(1), not }),
  z.object({ on: z.literal('category'), values: z.array(z.enum(problemCategories)).min(1), not }),
  z.object({ on: z.literal('problemState'), values: z.array(z.enum(problemStates)).min(1), not }),
  z.object({ on: z.literal('status'), values: z.array(z.enum(problemStatuses)).min(1), not }),
  z.object({ on: z.literal('source'), values: z.array(z.enum(problemSources)).min(1), not }),
  /** Units that lead the rectification, by the plan's names. */
  z.object({ on: z.literal('leadUnit'), values: z.array(z.string()).min(1), not }),
  /** Findings by the names of their rules: what a department sees of the answers. `label` tells them. */
  z.object({
    on: z.literal('finding'),
    values: z.array(z.string()).min(1),
    label: z.string(),
    /** One of these words stands in its description: 水质. */
    says: z.array(z.string()).min(1).optional(),
    not,
  }),
  /** Days to the date set: `within` so many from today (or from `from` days) on, `over` at least so many past it. */
  z.object({
    on: z.literal('due'),
    is: z.enum(['within', 'over']),
    days: z.number().int(),
    from: z.number().int().optional(),
  }),
  z.object({ on: z.literal('stage'), values: z.array(z.enum(leadStages)).min(1), not }),
  /** People of the inspection with a chat account of theirs, or still without. */
  z.object({ on: z.literal('bound'), is: z.boolean() }),
  /** Helpers who handed in a household between two days (ISO, both inclusive; without them at any time), or none. */
  z.object({
    on: z.literal('worked'),
    is: z.boolean(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  }),
  /** People by what the roster calls them: 网格员. */
  z.object({ on: z.literal('duty'), values: z.array(z.string()).min(1), not }),
  /** Whoever looks after it, or did the visit; `name` for telling it. */
  z.object({ on: z.literal('helper'), staff: staffId, name: z.string() }),
]);
export type Condition = z.infer<typeof condition>;

const wants = ['count', 'list', 'share', 'sum', 'average', 'sheet'] as const;
export type Want = (typeof wants)[number];
const subjects = ['households', 'persons', 'problems', 'leads', 'staff'] as const;
export type Of = (typeof subjects)[number];
const levels = ['township', 'village', 'group'] as const;
export type PlaceLevel = (typeof levels)[number];

/** What the result is split by. `answer` splits by the values of one question. */
const splits = [
  ...levels,
  'category',
  'leadUnit',
  'status',
  'type',
  'stage',
  'day',
  'helper',
  'answer',
] as const;
export type Split = (typeof splits)[number];

/** A place that was found: a unit with its group, or what the speaker looks after himself. */
const place = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('unit'),
    unit: unitCode,
    name: z.string(),
    kind: z.enum(unitKinds),
    township: unitCode.optional(),
  }),
  z.object({ is: z.literal('own') }),
  /** All that the speaker may see: a department's problems lie anywhere. */
  z.object({ is: z.literal('seen'), name: z.string() }),
]);
export type Place = z.infer<typeof place>;

/** ISO dates, both inclusive. */
const period = z.object({ from: z.iso.date(), to: z.iso.date(), said: z.string() });
export type Period = z.infer<typeof period>;

/** Days from a problem's finding to its being struck off, or to now. */
export const waited = 'waited';

/** Stands for the county's income line, which the settings hold, where 监测线 was said. */
export const theLine = -1;

/** Minutes from the first question of a visit to its being handed in. */
export const spent = 'spent';

/** Only the parts whose number, or whose share in per cent, compares so. */
const having = z.object({ as: z.enum(['count', 'share']), ...compared });
export type Having = z.infer<typeof having>;

/**
 * A question about the data, complete: what is wanted of what, under which conditions, where and when. Every number
 * of an inquiry has its rows behind it; whose rows may be seen is not its matter but the scope's.
 */
export const inquiry = z.object({
  want: z.enum(wants),
  of: z.enum(subjects),
  where: z.array(condition).max(12),
  place,
  by: z.enum(splits).optional(),
  /** The question that is split by, summed up or averaged; of problems `waited`, the days since they were found. */
  key: z.string().optional(),
  period: period.optional(),
  /** The same number in other days, told beside it. */
  against: period.optional(),
  having: having.optional(),
  /** The biggest (or smallest) parts first, at most so many; without it the register's order. */
  order: z.enum(['most', 'least']).optional(),
  limit: z.number().int().positive().optional(),
});
export type Inquiry = z.infer<typeof inquiry>;
