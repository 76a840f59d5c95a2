/** A clause of the county's plan, e.g. `5.6`. */
export type ClauseId = `${number}.${number}`;

/** The key of a question; the ledger's questions use the ledger's field names. */
export type QuestionKey = string;
