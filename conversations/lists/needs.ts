import type { HouseholdId } from '../contract/ids.ts';
import type { ListedRow, ListStanding, RowResult } from './listed.ts';

/** What lists are asked for, within the speaker's scope. */
interface ListNeeds {
  /** How far the lists are, the latest first. */
  listStandings: { in: Record<string, never>; out: ListStanding[] };
  /** Rows of lists of which nobody has said whom they mean (with those they may mean), or that wait for an answer. */
  listedIn: {
    in: { lists: readonly number[]; of: 'unmatched' | 'waiting'; limit: number };
    out: (ListedRow & { candidates: readonly string[] })[];
  };
  /** One row by its number. */
  listedRow: { in: { no: number }; out: ListedRow | null };
  /** All that lists say of a household, the latest list first. */
  listedOf: { in: { household: HouseholdId }; out: ListedRow[] };
  /** Which lists of these kinds came in at all, and what they say of a household. */
  comparingLists: {
    in: { household: HouseholdId; kinds: readonly string[] };
    out: { lists: readonly Pick<ListStanding, 'no' | 'kind' | 'at'>[]; rows: readonly ListedRow[] };
  };
  /** Rows of the speaker's own households that wait for an answer. */
  listedMine: { in: { limit: number }; out: { total: number; rows: ListedRow[] } };
}

export type ListChange =
  /** Somebody says whom a row means. */
  | { do: 'matchListed'; row: string; household: HouseholdId }
  | { do: 'answerListed'; row: string; result: RowResult; finding: string };

declare module '../contract/needs.ts' {
  interface Needs extends ListNeeds {}
}

declare module '../contract/changes.ts' {
  interface ChangesByNoun {
    lists: ListChange;
  }
}
