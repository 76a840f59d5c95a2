import type { HouseholdId } from '../contract/ids.ts';
import type { ComparedField, ComparedValue } from './compare.ts';

/** A conflict between what was found and what the national system holds, to be asked about. */
export interface Conflict {
  household: { id: HouseholdId; headName: string; group: string; villageName: string };
  field: ComparedField;
  label: string;
  ours: ComparedValue | null;
  theirs: ComparedValue | null;
}

/** What the comparison's dialogue asks of the database, within the speaker's scope. */
interface ComparisonNeeds {
  /** The open conflicts of the speaker's own households, in visiting order; `total` counts them all. */
  ownConflicts: {
    in: { limit: number; after?: { household: HouseholdId; field: ComparedField } };
    out: { conflicts: Conflict[]; total: number };
  };
  /** How a unit's households compare, by village. */
  comparison: {
    in: Record<string, never>;
    out: {
      households: number;
      conflicting: number;
      conflicts: number;
      unnamed: number;
      byVillage: { name: string; conflicting: number }[];
    };
  };
}

interface ComparisonChange {
  /** Somebody looked into a conflict and found this side right. */
  do: 'settleConflict';
  household: HouseholdId;
  field: ComparedField;
  side: 'ours' | 'theirs';
}

declare module '../contract/needs.ts' {
  interface Needs extends ComparisonNeeds {}
}

declare module '../contract/changes.ts' {
  interface ChangesByNoun {
    comparison: ComparisonChange;
  }
}
