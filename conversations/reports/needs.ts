import type { UnitCode } from '../contract/ids.ts';
import type { ActivityKind } from './activity.ts';

/** What a report would say now, in a few numbers; households are absent where the speaker sees none. */
export interface ReportBrief {
  unit: UnitCode;
  unitName: string;
  kind: 'county' | 'township' | 'department';
  households: number;
  visited: number;
  explained: number;
  problems: number;
  closed: number;
  overdue: number;
  sheetsDue: number;
  sheetsSubmitted: number;
  filed: { at: number; byName: string; asOf: string; sent: boolean } | null;
}

/** What the reports' dialogue asks of the database. */
interface ReportNeeds {
  /** The speaker's own unit's report, or that of a unit within his reach; null where none is filed by such a unit. */
  reportBrief: { in: { unit: UnitCode; asOf: string }; out: ReportBrief | null };
  /** Townships and lead departments with whether they have filed, in the register's order. */
  reportUnits: {
    in: Record<string, never>;
    out: {
      unit: UnitCode;
      unitName: string;
      kind: string;
      filedAt: number | null;
      byName: string | null;
      sent: boolean;
    }[];
  };
}

type ReportChange =
  /** A report is filed: who and when come from the message. Figures are kept when its document is made. */
  | { do: 'fileReport'; report: { id: string; unit: UnitCode; asOf: string } }
  /** A paragraph of one's own under a part of the unit's report; null takes it off. */
  | { do: 'noteReport'; unit: UnitCode; part: number; words: string | null }
  /** A meeting or training that was held; `on` is an ISO date. */
  | {
      do: 'holdActivity';
      activity: {
        id: string;
        unit: UnitCode;
        on: string;
        kind: ActivityKind;
        times: number;
        people: number | null;
        words: string;
      };
    };

declare module '../contract/needs.ts' {
  interface Needs extends ReportNeeds {}
}

declare module '../contract/changes.ts' {
  interface ChangesByNoun {
    report: ReportChange;
  }
}
