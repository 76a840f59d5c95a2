import { addDays, isoDate } from '../calendar/days.ts';
import { dueDate } from '../campaign/settings.ts';
import type { StaffId, UnitCode } from '../contract/ids.ts';
import type { Speaker } from '../contract/session.ts';
import type { Named, Problem } from './problem.ts';
import { reviewersInWords, standingOf } from './standing.ts';
import { eventLabels, type ProblemEventKind, type ProblemStatus, statusLabels } from './states.ts';

/** What somebody wants to do with a problem. Words are as said; photos are counted, they are attached apart. */
export type Move =
  | { move: 'assign'; unit?: Named<UnitCode>; person?: Named<StaffId>; due?: string }
  | { move: 'start'; words: string }
  | { move: 'rectify'; words: string; photos: number }
  | { move: 'addEvidence'; words: string; photos: number }
  | { move: 'close'; words: string }
  | { move: 'sendBack'; reason: string }
  | { move: 'reopen'; reason: string }
  | { move: 'transfer'; unit: Named<UnitCode>; reason: string }
  | { move: 'merge'; into: { no: number; id: Problem['id'] } };

/** Columns a move changes; what it doesn't name stays. */
export interface ProblemPatch {
  status?: ProblemStatus;
  responsibleUnit?: Named<UnitCode>;
  responsiblePerson?: Named<StaffId> | null;
  due?: string;
  measure?: string;
  rectifiedBy?: StaffId | null;
  rectifiers?: readonly StaffId[];
  doneAt?: number | null;
  closedAt?: number | null;
  closedBy?: StaffId | null;
  mergedInto?: Problem['id'];
}

export type Moved =
  | {
      is: 'moved';
      patch: ProblemPatch;
      event: { kind: ProblemEventKind; words: string; from: ProblemStatus; to: ProblemStatus };
    }
  | { is: 'refused'; why: string };

/** Least days left to act after a problem comes back. */
const graceDays = 3;

const refuse = (why: string): Moved => ({ is: 'refused', why });

/**
 * One move of one person on one problem: the new columns and the line of history, or the reason why not.
 * @param at milliseconds since 1970; `end` is the campaign's last day, which bounds new deadlines.
 */
export function moveProblem(problem: Problem, move: Move, actor: Speaker, at: number, end: string): Moved {
  const settled = settledReason(problem, move);
  if (settled !== undefined) return refuse(settled);
  const standing = standingOf(actor, problem);
  switch (move.move) {
    case 'assign':
      return standing.assigner
        ? assign(problem, move)
        : refuse(`${problem.no}号不归您交办，请找${reviewersInWords(problem)}。`);
    case 'transfer':
      return standing.assigner
        ? transfer(problem, move)
        : refuse(`${problem.no}号不归您转办，请找${reviewersInWords(problem)}。`);
    case 'start':
      return standing.rectifier
        ? step(problem, 'inProgress', 'started', move.words)
        : refuse(notYours(problem));
    case 'rectify':
      return standing.rectifier ? rectify(problem, move, actor, at) : refuse(notYours(problem));
    case 'addEvidence':
      return standing.rectifier ? addEvidence(problem, move) : refuse(notYours(problem));
    case 'close':
      return close(problem, move.words, actor, at);
    case 'sendBack':
      return sendBack(problem, move.reason, actor, at);
    case 'reopen':
      return reopen(problem, move.reason, actor, at, end);
    case 'merge':
      return merge(problem, move, actor);
  }
}

function notYours(problem: Problem): string {
  return `${problem.no}号由${problem.responsibleUnit?.name ?? problem.leadUnit}整改，不在您名下。`;
}

/** Closed, withdrawn and merged problems take no move but the one that brings a closed one back. */
function settledReason(problem: Problem, move: Move): string | undefined {
  if (problem.status === 'withdrawn')
    return `${problem.no}号已撤回（${problem.last?.words || '答案更正了'}），不用办了。`;
  if (problem.status === 'merged')
    return `${problem.no}号已合并（${problem.last?.words ?? ''}），请办那一条。`;
  if (problem.status !== 'closed' || move.move === 'reopen') return undefined;
  return `${problem.no}号已经${lastInWords(problem)}。要重新办，回“重开 ${problem.no} 原因”。`;
}

/** 由李四于12月10日9:05销号: shown to whoever comes second. */
function lastInWords(problem: Problem): string {
  const last = problem.last;
  if (last === null) return statusLabels[problem.status];
  const by = last.by === null ? '' : `由${last.by.name}`;
  return `${by}于${whenInWords(last.at)}${eventLabels[last.kind]}`;
}

/**
 * 12月15日9:05, Asia/Shanghai.
 * @param at milliseconds since 1970
 */
export function whenInWords(at: number): string {
  const d = new Date(at + 8 * 3_600_000);
  const minutes = String(d.getUTCMinutes()).padStart(2, '0');
  return `${d.getUTCMonth() + 1}月${d.getUTCDate()}日${d.getUTCHours()}:${minutes}`;
}

function step(
  problem: Problem,
  to: ProblemStatus,
  kind: ProblemEventKind,
  words: string,
  patch: ProblemPatch = {},
): Moved {
  return { is: 'moved', patch: { status: to, ...patch }, event: { kind, words, from: problem.status, to } };
}

function assign(problem: Problem, { unit, person, due }: Extract<Move, { move: 'assign' }>): Moved {
  if (unit === undefined && person === undefined && due === undefined)
    return refuse('交给谁、什么时候办完？如“交办 12 王五 12月20日”。');
  const to = problem.status === 'open' ? 'assigned' : problem.status;
  const words = [unit?.name, person?.name, due === undefined ? undefined : `${due}前`]
    .filter((w) => w !== undefined)
    .join('，');
  return step(problem, to, 'assigned', words, {
    ...(unit === undefined ? {} : { responsibleUnit: unit }),
    ...(person === undefined ? {} : { responsiblePerson: person }),
    ...(due === undefined ? {} : { due }),
  });
}

function transfer(problem: Problem, { unit, reason }: Extract<Move, { move: 'transfer' }>): Moved {
  if (unit.id === problem.responsibleUnit?.id) return refuse(`${problem.no}号本来就在${unit.name}。`);
  const words = `${problem.responsibleUnit?.name ?? ''}→${unit.name}${reason === '' ? '' : `：${reason}`}`;
  return step(problem, 'assigned', 'transferred', words, { responsibleUnit: unit, responsiblePerson: null });
}

function rectify(
  problem: Problem,
  move: Extract<Move, { move: 'rectify' }>,
  actor: Speaker,
  at: number,
): Moved {
  if (move.words === '' && move.photos === 0)
    return refuse(`${problem.no}号做了什么？说一句，如“整改 ${problem.no} 已装自来水”，再发张照片。`);
  const words = move.words === '' ? `照片${move.photos}张` : move.words;
  return step(problem, 'done', 'rectified', words, {
    measure: words,
    rectifiedBy: actor.id,
    rectifiers: [...new Set([...problem.rectifiers, actor.id])],
    doneAt: at,
  });
}

function addEvidence(problem: Problem, move: Extract<Move, { move: 'addEvidence' }>): Moved {
  const words = [move.words, move.photos > 0 ? `照片${move.photos}张` : '']
    .filter((w) => w !== '')
    .join('，');
  return step(problem, problem.status, 'evidence', words);
}

function close(problem: Problem, words: string, actor: Speaker, at: number): Moved {
  if (!standingOf(actor, problem).reviewer) return refuse(`销号要由${reviewersInWords(problem)}来办。`);
  if (problem.status !== 'done')
    return refuse(
      `${problem.no}号还没报整改完成（${statusLabels[problem.status]}），不能销号。先由责任人回“整改 ${problem.no} 做了什么”。`,
    );
  if (problem.rectifiers.includes(actor.id))
    return refuse(`${problem.no}号是您整改的，销号得换个人：请${reviewersInWords(problem)}来核。`);
  return step(problem, 'closed', 'closed', words, { closedAt: at, closedBy: actor.id });
}

function sendBack(problem: Problem, reason: string, actor: Speaker, at: number): Moved {
  if (!standingOf(actor, problem).reviewer) return refuse(`退回要由${reviewersInWords(problem)}来办。`);
  if (problem.status !== 'done')
    return refuse(`${problem.no}号还没报完成（${statusLabels[problem.status]}），没有可退的。`);
  if (reason === '') return refuse(`为什么退？带上原因，如“退回 ${problem.no} 照片不清”。`);
  return step(problem, 'inProgress', 'sentBack', reason, {
    doneAt: null,
    due: laterOf(problem.due, addDays(isoDate(at), graceDays)),
  });
}

function reopen(problem: Problem, reason: string, actor: Speaker, at: number, end: string): Moved {
  if (!standingOf(actor, problem).reviewer) return refuse(`重开要由${reviewersInWords(problem)}来办。`);
  if (problem.status !== 'closed')
    return refuse(`${problem.no}号还没销号（${statusLabels[problem.status]}），不用重开。`);
  if (reason === '') return refuse(`为什么重开？带上原因，如“重开 ${problem.no} 又停水了”。`);
  const due = dueDate(isoDate(at), problem.category, end);
  return step(problem, problem.responsibleUnit === null ? 'open' : 'assigned', 'reopened', reason, {
    closedAt: null,
    closedBy: null,
    doneAt: null,
    rectifiedBy: null,
    rectifiers: [],
    due,
  });
}

function merge(problem: Problem, { into }: Extract<Move, { move: 'merge' }>, actor: Speaker): Moved {
  if (!standingOf(actor, problem).reviewer) return refuse(`合并要由${reviewersInWords(problem)}来办。`);
  if (into.id === problem.id) return refuse('两个号一样，不用合并。');
  return step(problem, 'merged', 'merged', `并入${into.no}号`, { mergedInto: into.id });
}

function laterOf(a: string | null, b: string): string {
  return a !== null && a > b ? a : b;
}
