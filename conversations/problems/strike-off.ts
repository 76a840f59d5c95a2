import { addDays, isoDate } from '../calendar/days.ts';
import { dueDate } from '../campaign/deadlines.ts';
import { outcomesOf } from '../campaign/evidence.ts';
import { campaignOf } from '../campaigns/all.ts';
import type { CampaignSettings, Speaker } from '../contract/session.ts';
import { type Move, type Moved, movedTo, refuse } from './move.ts';
import type { Problem } from './problem.ts';
import { reviewersInWords, standingOf } from './standing.ts';
import { categoryLabels, statusLabels } from './states.ts';

/** Least days left to act after a problem comes back. */
const graceDays = 3;

/** A look counts when somebody other than the rectifiers takes it; what isn't solved goes back to be rectified. */
export function lookedAgain(
  problem: Problem,
  move: Extract<Move, { move: 'look' }>,
  actor: Speaker,
  at: number,
  settings: CampaignSettings,
): Moved {
  if (problem.status !== 'done')
    return refuse(`${problem.no}号还没报整改完成（${statusLabels[problem.status]}），先不用复核。`);
  if (problem.rectifiers.includes(actor.id)) return refuse(`${problem.no}号是您整改的，到户复核得换个人。`);
  const found = outcomesOf(campaignOf(settings), problem.key).find((o) => o.id === move.outcome);
  if (found === undefined) {
    const words = move.words === '' ? '到户看过，没解决' : move.words;
    return backToRectify(problem, words, at);
  }
  const moved = movedTo(
    problem,
    'done',
    'looked',
    [found.label, move.words].filter((w) => w !== '').join('，'),
  );
  return moved.is === 'moved' ? { ...moved, event: { ...moved.event, outcome: found.id } } : moved;
}

export function strikeOff(
  problem: Problem,
  words: string,
  actor: Speaker,
  at: number,
  settings: CampaignSettings,
): Moved {
  if (!standingOf(actor, problem).reviewer) return refuse(`销号要由${reviewersInWords(problem)}来办。`);
  if (problem.status !== 'done')
    return refuse(
      `${problem.no}号还没报整改完成（${statusLabels[problem.status]}），不能销号。先由责任人回“整改 ${problem.no} 做了什么”。`,
    );
  if (problem.rectifiers.includes(actor.id))
    return refuse(`${problem.no}号是您整改的，销号得换个人：请${reviewersInWords(problem)}来核。`);
  const lacking = lackingFor(problem, settings);
  if (lacking !== undefined) return refuse(lacking);
  const moved = movedTo(problem, 'closed', 'closed', words, { closedAt: at, closedBy: actor.id });
  const found = outcomesOf(campaignOf(settings), problem.key).find((o) => o.id === problem.look?.outcome);
  if (moved.is === 'refused' || found === undefined || problem.household === null) return moved;
  return { ...moved, ledger: found.ledger };
}

/** What is still missing before it may be struck off, and how to bring it; undefined where nothing is. */
function lackingFor(problem: Problem, settings: CampaignSettings): string | undefined {
  const rule = campaignOf(settings).evidence.rules[problem.category];
  if (rule === undefined) return undefined;
  const what = categoryLabels[problem.category];
  if (problem.proofs === 0)
    return `${problem.no}号：${what}问题销号需${rule.proof}，请先补：跟在“整改 ${problem.no}”后面发。`;
  if (problem.look === null)
    return `${problem.no}号：${what}问题销号前，要由整改人以外的同志到户看过。看过回“复核 ${problem.no}”。`;
  return undefined;
}

export function sendBack(problem: Problem, reason: string, actor: Speaker, at: number): Moved {
  if (!standingOf(actor, problem).reviewer) return refuse(`退回要由${reviewersInWords(problem)}来办。`);
  if (problem.status !== 'done')
    return refuse(`${problem.no}号还没报完成（${statusLabels[problem.status]}），没有可退的。`);
  if (reason === '') return refuse(`为什么退？带上原因，如“退回 ${problem.no} 照片不清”。`);
  return backToRectify(problem, reason, at);
}

function backToRectify(problem: Problem, reason: string, at: number): Moved {
  return movedTo(problem, 'inProgress', 'sentBack', reason, {
    doneAt: null,
    due: laterOf(problem.due, addDays(isoDate(at), graceDays)),
  });
}

export function reopen(
  problem: Problem,
  reason: string,
  actor: Speaker,
  at: number,
  settings: CampaignSettings,
): Moved {
  if (!standingOf(actor, problem).reviewer) return refuse(`重开要由${reviewersInWords(problem)}来办。`);
  if (problem.status !== 'closed')
    return refuse(`${problem.no}号还没销号（${statusLabels[problem.status]}），不用重开。`);
  if (reason === '') return refuse(`为什么重开？带上原因，如“重开 ${problem.no} 又停水了”。`);
  const due = dueDate(campaignOf(settings), settings, problem.category, isoDate(at));
  const moved = movedTo(problem, problem.responsibleUnit === null ? 'open' : 'assigned', 'reopened', reason, {
    closedAt: null,
    closedBy: null,
    doneAt: null,
    rectifiedBy: null,
    rectifiers: [],
    due,
  });
  return moved.is === 'moved' && problem.household !== null ? { ...moved, ledger: 'restore' } : moved;
}

function laterOf(a: string | null, b: string): string {
  return a !== null && a > b ? a : b;
}
