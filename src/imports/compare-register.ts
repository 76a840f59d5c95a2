import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Scope, scopeOf, wholeCounty } from '../../conversations/access/scope.ts';
import {
  compareHousehold,
  type FieldComparison,
  openConflicts,
  sayValue,
  verdictLabels,
} from '../../conversations/comparison/compare.ts';
import { keyInOf } from '../../conversations/comparison/key-in.ts';
import { nationalHeadings } from '../../conversations/comparison/national-columns.ts';
import type { Session } from '../../conversations/contract/session.ts';
import type { DocumentRequest } from '../../conversations/contract/turn.ts';
import { read } from '../../db/base/transaction.ts';
import { type Comparable, streamComparables } from '../../db/comparison/read.ts';
import { type Unit, unitByCode } from '../../db/places/units.ts';
import type { Content } from '../channels/channel.ts';
import { intoTable } from '../exports/export-table.ts';
import type { Workplace } from '../setting/workplace.ts';

interface RegisterCompared {
  households: number;
  /** Households with at least one conflict nobody has looked into. */
  conflicting: number;
  conflicts: number;
  /** Rows to be keyed into the national system. */
  keyIn: number;
}

const columns = [
  ['乡镇', 12],
  ['村', 14],
  ['村民组', 10],
  ['户主', 12],
  ['户编号', 16],
  ['项目', 12],
  ['我方', 18],
  ['国家系统', 18],
  ['结果', 10],
  ['核对', 12],
] as const;

/**
 * Writes the comparison of a unit with the national system, .xlsx: field by field what differs or is missing; and
 * a second sheet in the system's own column order with only what has to be keyed in there.
 */
export function writeComparison(
  place: Workplace,
  scope: Scope,
  unit: Unit | null,
  file: string,
): Promise<RegisterCompared> {
  const count: RegisterCompared = { households: 0, conflicting: 0, conflicts: 0, keyIn: 0 };
  const of = unit === null || unit.kind === 'county' ? {} : { unit: unit.code };
  return read(place.database, scope, async (db) => {
    const keyIn: (string | number)[][] = [];
    const notes: string[] = [];
    await intoTable(file, 'xlsx', async (sink) => {
      await sink.sheet({
        name: '比对结果',
        title: `${unit?.name ?? ''}与全国防返贫监测系统比对`,
        note: '只列冲突和缺的；一致的不列',
        columns: columns.map(([heading, width]) => ({ heading, width })),
      });
      for await (const some of streamComparables(db, of)) {
        for (const comparable of some) {
          const fields = compareHousehold(
            comparable.household,
            comparable.visit?.answers ?? null,
            comparable.national,
          );
          tally(count, fields);
          for (const row of differences(comparable, fields)) await sink.row(row);
          if (comparable.visit === null) continue;
          const due = keyInOf(comparable.household, comparable.visit.answers, comparable.national, fields);
          keyIn.push(...due.rows.map((row) => nationalHeadings.map((heading) => row[heading] ?? '')));
          notes.push(...due.notes);
        }
      }
      await sink.sheet({
        name: '要录入系统的',
        columns: nationalHeadings.map((heading) => ({ heading, width: 14 })),
      });
      for (const row of keyIn) await sink.row(row);
      await sink.sheet({ name: '要先核对的', columns: [{ heading: '说明', width: 80, align: 'left' }] });
      for (const note of notes) await sink.row([note]);
      return keyIn.length;
    });
    return { ...count, keyIn: keyIn.length };
  });
}

function tally(count: RegisterCompared, fields: readonly FieldComparison[]): void {
  const conflicts = openConflicts(fields).length;
  count.households += 1;
  count.conflicts += conflicts;
  if (conflicts > 0) count.conflicting += 1;
}

function differences({ household }: Comparable, fields: readonly FieldComparison[]): string[][] {
  return fields
    .filter((f) => f.verdict !== 'same' && f.verdict !== 'blank')
    .map((f) => [
      household.townshipName,
      household.villageName,
      household.group,
      household.headName,
      household.code,
      f.label,
      sayValue(f.field, f.ours),
      sayValue(f.field, f.theirs),
      verdictLabels[f.verdict],
      f.settled === undefined ? '' : f.settled === 'ours' ? '我方对' : '系统对',
    ]);
}

/** What 比对 in chat asks for: the comparison of the speaker's own unit, in his scope. */
export async function makeComparison(
  place: Workplace,
  request: DocumentRequest,
  { speaker }: Pick<Session, 'speaker'>,
): Promise<Content | undefined> {
  if (speaker === null) return undefined;
  const unit = await read(place.database, wholeCounty(place.county), (db) => unitByCode(db, speaker.unit));
  const folder = await mkdtemp(join(tmpdir(), 'ruhu-compare-'));
  try {
    const file = join(folder, 'comparison.xlsx');
    await writeComparison(place, scopeOf(place.county, speaker), unit, file);
    return { type: 'file', data: await readFile(file), name: request.fileName };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
