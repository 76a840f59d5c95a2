import type { ImportName } from '../imports/import-into-county.ts';
import type { ImportReport } from '../imports/import-report.ts';

/** How a file is to be brought in, as ticked. */
export interface ImportChoice {
  kind: ImportName;
  fileName: string;
  complete: boolean;
  newPhones: boolean;
}

/** What a piece of work at the page came to. */
export type DeskResult =
  | { is: 'preview'; report: ImportReport; choice: ImportChoice }
  | { is: 'import'; report: ImportReport }
  | { is: 'export'; rows: number };

export const exportKinds = { ledger: '台账', problems: '问题', leads: '监测线索' } as const;
export type ExportName = keyof typeof exportKinds;
