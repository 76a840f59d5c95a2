import { heardInRoom, type Scope, scopeOf, stranger } from '../../conversations/access/scope.ts';
import type { Outside } from '../../conversations/contract/conversation.ts';
import type { Event } from '../../conversations/contract/event.ts';
import type { CountyCode, HouseholdId } from '../../conversations/contract/ids.ts';
import type { Asking, Need } from '../../conversations/contract/needs.ts';
import type { Session } from '../../conversations/contract/session.ts';
import type { Change, Turn } from '../../conversations/contract/turn.ts';
import { converse } from '../../conversations/dialogues/converse.ts';
import { asHeardInRoom, heard } from '../../conversations/dialogues/room/aside.ts';
import { isNumbersOnly } from '../../conversations/dialogues/room/numbers-only.ts';
import { collectSecrets } from '../../conversations/dialogues/room/secrets.ts';
import type { SecondSaid } from '../../conversations/reading/agreement.ts';
import type { SecondQuestion } from '../../conversations/reading/needs.ts';
import { looksIn } from '../../db/answering/looks.ts';
import { answerNeed } from '../../db/answering/needs.ts';
import type { Asker } from '../../db/base/asker.ts';
import type { Database } from '../../db/base/connect.ts';
import { read } from '../../db/base/transaction.ts';
import { withPatience } from '../../db/turn/hot-path.ts';
import { Readings } from '../second-reader/readings.ts';

interface TurnDeps {
  database: Database;
  county: CountyCode;
  outside: Outside;
  /** The second readings of this message; without them nobody else reads. */
  readings?: Readings;
}

/**
 * Drives a dialogue: answers what it needs from the database, in the speaker's scope, until it has its turn. A second
 * reader is waited for while no transaction is open; then the turn is taken again from its beginning, which gives the
 * same up to there.
 */
export async function takeTurn(deps: TurnDeps, session: Session, event: Event): Promise<Turn> {
  if (session.chat.kind === 'room') return inRoom(deps, session, event);
  const begin = () => {
    const dialogue: Asking<Turn> = converse(session, event, deps.outside);
    return { dialogue, first: dialogue.next() };
  };
  let begun: ReturnType<typeof begin> | null = begin();
  const { first } = begun;
  if (first.done === true) return first.value;
  const asker = { speaker: session.speaker, at: event.at };
  const readings = deps.readings ?? new Readings(undefined);
  // All that one turn asks is read in one transaction: beginning and scope are paid once. Where the connection is
  // lost the same turn is taken from its beginning: nothing was told to anybody yet.
  const take = () =>
    withPatience(deps.database, () =>
      read(
        deps.database,
        scopeFor(deps, session),
        async (db): Promise<Turn | Unread> => {
          const { dialogue, first: need } = begun ?? begin();
          begun = null;
          let step: IteratorResult<Need, Turn> = need;
          const looked = new Looked();
          while (step.done !== true) {
            const second = step.value.need === 'secondReading' ? readings.of(step.value.args) : null;
            if (step.value.need === 'secondReading' && second === undefined)
              return { unread: step.value.args };
            const answer =
              step.value.need === 'secondReading' ? second : await answerNeed(db, asker, step.value);
            looked.at(step.value, answer);
            step = dialogue.next(answer);
          }
          return looked.noted(step.value);
        },
        'turn',
      ),
    );
  for (;;) {
    const taken = await take();
    if (!('unread' in taken)) return taken;
    await readings.fetch(taken.unread);
  }
}

/** A turn that goes no further before a second reader was asked. */
interface Unread {
  unread: SecondQuestion;
}

/**
 * The one gate of groups. Every need is answered within the group's unit (the database holds it), save what holds
 * numbers alone; what is not for a group is answered aside; and below the dialogues' own masking there is a net.
 */
async function inRoom(deps: TurnDeps, asked: Session, event: Event): Promise<Turn> {
  const taken = heard(asked, event);
  const { session } = taken;
  const whole = scopeFor(deps, session);
  const here = session.chat.kind === 'room' ? heardInRoom(whole, session.chat.room) : whole;
  const secrets = new Set<string>();
  if (!taken.aside) collectSecrets(session.household, secrets);
  const asker = { speaker: session.speaker, at: event.at };
  const dialogue = converse(session, event, deps.outside);
  const looked = new Looked();
  let step = dialogue.next();
  while (step.done !== true) {
    const scope = isNumbersOnly(step.value.need) ? whole : here;
    // Each need is read in a transaction of its own here: nothing is open while a second reader is waited for.
    const answer =
      step.value.need === 'secondReading'
        ? await secondReading(deps.readings, step.value.args)
        : await answered(deps, scope, asker, step.value);
    if (!taken.aside) collectSecrets(answer, secrets);
    looked.at(step.value, answer);
    step = dialogue.next(answer);
  }
  return asHeardInRoom(looked.noted(step.value), taken, secrets);
}

async function secondReading(
  readings: Readings | undefined,
  question: SecondQuestion,
): Promise<SecondSaid | null> {
  const known = readings?.of(question);
  if (readings === undefined || known !== undefined) return known ?? null;
  await readings.fetch(question);
  return readings.of(question) ?? null;
}

function answered(deps: TurnDeps, scope: Scope, asker: Asker, need: Need): Promise<unknown> {
  return withPatience(deps.database, () =>
    read(deps.database, scope, (db) => answerNeed(db, asker, need), 'turn'),
  );
}

function scopeFor({ county }: TurnDeps, { speaker }: Session): Scope {
  return speaker === null ? stranger(county) : scopeOf(county, speaker);
}

/** Whose data a turn showed. What a dialogue has noted itself, with its own words for it, isn't noted twice. */
class Looked {
  readonly #at = new Map<string, Set<HouseholdId>>();

  at(need: Need, answer: unknown): void {
    // The answer has the type that the need's name promises (db/answering/needs.ts).
    const found = looksIn(need.need, answer as never);
    if (found === null) return;
    const known = this.#at.get(found.what) ?? new Set();
    for (const id of found.households) known.add(id);
    this.#at.set(found.what, known);
  }

  noted(turn: Turn): Turn {
    if (this.#at.size === 0) return turn;
    const already = new Set(
      turn.changes.flatMap((change) => (change.do === 'logAccess' ? change.households : [])),
    );
    const more = [...this.#at].flatMap(([what, ids]): Change[] => {
      const households = [...ids].filter((id) => !already.has(id));
      for (const id of households) already.add(id);
      return households.length === 0 ? [] : [{ do: 'logAccess', households, what }];
    });
    return more.length === 0 ? turn : { ...turn, changes: [...turn.changes, ...more] };
  }
}
