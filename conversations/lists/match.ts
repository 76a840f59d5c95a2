import type { Member } from '../contract/household.ts';
import type { HouseholdId, UnitCode } from '../contract/ids.ts';
import type { ListRow } from './read-row.ts';

/** How a row was found to mean its household. */
export const matchWays = ['id', 'code', 'name', 'place', 'hand'] as const;
export type MatchWay = (typeof matchWays)[number];

/** A household that a row may mean. */
export interface PossibleHousehold {
  id: HouseholdId;
  code: string;
  headName: string;
  /** The head's keyed hash, base64; null where the register has no number of his. */
  idHash: string | null;
  members: readonly Pick<Member, 'name'>[];
  village: UnitCode;
  township: UnitCode;
  group: string;
}

export type RowMatch =
  | { is: 'one'; household: PossibleHousehold; by: Exclude<MatchWay, 'hand' | 'place'>; note?: string }
  /** Nothing, or several: somebody says which. */
  | { is: 'none' | 'several'; candidates: readonly PossibleHousehold[] };

/**
 * Whom a row means: by ID number, else by the household's code, else by name within its village (and group). A name
 * without a village is never enough, nor a namesake whose own number is another one.
 */
export function matchRow(
  row: Pick<ListRow, 'person' | 'headName' | 'code' | 'village' | 'group'>,
  idHash: string | null,
  candidates: readonly PossibleHousehold[],
): RowMatch {
  const byId = idHash === null ? undefined : candidates.find((c) => c.idHash === idHash);
  if (byId !== undefined) {
    const isNamed = row.person === '' || called(byId, row.person);
    return {
      is: 'one',
      household: byId,
      by: 'id',
      ...(isNamed ? {} : { note: `证件号是户主${byId.headName}的，姓名不同` }),
    };
  }
  const byCode = row.code === '' ? undefined : candidates.find((c) => c.code === row.code);
  if (byCode !== undefined) return { is: 'one', household: byCode, by: 'code' };
  const named = candidates.filter(
    (c) =>
      (row.person !== '' && called(c, row.person)) || (row.headName !== '' && c.headName === row.headName),
  );
  const there = named.filter((c) => row.village !== null && c.village === row.village);
  // The head's own row with another number is somebody else of that name.
  const possible = there.filter(
    (c) => !(idHash !== null && c.headName === row.person && c.idHash !== null && c.idHash !== idHash),
  );
  const inGroup = possible.filter((c) => row.group !== '' && c.group === row.group);
  const best = inGroup.length > 0 ? inGroup : possible;
  const byHead = best.filter((c) => row.headName !== '' && c.headName === row.headName);
  const found = byHead.length > 0 ? byHead : best;
  const [only] = found;
  if (only !== undefined && found.length === 1) return { is: 'one', household: only, by: 'name' };
  if (found.length > 1) return { is: 'several', candidates: found };
  return { is: 'none', candidates: there.length > 0 ? there : named };
}

function called({ headName, members }: PossibleHousehold, person: string): boolean {
  return headName === person || members.some(({ name }) => name === person);
}
