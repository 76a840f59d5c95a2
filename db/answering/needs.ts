import type { Need, Needs } from '../../conversations/contract/needs.ts';
import { countyAnswers } from '../answer-book/answers.ts';
import { assignmentAnswers } from '../assignments/read.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';
import { comparisonNeeds } from '../comparison/asked.ts';
import { looksAt } from '../households/access-log.ts';
import { findHouseholds } from '../households/find.ts';
import { halfDone, nextHouseholds, ownProgress } from '../households/own.ts';
import { inquiryAnswers } from '../inquiry/asked.ts';
import { leadNeeds } from '../leads/asked.ts';
import { listNeeds } from '../lists/asked.ts';
import { lastOrder } from '../orders/asked.ts';
import { oversightNeeds } from '../oversight/asked.ts';
import { findStaff } from '../people/asked.ts';
import { bindCodes, bindTries, codesWaiting, staffToBind } from '../people/asked-codes.ts';
import { findUnits, speakerVillages } from '../places/asked.ts';
import { problemNeeds } from '../problems/asked.ts';
import { progressAnswers } from '../progress/asked.ts';
import { digestFacts, readPushSettings } from '../pushes/asked.ts';
import { receipt } from '../pushes/receipt.ts';
import { reportNeeds } from '../reports/asked.ts';
import { selfCheckNeeds } from '../self-checks/asked.ts';
import { supervisionNeeds } from '../supervision/asked.ts';
import { photosOfVisit } from '../visits/attachments.ts';
import { openHousehold, openVisit } from '../visits/open-household.ts';
import { ownVisits } from '../visits/own-visits.ts';
import { answersSaid } from '../visits/said.ts';

const answers: {
  [Name in keyof Needs]: (db: Db, asker: Asker, args: Needs[Name]['in']) => Promise<Needs[Name]['out']>;
} = {
  nextHouseholds,
  findHouseholds,
  openHousehold,
  openVisit,
  photosOfVisit: (db, _asker, { id }) => photosOfVisit(db, id),
  findStaff,
  halfDone,
  ownVisits: (db, _asker, { limit }) => ownVisits(db, limit),
  ownProgress,
  bindCodes,
  bindTries,
  codesWaiting,
  staffToBind,
  findUnits,
  speakerVillages,
  ...problemNeeds,
  ...leadNeeds,
  ...listNeeds,
  ...selfCheckNeeds,
  ...reportNeeds,
  ...oversightNeeds,
  ...comparisonNeeds,
  ...supervisionNeeds,
  ...progressAnswers,
  looksAt,
  ...assignmentAnswers,
  receipt,
  ...inquiryAnswers,
  lastOrder,
  answersSaid: (db, _asker, said) => answersSaid(db, said),
  countyAnswers: (db) => countyAnswers(db),
  digestFacts,
  // Whoever drives the turn asks him, while nothing is held open; the database knows none.
  secondReading: () => Promise.resolve(null),
  pushSettings: (db) => readPushSettings(db),
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
