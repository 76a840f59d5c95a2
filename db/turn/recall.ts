import type { Turn } from '../../conversations/contract/turn.ts';
import type { Incoming, LoadedRow } from './session-load.ts';
import type { SaveVisit } from './turn-claim.ts';

// What this process knows of the people it just talked with, so that their next message needn't be read for
// again. Nothing rests on it: every write made from memory checks in its own statement that each row it was made
// from is still the one in the database; if not, nothing is stored, it is forgotten, and the message is read for.

/** The rows a turn was made from, by what tells one version of a row from another. */
export interface Origin {
  incoming: Incoming;
  row: LoadedRow;
  /** Not read for this message: the write has to check. */
  recalled: boolean;
}

/** Names of units are not checked by the write: so long at most they may be old. Milliseconds. */
const longest = 60_000;
const mostPeople = 4096;
const messagesKept = 8;

interface Memory {
  row: LoadedRow;
  since: number;
  /** Replies of the last messages, for one that comes a second time. */
  answered: Map<string, LoadedRow['replies']>;
}

/** The people this process just talked with, as above. */
export class Recall {
  readonly #memories = new Map<string, Memory>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** What is known for a message under these settings, with the replies where it was answered already. */
  find(incoming: Incoming, settingsVersion: number | undefined): LoadedRow | undefined {
    const key = keyOf(incoming);
    const memory = key === null ? undefined : this.#memories.get(key);
    if (memory === undefined || key === null) return undefined;
    if (this.#now() - memory.since > longest || memory.row.settings_version !== settingsVersion) {
      this.#memories.delete(key);
      return undefined;
    }
    return { ...memory.row, replies: memory.answered.get(incoming.messageId) ?? null };
  }

  /** Remembers how a stored turn left things; forgets the person where that can't be told without reading. */
  keep({ incoming, row }: Origin, turn: Turn, visits: readonly SaveVisit[]): void {
    const key = keyOf(incoming);
    if (key === null) return;
    const known = this.#memories.get(key);
    // The oldest goes first: who speaks again is put behind the others.
    this.#memories.delete(key);
    const next = rowAfter(row, turn, visits);
    if (next === null) return;
    const answered = known?.answered ?? new Map();
    answered.set(incoming.messageId, [...turn.replies]);
    if (answered.size > messagesKept) answered.delete(answered.keys().next().value ?? '');
    this.#memories.set(key, { row: next, since: known?.since ?? this.#now(), answered });
    if (this.#memories.size > mostPeople) this.#memories.delete(this.#memories.keys().next().value ?? '');
  }

  forget(incoming: Incoming): void {
    const key = keyOf(incoming);
    if (key !== null) this.#memories.delete(key);
  }
}

/** A person in a chat. The terminal's persons are named anew with each message: they aren't remembered. */
function keyOf({ channel, externalId, room, staffId }: Incoming): string | null {
  return staffId === undefined ? [channel, externalId, room?.externalId ?? ''].join('\n') : null;
}

function rowAfter(row: LoadedRow, { state }: Turn, visits: readonly SaveVisit[]): LoadedRow | null {
  if (row.staff_id === null || row.dialogue_version === null) return null;
  const next = { ...row, replies: null, settings: null, state, dialogue_version: row.dialogue_version + 1 };
  const saved = visits.find(({ visit }) => visit.id === state.visitId)?.visit;
  if (saved === undefined) return state.visitId === (row.visit_id ?? undefined) ? next : null;
  if (saved.householdId !== row.household_id) return null;
  return {
    ...next,
    visit_id: saved.id,
    visit_household: saved.householdId,
    helper: saved.helper,
    status: saved.status,
    outcome: saved.outcome,
    questionnaire: saved.questionnaire,
    questionnaire_version: saved.questionnaireVersion,
    answers: saved.answers,
    started_at: new Date(saved.startedAt),
    submitted_at: saved.submittedAt === null ? null : new Date(saved.submittedAt),
    return_reason: saved.returnReason,
    visit_version: saved.version + 1,
  };
}
