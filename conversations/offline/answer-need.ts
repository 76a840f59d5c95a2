import type { HouseholdBrief, HouseholdOpened, Need } from '../contract/needs.ts';
import { pinyinOf } from '../language/pinyin.ts';

/** Only the server can answer this; what was said waits for it. */
export class NeedsNetwork extends Error {}

/** Answers what a dialogue asks from the households that were taken along. Throws where they don't suffice. */
export function answerFrom(households: readonly HouseholdOpened[], need: Need): unknown {
  switch (need.need) {
    case 'nextHouseholds': {
      const { limit, after } = need.args;
      return toVisit(households)
        .filter((h) => h.household.id !== after)
        .slice(0, limit)
        .map(briefOf);
    }
    case 'findHouseholds':
      return found(households, need.args.words).slice(0, need.args.limit).map(briefOf);
    case 'openHousehold':
      return households.find((h) => h.household.id === need.args.id) ?? null;
    case 'openVisit':
      return households.find((h) => h.visit?.id === need.args.id) ?? null;
    case 'halfDone': {
      const half = households.filter((h) => h.visit?.status === 'draft' && h.visit.outcome === null);
      return { total: half.length, first: half.slice(0, need.args.limit).map(briefOf) };
    }
    // What was undone or ordered before, and which photos came, is the server's to know.
    case 'secondReading':
    case 'lastOrder':
    case 'photosOfVisit':
      return null;
    // What others' lists say of a household is asked once there is a network again.
    case 'listedOf':
    case 'answersSaid':
    // Who must know at once is told by the person himself where there is no network.
    case 'headsOf':
    case 'unitsNamed':
    case 'unitsSaid':
    case 'findStaff':
    case 'findUnits':
    case 'speakerVillages':
      return [];
    default:
      throw new NeedsNetwork(need.need);
  }
}

/** Half done ones first, then the others in their order; who wasn't at home comes last. */
function toVisit(households: readonly HouseholdOpened[]): HouseholdOpened[] {
  const rank = ({ visit }: HouseholdOpened) => (visit === null ? 1 : visit.outcome === null ? 0 : 2);
  return households
    .filter(({ visit }) => visit === null || visit.status === 'draft' || visit.status === 'returned')
    .toSorted((a, b) => rank(a) - rank(b));
}

/** By name, by sound, by initials or by the end of the code. */
function found(households: readonly HouseholdOpened[], words: string): HouseholdOpened[] {
  const sound = /\p{Script=Han}/u.test(words) ? pinyinOf(words).full : words.toLowerCase();
  const by = (fits: (h: HouseholdOpened) => boolean) => households.filter(fits);
  const named = by(({ household }) => household.headName === words);
  if (named.length > 0) return named;
  const alike = by(({ household }) => pinyinOf(household.headName).full === sound);
  if (alike.length > 0) return alike;
  return by(
    ({ household }) =>
      pinyinOf(household.headName).initials === sound || (/\d/.test(words) && household.code.endsWith(words)),
  );
}

function briefOf({ household, visit }: HouseholdOpened): HouseholdBrief {
  const { id, code, headName, village, villageName, townshipName, group } = household;
  const status = visit?.status ?? null;
  return {
    id,
    code,
    headName,
    village,
    villageName,
    townshipName,
    group,
    status,
    outcome: visit?.outcome ?? null,
  };
}
