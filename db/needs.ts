import type { Need, Needs } from '../conversations/dialogues/needs.ts';
import { looksAt } from './access-log.ts';
import type { Asker } from './asker.ts';
import { assignmentAnswers } from './assignments.ts';
import { bindCodes, bindTries, staffToBind } from './needs/bind-code.ts';
import { comparisonNeeds } from './needs/comparison.ts';
import { findHouseholds } from './needs/find-households.ts';
import { leadNeeds } from './needs/leads.ts';
import { openHousehold, openVisit } from './needs/open.ts';
import { halfDone, nextHouseholds, ownProgress } from './needs/own-households.ts';
import { problemNeeds } from './needs/problems.ts';
import { reportNeeds } from './needs/reports.ts';
import { selfCheckNeeds } from './needs/self-checks.ts';
import { findStaff } from './needs/staff.ts';
import { supervisionNeeds } from './needs/supervision.ts';
import { findUnits, speakerVillages } from './needs/units.ts';
import { progressAnswers } from './progress-needs.ts';
import { receipt } from './receipt.ts';
import type { Db } from './transaction.ts';

const answers: {
  [Name in keyof Needs]: (db: Db, asker: Asker, args: Needs[Name]['in']) => Promise<Needs[Name]['out']>;
} = {
  nextHouseholds,
  findHouseholds,
  openHousehold,
  openVisit,
  findStaff,
  halfDone,
  ownProgress,
  bindCodes,
  bindTries,
  staffToBind,
  findUnits,
  speakerVillages,
  ...problemNeeds,
  ...leadNeeds,
  ...selfCheckNeeds,
  ...reportNeeds,
  ...comparisonNeeds,
  ...supervisionNeeds,
  ...progressAnswers,
  looksAt,
  ...assignmentAnswers,
  receipt,
};

/** What a dialogue asked in the middle of its turn. */
export async function answerNeed<N extends Need>(
  db: Db,
  asker: Asker,
  need: N,
): Promise<Needs[N['need']]['out']> {
  // The table above holds for each name the function of that name's arguments and result.
  const answer = answers[need.need] as (
    db: Db,
    asker: Asker,
    args: N['args'],
  ) => Promise<Needs[N['need']]['out']>;
  return answer(db, asker, need.args);
}
