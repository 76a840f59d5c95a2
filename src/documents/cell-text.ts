import type Excel from '@protobi/exceljs';

/** A cell as people see it, without formatting: numbers without exponent, dates as 2021-12-09, formulas' results. */
export function cellText(value: Excel.CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return unquoted(value.trim());
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if ('richText' in value)
    return value.richText
      .map((part) => part.text)
      .join('')
      .trim();
  if ('text' in value) return cellText(value.text);
  // An error value says nothing; whoever reads the row is told where it stands.
  if ('error' in value) return '';
  return 'result' in value ? cellText(value.result) : '';
}

/** A formula whose result the program that wrote the file left for others to compute. */
export function isUncomputed(value: Excel.CellValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (!('formula' in value || 'sharedFormula' in value)) return false;
  return value.result === undefined || value.result === null;
}

/** #N/A and its like, also as the result of a formula. */
export function isFaulty(value: Excel.CellValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('error' in value) return true;
  return (
    'result' in value && typeof value.result === 'object' && value.result !== null && 'error' in value.result
  );
}

/** An apostrophe before a number or a formula only says that the cell is text; so does ="001". */
export function unquoted(text: string): string {
  const formula = /^="([^"]*)"$/.exec(text)?.[1];
  if (formula !== undefined) return formula.trim();
  return /^'[\d=+\-@＝＋－＠]/.test(text) ? text.slice(1) : text;
}

/** A number as digits, without exponent. */
export function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  // An identity number typed as a number: its last digits are gone already, the reader of the cell will tell.
  if (Number.isInteger(value))
    return value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 15 });
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : '';
}
