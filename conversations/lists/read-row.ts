import type { UnitCode } from '../contract/ids.ts';
import { type HeaderReading, plainHeading } from '../imports/headings.ts';
import { cellOf, type TableRow } from '../imports/household-row.ts';
import { readIdNumber } from '../imports/id-number.ts';
import { readGroup, readTownship, readVillage } from '../imports/place.ts';
import { isBlankWord, personName, plainText } from '../imports/text.ts';
import type { UnitIndex } from '../imports/unit-match.ts';
import { maskId, maskNumbers } from '../language/masking.ts';
import type { ListField } from './headings.ts';

/** A row of a list: whom it means, what it says, and its cells as they were written. */
export interface ListRow {
  row: number;
  sheet: string;
  /** The person the row is about; empty where it names none. */
  person: string;
  headName: string;
  code: string;
  /** Eighteen digits that passed their check; null where there is none. */
  idNumber: string | null;
  village: UnitCode | null;
  township: UnitCode | null;
  group: string;
  /** What it says of him, in a line, without card or telephone numbers. */
  words: string;
  /** Words of the column that says what kind of problem it is. */
  category: string;
  /** By heading; card numbers masked. */
  cells: Record<string, string>;
  /** The cells that hold a card number, as they were written. */
  secret: Record<string, string>;
}

/** Card numbers of fifteen digits and more. */
const card = /^\d{14,20}[\dXx]$/u;
const longest = 200;

/** Reads a row. Nothing is refused: what can't be read is noted, and somebody says whom it means. */
export function readListRow(
  source: TableRow,
  header: HeaderReading<ListField>,
  units: UnitIndex,
): { row: ListRow; notes: readonly string[] } {
  const text = (field: ListField) => plainText(cellOf(source, header, field));
  const notes: string[] = [];
  const take = <T>(cell: { is: 'value'; value: T } | { is: 'blank' } | { is: 'wrong'; why: string }) => {
    if (cell.is === 'wrong') notes.push(cell.why);
    return cell.is === 'value' ? cell.value : null;
  };
  const township = take(readTownship(units, text('township')));
  const village = take(readVillage(units, text('village'), township));
  const { cells, secret } = cellsOf(source);
  return {
    notes,
    row: {
      row: source.row,
      sheet: source.sheet ?? '',
      person: personName(text('name')) || personName(text('headName')),
      headName: personName(text('headName')),
      code: text('code'),
      idNumber: take(readIdNumber(cellOf(source, header, 'idNumber')))?.number ?? null,
      village: village?.code ?? null,
      township: village?.parent ?? township?.code ?? null,
      group: take(readGroup(text('group'))) ?? '',
      words: wordsOf(source, header),
      category: text('category'),
      cells,
      secret,
    },
  };
}

/** What the row says: the column for it, else what stands under the headings nobody knows, with them. */
function wordsOf(source: TableRow, header: HeaderReading<ListField>): string {
  const own = plainText(cellOf(source, header, 'words'));
  if (own !== '') return maskNumbers(own).slice(0, longest);
  const told = header.unknown.flatMap((heading) => {
    const cell = plainText(source.cells[heading]);
    if (isBlankWord(cell) || card.test(cell) || saysNothing.test(plainHeading(heading))) return [];
    // A kind speaks for itself: 预警类型 医疗支出 → 医疗支出; a number needs its heading: 医疗自付2.3万.
    if (kindOf.test(plainHeading(heading))) return [cell];
    return [`${plainHeading(heading)}${/^[\d.]+/u.test(cell) ? '' : '：'}${cell}`];
  });
  return maskNumbers(told.join('，')).slice(0, longest);
}

/** A column that counts the rows, dates them or tells how to reach somebody says nothing of him. */
const saysNothing = /^(?:序号|编号|顺序号?|No|联系电话|电话|手机号?|联系方式)$|(?:日期|时间|电话)$/iu;
const kindOf = /(?:类型|类别|种类)$/u;

function cellsOf({ cells: written }: TableRow): Pick<ListRow, 'cells' | 'secret'> {
  const cells: Record<string, string> = {};
  const secret: Record<string, string> = {};
  for (const [heading, cell] of Object.entries(written)) {
    const isCard = card.test(plainText(cell).replace(/[\s'-]/gu, ''));
    cells[heading] = isCard ? maskId(plainText(cell)) : cell.slice(0, 1000);
    if (isCard) secret[heading] = cell;
  }
  return { cells, secret };
}
