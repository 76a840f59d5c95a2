import { fullDayInWords, isoDate } from '../calendar/days.ts';
import { campaignOf } from '../campaigns/all.ts';
import type { CampaignSettings, Speaker } from '../contract/session.ts';
import { type Move, type Moved, movedTo, refuse } from './move.ts';
import type { Problem } from './problem.ts';
import { reviewersInWords, standingOf } from './standing.ts';
import { categoryLabels, eventLabels, statusLabels } from './states.ts';
import { lookedAgain, reopen, sendBack, strikeOff } from './strike-off.ts';

/**
 * One move of one person on one problem: the new columns and the line of history, or the reason why not.
 * @param at milliseconds since 1970; `settings` give the campaign's last day and the deadlines by category.
 */
export function movedProblem(
  problem: Problem,
  move: Move,
  actor: Speaker,
  at: number,
  settings: CampaignSettings,
): Moved {
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
        ? movedTo(problem, 'inProgress', 'started', move.words)
        : refuse(notYours(problem));
    case 'rectify':
      return standing.rectifier ? rectify(problem, move, actor, at) : refuse(notYours(problem));
    case 'progress':
      return standing.rectifier ? progress(problem, move) : refuse(notYours(problem));
    case 'explain':
      return standing.rectifier ? explain(problem, move) : refuse(notYours(problem));
    case 'setTask':
      return standing.rectifier ? setTask(problem, move) : refuse(notYours(problem));
    case 'plan':
      return plan(problem, move, actor, isoDate(at), settings);
    case 'look':
      return lookedAgain(problem, move, actor, at, settings);
    case 'addEvidence':
      return standing.rectifier ? addEvidence(problem, move) : refuse(notYours(problem));
    case 'close':
      return strikeOff(problem, move.words, actor, at, settings);
    case 'sendBack':
      return sendBack(problem, move.reason, actor, at);
    case 'reopen':
      return reopen(problem, move.reason, actor, at, settings);
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

function assign(problem: Problem, { unit, person, due }: Extract<Move, { move: 'assign' }>): Moved {
  if (unit === undefined && person === undefined && due === undefined)
    return refuse('交给谁、什么时候办完？如“交办 12 王五 12月20日”。');
  const to = problem.status === 'open' ? 'assigned' : problem.status;
  const words = [unit?.name, person?.name, due === undefined ? undefined : `${due}前`]
    .filter((w) => w !== undefined)
    .join('，');
  return movedTo(problem, to, 'assigned', words, {
    ...(unit === undefined ? {} : { responsibleUnit: unit }),
    ...(person === undefined ? {} : { responsiblePerson: person }),
    ...(due === undefined ? {} : { due }),
  });
}

function transfer(problem: Problem, { unit, reason }: Extract<Move, { move: 'transfer' }>): Moved {
  if (unit.id === problem.responsibleUnit?.id) return refuse(`${problem.no}号本来就在${unit.name}。`);
  const words = `${problem.responsibleUnit?.name ?? ''}→${unit.name}${reason === '' ? '' : `：${reason}`}`;
  return movedTo(problem, 'assigned', 'transferred', words, {
    responsibleUnit: unit,
    responsiblePerson: null,
  });
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
  return movedTo(problem, 'done', 'rectified', words, {
    measure: words,
    rectifiedBy: actor.id,
    rectifiers: [...new Set([...problem.rectifiers, actor.id])],
    doneAt: at,
    nextLook: null,
  });
}

function progress(problem: Problem, move: Extract<Move, { move: 'progress' }>): Moved {
  if (move.words === '' && move.photos === 0) return refuse(`${problem.no}号进展到哪一步了？说一句。`);
  const to =
    problem.status === 'open' || problem.status === 'assigned' ? ('inProgress' as const) : problem.status;
  return movedTo(problem, to, 'progress', move.words === '' ? `照片${move.photos}张` : move.words);
}

function explain(problem: Problem, { words }: Extract<Move, { move: 'explain' }>): Moved {
  if (words === '') return refuse(`${problem.no}号是什么原因？如“原因 ${problem.no} 水泵老化”。`);
  return movedTo(problem, problem.status, 'caused', words, { cause: words });
}

function setTask(problem: Problem, { words }: Extract<Move, { move: 'setTask' }>): Moved {
  if (words === '')
    return refuse(`${problem.no}号打算采取什么措施？如“措施 ${problem.no} 更换水泵、改造支管”。`);
  const to = problem.status === 'open' ? ('assigned' as const) : problem.status;
  return movedTo(problem, to, 'tasked', words, { task: words });
}

function plan(
  problem: Problem,
  move: Extract<Move, { move: 'plan' }>,
  actor: Speaker,
  today: string,
  settings: CampaignSettings,
): Moved {
  if (!standingOf(actor, problem).reviewer)
    return refuse(`列入长期整改要由${reviewersInWords(problem)}来定。`);
  if (!campaignOf(settings).evidence.mayTakeLong.has(problem.category))
    return refuse(`${categoryLabels[problem.category]}问题要限时办结，不能列入长期整改。`);
  if (move.words === '')
    return refuse(
      `${problem.no}号按什么计划办、哪天再看？如“长期 ${problem.no} 列入明年危房改造计划，3月31日再看”。`,
    );
  if (move.next <= today) return refuse('再看的日期要在今天以后。');
  return movedTo(problem, 'longTerm', 'planned', `${move.words}，${fullDayInWords(move.next)}再看`, {
    manner: 'longTerm',
    task: move.words,
    due: null,
    nextLook: move.next,
    doneAt: null,
  });
}

function addEvidence(problem: Problem, move: Extract<Move, { move: 'addEvidence' }>): Moved {
  const words = [move.words, move.photos > 0 ? `照片${move.photos}张` : '']
    .filter((w) => w !== '')
    .join('，');
  return movedTo(problem, problem.status, 'evidence', words);
}

function merge(problem: Problem, { into }: Extract<Move, { move: 'merge' }>, actor: Speaker): Moved {
  if (!standingOf(actor, problem).reviewer) return refuse(`合并要由${reviewersInWords(problem)}来办。`);
  if (into.id === problem.id) return refuse('两个号一样，不用合并。');
  return movedTo(problem, 'merged', 'merged', `并入${into.no}号`, { mergedInto: into.id });
}
