import type { AccountId, StaffId, UnitCode } from '../../contract/ids.ts';

/** A code that was handed out once, whatever became of it. */
export interface FoundCode {
  hash: string;
  is: 'open' | 'used' | 'expired' | 'revoked';
  staffId: StaffId;
  name: string;
  unitName: string;
}

/** Somebody a code may be handed to; `bound`: a chat account is his already. */
export interface StaffToBind {
  id: string;
  name: string;
  unitName: string;
  bound: boolean;
}

export interface BindingNeeds {
  /** Those of the hashes that were ever handed out; none for people who are no longer on the roster. */
  bindCodes: { in: { hashes: readonly string[] }; out: FoundCode[] };
  /** Wrong codes in a row so far. */
  bindTries: { in: { account: AccountId | null }; out: number };
  /**
   * Staff whom the speaker may hand codes to, by name or by unit (or both: 柳元村 李伟).
   */
  staffToBind: {
    in: { words: string; limit: number };
    out: { by: 'unit' | 'name'; staff: StaffToBind[] };
  };
}

export type BindingChange =
  | { do: 'bindAccount'; codeHash: string; staffId: StaffId }
  | { do: 'wrongCode' }
  /** Codes that strangers may have read. */
  | { do: 'voidCodes'; hashes: readonly string[] }
  | { do: 'bindRoom'; unit: UnitCode }
  /** A code handed out by a cadre; an older unused one of the same person is void. */
  | { do: 'issueCode'; codeHash: string; staffId: StaffId; expiresAt: number }
  | { do: 'revokeCodes'; staffIds: readonly StaffId[] }
  /** The person leaves this account; what they did stays. */
  | { do: 'unbindAccount' };

declare module '../../contract/needs.ts' {
  interface Needs extends BindingNeeds {}
}

declare module '../../contract/changes.ts' {
  interface ChangesByNoun {
    binding: BindingChange;
  }
}
