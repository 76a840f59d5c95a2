import { openCipher } from '../../db/base/cipher.ts';
import type { Workplace } from '../setting/workplace.ts';
import { importAnswers } from './import-answers.ts';
import type { ImportRequest } from './import-file.ts';
import { importHouseholds } from './import-households.ts';
import { importList, type ListRequest } from './import-list.ts';
import { importNational } from './import-national.ts';
import type { ImportReport } from './import-report.ts';
import { importRooms } from './import-rooms.ts';
import { importStaff } from './import-staff.ts';
import { importUnits } from './import-units.ts';

/** What can be brought in by a file, as it is called; in the order a new county needs them. */
export const importKinds = {
  units: '单位',
  staff: '人员',
  households: '农户',
  rooms: '群',
  national: '国家系统的户',
  answers: '答问',
  list: '外来名单',
} as const satisfies Readonly<Record<ImportReport['kind'], string>>;

export type ImportName = keyof typeof importKinds;

export const isImportName = (kind: unknown): kind is ImportName =>
  typeof kind === 'string' && Object.hasOwn(importKinds, kind);

type Place = Pick<Workplace, 'database' | 'county' | 'config' | 'key'>;

/** Brings a file of this kind into the county at work, or says what it would do (`preview`). */
export async function importIntoCounty(
  place: Place,
  kind: ImportName,
  asked: Omit<ImportRequest, 'database' | 'county'> &
    Partial<Pick<ListRequest, 'listKind' | 'origin' | 'mapping' | 'mayLook'>>,
): Promise<ImportReport> {
  const { database, county } = place;
  const request = { ...asked, database, county };
  switch (kind) {
    case 'staff':
      return importStaff(request);
    case 'rooms':
      return importRooms(request);
    case 'answers':
      return importAnswers(request);
    case 'units':
      return unitsReport(await importUnits(database, county, asked.file, asked), asked.preview !== true);
    default: {
      const cipher = await openCipher(Uint8Array.from(place.key.bytes), place.config.cipher);
      if (kind === 'national') return importNational({ ...request, cipher });
      if (kind === 'list')
        return importList({ ...request, listKind: asked.listKind ?? '', keepIds: keepsIds(place), cipher });
      return importHouseholds({ ...request, keepIds: keepsIds(place), cipher });
    }
  }
}

/** ID numbers are stored only under a key of the county's own. */
export function keepsIds({ key }: Pick<Place, 'key'>): boolean {
  return key.from === 'environment';
}

function unitsReport(
  { units, added, changed, notes }: Awaited<ReturnType<typeof importUnits>>,
  stored: boolean,
): ImportReport {
  return {
    kind: 'units',
    read: units,
    added,
    changed,
    unchanged: Math.max(0, units - added - changed),
    errors: [],
    errorCount: 0,
    unknownColumns: [],
    notes: notes.map((text) => ({ text })),
    stored,
  };
}
