import type { CheckFacts } from '../campaign/check-facts.ts';
import type { Finding } from '../contract/finding.ts';
import type { UnitCode, UnitKind } from '../contract/ids.ts';
import type { Answers } from '../form/answer.ts';
import type { CheckLevel } from './items.ts';

/** One area as a unit answers it. `version` 0: not begun. Photos stand among the answers under `<clause>photo`. */
export interface Sheet {
  id: string;
  area: number;
  level: CheckLevel;
  unit: UnitCode;
  answers: Answers;
  status: 'draft' | 'submitted';
  version: number;
}

/** How far a unit is with its self-check. */
export interface SheetProgress {
  unit: string;
  unitName: string;
  kind: UnitKind;
  /** Areas begun and submitted, with how many questions are answered. */
  areas: readonly { area: number; status: 'draft' | 'submitted'; answered: number }[];
}

/** What the self-check's dialogue asks of the database, within the speaker's scope. */
interface SelfCheckNeeds {
  /**
   * The speaker's unit's own sheet of an area, if it was begun, with what the data shows of the unit; `compare`:
   * together with the national system's.
   */
  sheet: { in: { area: number; compare: boolean }; out: { sheet: Sheet | null; facts: CheckFacts } };
  /** Units of the scope that have to check themselves: townships and departments, or one township's villages. */
  sheetProgress: { in: { of: 'own' | 'units' | 'villages' }; out: SheetProgress[] };
}

interface SelfCheckChange {
  do: 'saveSheet';
  sheet: Sheet;
  questionnaireVersion: number;
  /** Of a submitted sheet: problems open, change or go with its answers. */
  findings: readonly Finding[] | null;
}

declare module '../contract/needs.ts' {
  interface Needs extends SelfCheckNeeds {}
}

declare module '../contract/changes.ts' {
  interface ChangesByNoun {
    selfCheck: SelfCheckChange;
  }
}
