/** How a column looks in a sheet. */
export interface LedgerLook {
  /** In characters, so that the heading breaks well. */
  width: number;
  align?: 'left';
  /** Another question's words stand beside a 是: which difficulty. */
  beside?: string;
}
