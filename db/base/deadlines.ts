/**
 * How long work on a connection may take before the connection is given up, milliseconds. `whole`: from its lending
 * to its end. `silent`: as long as the server neither says anything nor is at work.
 */
export interface Deadline {
  whole?: number;
  silent?: number;
  /** Of silence while the server waits for us; a file is read or written in between. Counted in spans of `silent`. */
  idle?: number;
}

export type DeadlineKind = 'turn' | 'loop' | 'long';

/** Every use of a connection has one of these ends. */
export const deadlines = {
  /** A message that somebody waits for. */
  turn: { whole: 10_000 },
  /** What comes round again by itself: a pass over the outbox, a note of what was sent. */
  loop: { whole: 30_000 },
  /** Exports, imports, migrations: however long, with signs of life. */
  long: { silent: 30_000, idle: 5 * 60_000 },
} as const satisfies Record<DeadlineKind, Deadline>;

/** A link that takes longer to come up is dead. */
export const connectWithinMs = 5_000;
