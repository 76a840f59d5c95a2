import type { Conversation } from '../../contract/conversation.ts';
import type { AttachmentId, StaffId } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Move, Moved } from '../../problems/move.ts';
import { movedProblem } from '../../problems/moves.ts';
import type { Problem } from '../../problems/problem.ts';

/** The photos of this message. */
export function photosOf(c: Conversation): readonly AttachmentId[] {
  return c.event.type === 'said' ? (c.event.photos ?? []) : [];
}

/** Nothing of that number can be told here. */
export function notFound(c: Conversation, no: number): string {
  return c.inRoom
    ? `本群的范围里没有${no}号问题，别处的请私聊问我。`
    : `没有${no}号问题，或者不在您的范围内。`;
}

/** A problem by its number within the speaker's sight; says so itself when there is none. */
export function* findProblem(c: Conversation, no: number): Asking<Problem | null> {
  const problem = yield* ask('problem', { no });
  if (problem === null) c.say(`${notFound(c, no)}回“问题”看编号。`);
  return problem;
}

/**
 * Tries a move and, where it is allowed, records it with its photos. What was read decides: should somebody be
 * quicker, the change is refused as stale, the turn is taken again and the speaker sees what happened.
 */
export function tryMove(c: Conversation, problem: Problem, move: Move): Moved {
  const moved = movedProblem(problem, move, c.speaker, c.at, c.session.settings);
  if (moved.is === 'refused') return moved;
  c.change({
    do: 'moveProblem',
    problem: { id: problem.id, no: problem.no, version: problem.version },
    patch: moved.patch,
    event: {
      kind: moved.event.kind,
      words: moved.event.words,
      ...(moved.event.outcome === undefined ? {} : { outcome: moved.event.outcome }),
    },
    ...(moved.ledger === undefined ? {} : { ledger: moved.ledger }),
    attachments: photosOf(c),
  });
  return moved;
}

/** Tells somebody who isn't speaking; never the speaker himself. */
export function tellStaff(
  c: Conversation,
  problem: Problem,
  what: string,
  staff: readonly { id: StaffId }[],
  text: string,
): void {
  for (const { id } of staff) {
    if (id === c.speaker.id) continue;
    c.change({
      do: 'push',
      key: `problem:${what}:${problem.id}:${problem.version}:${id}`,
      to: { staff: id },
      kind: 'reply',
      text,
    });
  }
}
