import type { AccountId, StaffId, UnitCode } from '../../contract/ids.ts';

/** A code that was handed out once, whatever became of it. */
export interface FoundCode {
  hash: string;
  is: 'open' | 'used' | 'expired' | 'revoked';
  staffId: StaffId;
  name: string;
  unitName: string;
  /** For somebody bound already: nobody but its giver has agreed yet. */
  waits: boolean;
}

/** A code that waits for the holder's or a second person's word. */
export interface WaitingCode {
  hash: string;
  staffId: StaffId;
  name: string;
  unitName: string;
  issuedBy: StaffId | null;
  issuerName: string | null;
}

/** Somebody a code may be handed to; `bound`: a chat account is his already. */
export interface StaffToBind {
  id: string;
  name: string;
  unitName: string;
  bound: boolean;
}

interface BindingNeeds {
  /** Those of the hashes that were ever handed out; none for people who are no longer on the roster. */
  bindCodes: { in: { hashes: readonly string[] }; out: FoundCode[] };
  /** Wrong codes in a row so far from this account; and of everybody's within the last minutes. */
  bindTries: { in: { account: AccountId | null }; out: { own: number; byAll: number } };
  /** Codes that wait: the speaker's own without words, else those of people he may give codes to, by name. */
  codesWaiting: { in: { words: string }; out: WaitingCode[] };
  /**
   * Staff whom the speaker may hand codes to, by name or by unit (or both: 柳元村 李伟).
   */
  staffToBind: {
    in: { words: string; limit: number };
    out: { by: 'unit' | 'name'; staff: StaffToBind[] };
  };
}

type BindingChange =
  | { do: 'bindAccount'; codeHash: string; staffId: StaffId }
  | { do: 'wrongCode' }
  /** Codes that strangers may have read. */
  | { do: 'voidCodes'; hashes: readonly string[] }
  | { do: 'bindRoom'; unit: UnitCode }
  /** A code handed out by a cadre; an older unused one of the same person is void. */
  | { do: 'issueCode'; codeHash: string; staffId: StaffId; expiresAt: number }
  /** A second person's word on a code for somebody who is bound already. */
  | { do: 'agreeToCode'; codeHash: string; agreed: boolean }
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
