/**
 * Changes of the dialogues other than the visit. Each dialogue declares its own in a file beside it and is
 * listed here; the database applies them in db/changes.ts within the message's transaction.
 */
export type OtherChange = BindChange;

export type BindChange =
  | { do: 'bindAccount'; codeHash: string; staffId: string }
  | { do: 'wrongCode' }
  | { do: 'bindRoom'; unit: string };
