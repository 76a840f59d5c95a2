import { isoDate } from '../../conversations/calendar/days.ts';
import type { Needs } from '../../conversations/contract/needs.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';
import { drawsOn, openSpotChecks, spotCandidates, spotCheckById, spotSummary } from './read.ts';

type Answer<Name extends keyof Needs> = (
  db: Db,
  asker: Asker,
  args: Needs[Name]['in'],
) => Promise<Needs[Name]['out']>;

/** Answers to what supervision asks. */
export const supervisionNeeds: {
  [Name in 'spotCandidates' | 'spotChecks' | 'spotCheck' | 'spotSummary']: Answer<Name>;
} = {
  spotCandidates: async (db, { speaker, at }, { limit }) => ({
    candidates: await spotCandidates(db, limit),
    drawsToday: speaker === null ? 0 : await drawsOn(db, speaker.unit, isoDate(at)),
  }),
  spotChecks: (db, _, { limit, headName }) => openSpotChecks(db, limit, headName ?? null),
  spotCheck: (db, _, { id }) => spotCheckById(db, id),
  spotSummary: (db) => spotSummary(db),
};
