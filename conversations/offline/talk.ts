import type { HouseholdOpened } from '../contract/needs.ts';
import type { Session } from '../contract/session.ts';
import type { Reply, Turn } from '../contract/turn.ts';
import { converse } from '../dialogues/converse.ts';
import { answerFrom, NeedsNetwork } from './answer-need.ts';
import type { Kit } from './kit.ts';

/** Something said on the phone without a network. */
interface SaidOffline {
  id: string;
  text: string;
  /** What stood on the chip that was tapped: the server hears it too. */
  label?: string;
  quote?: string;
  /** Milliseconds since 1970. */
  at: number;
}

const later = '这个要连上网才能办，您说的先存着，连上就发。';

/** The talk on the phone: the same dialogue as on the server, over what was taken along. */
export class OfflineTalk {
  #session: Session;
  #households: HouseholdOpened[];

  constructor(kit: Kit) {
    this.#session = kit.session;
    this.#households = [...kit.households];
    this.#keepVisit();
  }

  /** What the bot says to it here; the server reads it again later, and what it says then counts. */
  say(said: SaidOffline): readonly Pick<Reply, 'text' | 'confirms'>[] {
    try {
      const turn = this.#turn(said);
      this.#apply(turn);
      return turn.replies.filter((reply) => reply.document === undefined);
    } catch (cause) {
      if (cause instanceof NeedsNetwork) return [{ text: later }];
      throw cause;
    }
  }

  #turn(said: SaidOffline): Turn {
    const { id, text, label, at, quote } = said;
    const event = {
      type: 'said' as const,
      id,
      at,
      seed: seedOf(id),
      text,
      ...(label === undefined ? {} : { label }),
      ...(quote === undefined ? {} : { quote }),
    };
    // Only codes are hashed, and those are for the server.
    const dialogue = converse(this.#session, event, { hashOf: () => '' });
    let step = dialogue.next();
    while (step.done !== true) step = dialogue.next(answerFrom(this.#households, step.value));
    return step.value;
  }

  #apply({ state, changes }: Turn): void {
    for (const change of changes) {
      if (change.do !== 'saveVisit') continue;
      const visit = { ...change.visit, version: change.visit.version + 1 };
      this.#households = this.#households.map((h) =>
        h.household.id === visit.householdId ? { ...h, visit } : h,
      );
      if (this.#session.visit?.id === visit.id) this.#session = { ...this.#session, visit };
    }
    const current =
      state.visitId === undefined ? undefined : this.#households.find((h) => h.visit?.id === state.visitId);
    this.#session = {
      ...this.#session,
      dialogue: state,
      visit: current?.visit ?? null,
      household: current?.household ?? null,
    };
  }

  /** The visit in hand may be of a household that isn't among today's. */
  #keepVisit(): void {
    const { visit, household } = this.#session;
    if (visit === null || household === null) return;
    const others = this.#households.filter((h) => h.household.id !== household.id);
    this.#households = [{ household, visit, helperName: null }, ...others];
  }
}

/** A uuid that is always the same for the same message. */
function seedOf(id: string): string {
  const hex = Array.from({ length: 4 }, (_, i) => hash(`${i}${id}`).toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** FNV-1a: these ids never leave the phone. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
