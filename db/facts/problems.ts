import {
  datedStatuses,
  notBegunStatuses,
  openStatuses,
  unrectifiedStatuses,
  voidStatuses,
} from '../../conversations/problems/states.ts';
import { dayOf, isNoneOf, isOneOf, type SqlFact, stated } from '../base/fact.ts';
import type { Db, Fragment } from '../base/transaction.ts';

// What is true of a problem `p`, by its status; `status` names another column with one (as it was on a day).

/** Running against its date: found, handed out, under way. */
export const isDated = (status = 'p.status'): SqlFact => isOneOf(status, datedStatuses);

/** Still to be put right. */
export const isUnrectified = (status = 'p.status'): SqlFact => isOneOf(status, unrectifiedStatuses);

/** Not settled: to be put right, or to be checked. */
export const isUnsettled = (status = 'p.status'): SqlFact => isOneOf(status, openStatuses);

/** Handed out or to be, and nobody began. */
export const isNotBegun: SqlFact = isOneOf('p.status', notBegunStatuses);

/** A problem at all: neither withdrawn nor merged into another one. */
export const isCounted = (status = 'p.status'): SqlFact => isNoneOf(status, voidStatuses);

/** Past its date on a day (ISO) and not yet reported rectified; what waits for a check isn't late. */
export const overdue = (db: Pick<Db, 'sql'>, day: string, status?: string): Fragment =>
  db.sql`(${stated(db, isDated(status))} and p.due < ${day})`;

/** The day it was found. */
export const openedOn: SqlFact = dayOf('p.opened_at');

/** Of what everybody must have: schooling, medical care, a safe house, safe water. */
export const isSafeguard: SqlFact = isOneOf('p.category', ['education', 'medical', 'housing', 'water']);
