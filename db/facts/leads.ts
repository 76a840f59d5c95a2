import {
  countyLeadStages,
  decidedLeadStages,
  endedLeadStages,
  openLeadStages,
  townshipLeadStages,
  undecidedLeadStages,
} from '../../conversations/leads/lead.ts';
import { dayOf, fact, isNoneOf, isOneOf, type SqlFact, stated } from '../base/fact.ts';
import type { Db, Fragment } from '../base/transaction.ts';

// What is true of a monitoring lead `l`, by its stage.

/** On its way: somebody has to act, and the clock runs. */
export const isOnItsWay: SqlFact = isOneOf('l.stage', openLeadStages);

/** Its next step is past its date, on a day (ISO). */
export const leadOverdue = (db: Pick<Db, 'sql'>, day: string): Fragment =>
  db.sql`(${stated(db, isOnItsWay)} and l.stage_due < ${day})`;

/** Not yet decided by the county. */
export const isUndecided = (stage = 'l.stage'): SqlFact => isOneOf(stage, undecidedLeadStages);

/** Decided, whatever came afterwards. */
export const isDecided = (stage = 'l.stage'): SqlFact => isOneOf(stage, decidedLeadStages);

/** The household has this one and can't have another: neither at its end nor turned down. */
export const isLive = (stage = 'stage'): SqlFact => isNoneOf(stage, endedLeadStages);

/** A lead at all: not withdrawn. */
export const isLead = (stage = 'l.stage'): SqlFact => fact(`${stage} <> 'withdrawn'`);

/** The day it was flagged. */
export const flaggedOn: SqlFact = dayOf('l.flagged_at');

/** Waiting for the township's word. */
export const waitsForTownship: SqlFact = isOneOf('l.stage', townshipLeadStages);

/** Waiting for the county's word. */
export const waitsForCounty: SqlFact = isOneOf('l.stage', countyLeadStages);
