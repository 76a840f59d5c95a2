import type { HeaderReading } from './headings.ts';
import { cellOf, type TableRow } from './household-row.ts';

const sum = /^.{0,12}(?:合计|小计|总计|共计|累计)[:：]?$/u;

/**
 * 合计, 刘园村小计: a row that adds up others. It says so where a name or place would stand, or beside a blank
 * there; a household with 合计 in its remarks is a household.
 */
export function isSumRow<F extends string>(
  row: TableRow,
  header: HeaderReading<F>,
  required: readonly F[],
): boolean {
  const saysSum = (text: string | undefined) => sum.test((text ?? '').replaceAll(/\s/gu, ''));
  if (!Object.values(row.cells).some(saysSum)) return false;
  return required.some((field) => {
    const text = cellOf(row, header, field) ?? '';
    return text === '' || saysSum(text);
  });
}
