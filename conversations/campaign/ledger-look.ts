/** How a column looks in a sheet. */
export interface LedgerLook {
  /** In characters, so that the heading breaks well. */
  width: number;
  align?: 'left';
  /** Why a household has no full visit is said here: the column has room for words. */
  remarks?: true;
  /** Another question's words stand beside a 是: which difficulty. */
  beside?: string;
}
