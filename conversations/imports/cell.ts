/** One thing wrong with a file, told so that whoever typed it can put it right. Never quotes personal data. */
export interface RowError {
  /** As the spreadsheet shows it, from 1; absent for something about the whole file. */
  row?: number | undefined;
  /** Named only where a workbook has several sheets. */
  sheet?: string | undefined;
  text: string;
}

/** `第 12 行：身份证号末位校验不对，请核对` */
export function rowErrorSentence(error: RowError): string {
  const sheet = error.sheet === undefined ? '' : `工作表“${error.sheet}”`;
  if (error.row === undefined) return sheet === '' ? error.text : `${sheet}：${error.text}`;
  return `${sheet}第 ${error.row} 行：${error.text}`;
}

/** What one field's text means, or why it means nothing. `null` is a blank that is allowed. */
export type Cell<T> = { is: 'value'; value: T } | { is: 'blank' } | { is: 'wrong'; why: string };

export const blankCell = { is: 'blank' } as const;

/** A cell that was understood. */
export function valueCell<T>(v: T): Cell<T> {
  return { is: 'value', value: v };
}

/** A cell that wasn't; `why` is one Chinese sentence that says how to put it right. */
export function wrong(why: string): { is: 'wrong'; why: string } {
  return { is: 'wrong', why };
}

/** Reads fields one after the other and collects what is wrong, so that one row tells all its errors at once. */
export class RowCheck {
  readonly errors: string[] = [];
  /** What an optional column says that can't be used: the household comes in without it. */
  readonly notes: string[] = [];

  take<T>(cell: Cell<T>): T | undefined {
    if (cell.is === 'wrong') this.errors.push(cell.why);
    return cell.is === 'value' ? cell.value : undefined;
  }

  /** As `take`, for a column that may be missing: what can't be read is told and left blank. */
  spare<T>(cell: Cell<T>): T | undefined {
    if (cell.is === 'wrong') this.notes.push(cell.why);
    return cell.is === 'value' ? cell.value : undefined;
  }

  /** As `take`, but a blank is an error too. */
  need<T>(cell: Cell<T>, missing: string): T | undefined {
    if (cell.is === 'blank') this.errors.push(missing);
    return this.take(cell);
  }
}
