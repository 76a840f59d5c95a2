import type { HeaderReading } from './headings.ts';
import { cellOf, type TableRow } from './household-row.ts';
import { plainText } from './text.ts';

/** How lines below a table begin: who filled it in, whose seal, remarks on how to fill it in. */
const beginnings = [
  '填表',
  '填报',
  '制表',
  '审核',
  '复核',
  '审批',
  '经办',
  '签字',
  '签名',
  '盖章',
  '负责人',
  '联系人',
  '联系电话',
  '单位负责人',
  '分管领导',
  '主要负责人',
  '村支书',
  '村书记',
  '日期',
  '注',
  '备注',
  '说明',
  '填表说明',
] as const;

/** 填表人：, 审核人（签字）: a word of the list, then at most a few letters, then a colon; 注 1、… as well. */
const foot = new RegExp(`^(?:${beginnings.join('|')})[^:]{0,12}:`, 'u');

/**
 * 填表人：张三 审核人：李四: a line below the table, or a remark on it. Its first cell begins like one and it names
 * no village of its own.
 */
export function isFootRow<F extends string>(
  row: TableRow,
  header: HeaderReading<F>,
  required: readonly F[],
): boolean {
  const [first] = Object.values(row.cells);
  if (first === undefined || !foot.test(plainText(first))) return false;
  const named = required.map((field) => plainText(cellOf(row, header, field)));
  return named.some((text) => text === '' || text.includes(':'));
}
