import type { ListUse } from '../campaign/list-kind.ts';
import type { HouseholdId, UnitCode } from '../contract/ids.ts';

/** What somebody found out about a row. */
export const rowResults = ['true', 'false', 'settled'] as const;
export type RowResult = (typeof rowResults)[number];

export const resultLabels: Readonly<Record<RowResult, string>> = {
  true: '属实',
  false: '不属实',
  settled: '已解决',
};

/** A row of a list as a dialogue sees it. */
export interface ListedRow {
  id: string;
  /** Counted in the campaign: 对上 41 张三. */
  no: number;
  /** Number of its list, and the row of its file. */
  listNo: number;
  rowNo: number;
  kind: string;
  becomes: ListUse;
  person: string;
  words: string;
  /** Somebody or something has said whom it means. */
  matched: boolean;
  /** Null too where the asker may not see the household. */
  household: { id: HouseholdId; headName: string; group: string } | null;
  villageName: string | null;
  /** What was found; null while nobody has looked. */
  result: RowResult | null;
  finding: string | null;
  problemNo: number | null;
  leadNo: number | null;
}

/** How far a list is. */
export interface ListStanding {
  no: number;
  kind: string;
  origin: string;
  unit: UnitCode;
  /** When it came in, milliseconds since 1970. */
  at: number;
  rows: number;
  households: number;
  /** Rows of which nobody has said whom they mean. */
  unmatched: number;
  /** Matched rows that wait for an answer, and those that have one, by result. */
  waiting: number;
  waitingHouseholds: number;
  confirmed: number;
  denied: number;
  settled: number;
  /** Rows that became a problem or a lead; struck off or ended among them. */
  problems: number;
  problemsClosed: number;
  leads: number;
}
