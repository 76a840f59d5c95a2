import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Problem } from '../../problems/problem.ts';
import { readReport } from '../../problems/progress-words.ts';
import { openStatuses } from '../../problems/states.ts';
import { openAgain } from '../help.ts';
import { findProblem, photosOf, tryMove } from './act.ts';
import { headline, problemInHand } from './show.ts';
import type { OnOne } from './words.ts';

/** 整改 12 已装自来水 (+ photo): reported done, waiting for somebody else's check; 整改 12 正在联系: progress. */
export function* rectify(c: Conversation, { no, rest }: OnOne): Asking<void> {
  const problem = yield* findProblem(c, no);
  if (problem !== null) rectifyWith(c, problem, rest);
}

/** 整改完成 12 已装自来水: said to be finished, whatever the words. */
export function* complete(c: Conversation, { no, rest }: OnOne): Asking<void> {
  const problem = yield* findProblem(c, no);
  if (problem !== null) rectifyWith(c, problem, `完成 ${rest}`.trim());
}

/**
 * What was said of a problem: finished or under way, with its photos; what comes after it was reported finished adds
 * to its evidence.
 */
export function rectifyWith(c: Conversation, problem: Problem, said: string): void {
  const photos = photosOf(c).length;
  const { finished, words } = readReport(said);
  if (problem.status === 'done') return addEvidence(c, problem, words, photos);
  if (!finished && (words !== '' || photos > 0)) return progressWith(c, problem, words, photos);
  const moved = tryMove(c, problem, { move: 'rectify', words: words.slice(0, 300), photos });
  if (moved.is === 'refused') {
    // Nothing said of what was done: the next message says it. Anything else is simply refused.
    if (words === '' && photos === 0 && openStatuses.includes(problem.status))
      c.open({ is: 'flow', flow: 'problem', step: 'what', data: { no: String(problem.no) } });
    return c.say(moved.why);
  }
  if (photos > 0)
    return c.say(`${headline(c, problem)}：报完成了，照片${photos}张，等核实销号。${openAgain(c)}`);
  askForPhoto(c, problem, `${headline(c, problem)}：报完成了，等核实销号。`);
}

/** Under way: noted, and how to report it finished. */
function progressWith(c: Conversation, problem: Problem, words: string, photos: number): void {
  const moved = tryMove(c, problem, { move: 'progress', words: words.slice(0, 300), photos });
  if (moved.is === 'refused') return c.say(moved.why);
  const kept = photos > 0 ? `，照片${photos}张` : '';
  c.say(
    `${headline(c, problem)}：已记进展${kept}。办完后再回“整改 ${problem.no} 完成 做了什么”，带张照片。${openAgain(c)}`,
  );
}

/** A photo may follow in a message of its own; while a visit's question is open that one goes on. */
function askForPhoto(c: Conversation, problem: Problem, told: string): void {
  const again = openAgain(c);
  if (again !== '') return c.say(`${told}有照片请连“整改 ${problem.no}”一起发。${again}`);
  c.open({ is: 'flow', flow: 'problem', step: 'photo', data: { no: String(problem.no) } });
  c.say(`${told}有整改照片请直接发来。`);
}

/** Words or photos for one that is reported done already: nobody reports the same thing twice. */
function addEvidence(c: Conversation, problem: Problem, words: string, photos: number): void {
  if (words === '' && photos === 0)
    return c.say(`${problem.no}号已经报完成，等核实销号。要补说明或照片，跟在“整改 ${problem.no}”后面发。`);
  const moved = tryMove(c, problem, { move: 'addEvidence', words: words.slice(0, 300), photos });
  c.say(
    moved.is === 'refused'
      ? moved.why
      : `${problem.no}号早已报完成，这次的${photos > 0 ? '照片' : '说明'}也补进去了。${openAgain(c)}`,
  );
}

/** 开始整改 12: under way. */
export function* start(c: Conversation, { no, rest }: OnOne): Asking<void> {
  const problem = yield* findProblem(c, no);
  if (problem === null) return;
  const moved = tryMove(c, problem, { move: 'start', words: rest.slice(0, 300) });
  c.say(
    moved.is === 'refused'
      ? moved.why
      : `${headline(c, problem)}：记为整改中。做完回“整改 ${no} 做了什么”，带张照片。`,
  );
}

/** 整改 张三 已参保: found by the head's name; several are offered by number. */
export function* rectifyByName(
  c: Conversation,
  { name, rest }: { name: string; rest: string },
): Asking<void> {
  const found = yield* ask('problemsOf', { headName: name, limit: 9 });
  const [only] = found;
  if (only === undefined) return c.say(`${name}家没有待整改的问题（或不在您的范围内）。回“整改”看您名下的。`);
  if (found.length === 1) return rectifyWith(c, only, rest);
  offer(c, found, `${name}家有${found.length}个，`);
}

/** 整改 alone: what one has to do, nearest deadline first. */
export function* ownProblems(c: Conversation): Asking<void> {
  const found = yield* ask('ownProblems', { limit: 9 });
  if (found.length === 0) return c.say('您名下没有待整改的问题。全部问题回“问题”看。');
  offer(c, found, `您名下待整改${found.length >= 9 ? '（前9个）' : `${found.length}个`}，`);
}

function offer(c: Conversation, found: readonly Problem[], told: string): void {
  const lines = found.map((p) => problemInHand(c, p));
  c.open(undefined);
  c.say(`${told}办好了回“整改 编号 做了什么”，带张照片：\n${lines.join('\n')}`);
}
