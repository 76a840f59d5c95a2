import { dayInWords } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Problem } from '../../problems/problem.ts';
import { voidStatuses } from '../../problems/states.ts';
import { openAgain } from '../help.ts';
import { findProblem, notFound, tellStaff, tryMove } from './act.ts';
import { headline } from './show.ts';
import type { OnOne } from './words.ts';

/** 销号 12: checked by somebody who didn't rectify it. Several numbers in one go; each stands by itself. */
export function* closeProblems(
  c: Conversation,
  { nos, rest }: { nos: number[]; rest: string },
): Asking<void> {
  const lines: string[] = [];
  for (const no of nos) {
    const problem = yield* ask('problem', { no });
    if (problem === null) lines.push(notFound(c, no));
    else lines.push(closeOne(c, problem, rest));
  }
  c.say(`${lines.join('\n')}${openAgain(c)}`);
}

function closeOne(c: Conversation, problem: Problem, words: string): string {
  const moved = tryMove(c, problem, { move: 'close', words: words.slice(0, 300) });
  if (moved.is === 'refused') return moved.why;
  const proof = problem.photos > 0 ? `照片${problem.photos}张` : '没有照片，只有文字';
  const measure = c.inRoom ? '' : `整改：${problem.measure.slice(0, 40)}，`;
  const wrote =
    typeof moved.ledger === 'object' && Object.keys(moved.ledger).length > 0 ? '台账已同步更新。' : '';
  return `${headline(c, problem)}：已销号（${measure}${proof}）。${wrote}`;
}

/** 退回 12 照片不清: back to whoever rectified it, who is told why. */
export function* sendProblemBack(c: Conversation, { no, rest }: OnOne): Asking<void> {
  const problem = yield* findProblem(c, no);
  if (problem === null) return;
  const moved = tryMove(c, problem, { move: 'sendBack', reason: rest.slice(0, 300) });
  if (moved.is === 'refused') return refusedOrAsk(c, problem, 'sendBack', rest, moved.why);
  const to = new Set([
    ...problem.rectifiers,
    ...(problem.responsiblePerson === null ? [] : [problem.responsiblePerson.id]),
  ]);
  tellStaff(
    c,
    problem,
    'sentBack',
    [...to].map((id) => ({ id })),
    `${fullLine(problem)}被${c.speaker.name}退回：${rest}。补好再回“整改 ${no} …”。`,
  );
  c.say(
    `${headline(c, problem)}：已退回${c.inRoom ? '' : `，原因：${rest}`}。已通知整改的同志。${openAgain(c)}`,
  );
}

/** 重开 12 又停水了 */
export function* reopenProblem(c: Conversation, { no, rest }: OnOne): Asking<void> {
  const problem = yield* findProblem(c, no);
  if (problem === null) return;
  const moved = tryMove(c, problem, { move: 'reopen', reason: rest.slice(0, 300) });
  if (moved.is === 'refused') return refusedOrAsk(c, problem, 'reopen', rest, moved.why);
  const to =
    problem.responsiblePerson === null
      ? problem.rectifiers.map((id) => ({ id }))
      : [problem.responsiblePerson];
  tellStaff(c, problem, 'reopened', to, `${fullLine(problem)}重开了：${rest}。`);
  const back = problem.household === null ? '' : '销号时改的台账已恢复。';
  c.say(
    `${headline(c, problem)}：已重开${typeof moved.patch.due !== 'string' ? '' : `，${dayInWords(moved.patch.due)}前办好`}。${back}${openAgain(c)}`,
  );
}

/** Where only the reason is missing the next message gives it. */
function refusedOrAsk(
  c: Conversation,
  problem: Problem,
  move: 'sendBack' | 'reopen',
  reason: string,
  why: string,
): void {
  const lacksReason = reason === '' && why.startsWith('为什么');
  if (lacksReason)
    c.open({ is: 'flow', flow: 'problem', step: 'reason', data: { no: String(problem.no), move } });
  c.say(why);
}

/** For a private message to one person: the household by name. */
function fullLine(p: Problem): string {
  return `${p.no}号${p.household === null ? '' : `【${p.household.headName}】`}${p.description}`;
}

/** 合并 12 15: duplicates go on under the lowest number. */
export function* merge(c: Conversation, { nos }: { nos: number[] }): Asking<void> {
  const [keep, ...others] = [...nos].sort((a, b) => a - b);
  if (keep === undefined || others.length === 0) return c.say('合并哪几号？如“合并 12 15”，并到最小的号。');
  const into = yield* findProblem(c, keep);
  if (into === null) return;
  if (voidStatuses.includes(into.status)) return c.say(`${keep}号已经撤回或合并，不能再并进去。`);
  const lines: string[] = [];
  for (const no of others) {
    const problem = yield* ask('problem', { no });
    if (problem === null) lines.push(notFound(c, no));
    else if (!sameMatter(problem, into))
      lines.push(`${no}号和${keep}号不是同一户（或同一村）的事，不能合并。`);
    else {
      const moved = tryMove(c, problem, { move: 'merge', into: { id: into.id, no: keep } });
      lines.push(moved.is === 'refused' ? moved.why : `${headline(c, problem)}：已并入${keep}号。`);
    }
  }
  c.say(lines.join('\n'));
}

/** Duplicates are of the same household, or of the same village where there is none. */
function sameMatter(a: Problem, b: Problem): boolean {
  if (a.household !== null && b.household !== null) return a.household.id === b.household.id;
  return a.village?.id === b.village?.id && a.township?.id === b.township?.id;
}
