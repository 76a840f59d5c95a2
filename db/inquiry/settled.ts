import { type SQL, sql } from 'drizzle-orm';
import type { Condition } from '../../conversations/inquiry/inquiry.ts';
import { dayOf } from '../base/fact.ts';
import { flaggedOn } from '../facts/leads.ts';
import { openedOn } from '../facts/problems.ts';

const closedOn = sql.raw(dayOf('p.closed_at'));
const doneOn = sql.raw(dayOf('p.done_at'));
const stagedOn = sql.raw(dayOf('l.stage_at'));

const states = (where: readonly Condition[]): readonly string[] =>
  where.flatMap((c) =>
    (c.on === 'problemState' || c.on === 'status') && c.not !== true ? [...c.values] : [],
  );

/** The day that 昨天 means of problems: struck off, reported rectified, else found. */
export function dayOfProblem(where: readonly Condition[]): SQL {
  const values = states(where);
  if (values.length > 0 && values.every((value) => value === 'closed')) return closedOn;
  if (values.length > 0 && values.every((value) => value === 'closed' || value === 'done'))
    return sql`coalesce(${doneOn}, ${closedOn})`;
  return sql.raw(openedOn);
}

/** The day that 昨天 means of leads: when they came to the step that is asked for, else flagged. */
export function dayOfLead(where: readonly Condition[]): SQL {
  return where.some((c) => c.on === 'stage' && c.not !== true) ? stagedOn : sql.raw(flaggedOn);
}

/** Whole days from a problem's finding to its being struck off, or until today (ISO). */
export function daysWaited(today: string): SQL {
  return sql`(coalesce(${closedOn}, ${today}::date) - ${sql.raw(openedOn)})`;
}
