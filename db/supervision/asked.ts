import { isoDate } from '../../conversations/calendar/days.ts';
import type { UnitCode } from '../../conversations/contract/ids.ts';
import type { Needs } from '../../conversations/contract/needs.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';
import { campaignHere } from '../campaign/settings.ts';
import { unitByCode } from '../places/units.ts';
import { opinionBase, opinionCounts } from './opinions.ts';
import { drawsOn, openSpotChecks, spotCandidates, spotCheckById, spotSummary } from './read.ts';

type Answer<Name extends keyof Needs> = (
  db: Db,
  asker: Asker,
  args: Needs[Name]['in'],
) => Promise<Needs[Name]['out']>;

/** Answers to what supervision asks. */
export const supervisionNeeds: {
  [Name in 'spotCandidates' | 'spotChecks' | 'spotCheck' | 'spotSummary' | 'opinions']: Answer<Name>;
} = {
  spotCandidates: async (db, { speaker, at }, { limit }) => ({
    candidates: await spotCandidates(db, limit),
    drawsToday: speaker === null ? 0 : await drawsOn(db, speaker.unit, isoDate(at)),
  }),
  spotChecks: (db, _, { limit, headName }) => openSpotChecks(db, limit, headName ?? null),
  spotCheck: (db, _, { id }) => spotCheckById(db, id),
  spotSummary: (db) => spotSummary(db),
  opinions: async (db, { at }, { unit }) => {
    const where = db.sql`(o.village = ${unit} or o.township = ${unit} or ${await isCounty(db, unit)})`;
    return {
      counts: await opinionCounts(db, await campaignHere(db), where, isoDate(at)),
      ...(await opinionBase(db, where)),
    };
  },
};

async function isCounty(db: Db, unit: UnitCode): Promise<boolean> {
  return (await unitByCode(db, unit))?.kind === 'county';
}
