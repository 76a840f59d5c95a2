import type { Speaker } from '../../conversations/contract/session.ts';
import { fact, type SqlFact } from '../base/fact.ts';
import { type Selected, selected } from '../base/selected.ts';
import type { unit } from '../places/table.ts';
import type { staff } from './table.ts';

const person = { staff_id: 'id', staff_name: 'name', roles: 'roles', muted: 'muted' } as const;
const theirUnit = { unit: 'code', unit_kind: 'kind', unit_name: 'short', unit_parent: 'parent' } as const;

/** Columns of a member of staff `s` with his unit `u`. */
export const speakerColumns: SqlFact = fact(
  `${selected<typeof staff, typeof person>('s', person)}, ${selected<typeof unit, typeof theirUnit>('u', theirUnit)}`,
);

type Person = Selected<typeof staff, typeof person>;

/** A joined row with the columns of a speaker. */
export type SpeakerRow = Omit<Person, 'staff_id'> &
  Selected<typeof unit, typeof theirUnit> & { staff_id: Person['staff_id'] | null };

/** The person of a joined row as a speaker, or null where there is none. */
export function speakerInRow(row: SpeakerRow): Speaker | null {
  if (row.staff_id === null) return null;
  const township =
    row.unit_kind === 'township' ? row.unit : row.unit_kind === 'village' ? row.unit_parent : null;
  return {
    id: row.staff_id,
    name: row.staff_name,
    roles: row.roles,
    unit: row.unit,
    unitKind: row.unit_kind,
    unitName: row.unit_name,
    ...(township === null ? {} : { township }),
    muted: row.muted,
  };
}
