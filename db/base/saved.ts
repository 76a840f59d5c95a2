/** What an import did, in rows. */
export interface Saved {
  added: number;
  changed: number;
  same: number;
}
