import { outcomesOf } from '../../campaign/evidence.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Problem } from '../../problems/problem.ts';
import { openAgain } from '../help.ts';
import { findProblem, photosOf, tellStaff, tryMove } from './act.ts';
import { headline } from './show.ts';
import type { OnOne } from './words.ts';

/** 复核 12 水通了: somebody else looked at the household; what was found is chosen, not read out of words. */
export function* lookAgain(c: Conversation, { no, rest }: OnOne): Asking<void> {
  const problem = yield* findProblem(c, no);
  if (problem === null) return;
  // Tried without writing: who may not look is told so before he is asked.
  if (problem.status !== 'done' || problem.rectifiers.includes(c.speaker.id))
    return take(c, problem, rest, '');
  if (photosOf(c).length > 0) keepPhotos(c, problem);
  c.open({ is: 'flow', flow: 'problem', step: 'look', data: { no: String(no), words: rest.slice(0, 300) } });
  const choices = [
    ...outcomesOf(campaignOf(c.session.settings), problem.key).map((o) => o.label),
    '还没解决',
  ];
  c.say(
    `${headline(c, problem)}\n整改：${problem.measure.slice(0, 60)}\n到户看了，现在：${choices.map((o, i) => `${i + 1}.${o}`).join(' ')}`,
  );
}

/** The number of what was found. */
export function* lookSaid(c: Conversation, no: number, words: string): Asking<boolean> {
  const problem = yield* ask('problem', { no });
  if (problem === null) return false;
  const outcomes = outcomesOf(campaignOf(c.session.settings), problem.key);
  const said = c.text.normalize('NFKC').trim();
  const number = Number(/^(\d)[.、。]?$/u.exec(said)?.[1] ?? Number.NaN);
  const byWord = /(?:没|未|不)/u.test(said)
    ? outcomes.length + 1
    : /解决|安全|好了|通了/u.test(said)
      ? 1
      : Number.NaN;
  const choice = Number.isNaN(number)
    ? outcomes.length === 1 || byWord > outcomes.length
      ? byWord
      : Number.NaN
    : number;
  if (Number.isNaN(choice) || choice < 1 || choice > outcomes.length + 1) {
    if (photosOf(c).length > 0 && said === '') {
      keepPhotos(c, problem);
      c.say(`照片存到${no}号了。现在是哪一种？回前面的号数。`);
      return true;
    }
    if (c.missed() < 2) c.say('请回前面的号数。');
    else c.open(undefined);
    return true;
  }
  c.open(undefined);
  take(c, problem, words, outcomes[choice - 1]?.id ?? null);
  return true;
}

function take(c: Conversation, problem: Problem, words: string, outcome: string | null): void {
  const moved = tryMove(c, problem, { move: 'look', words: words.slice(0, 300), outcome });
  if (moved.is === 'refused') return c.say(moved.why);
  if (moved.event.kind === 'looked')
    return c.say(`${headline(c, problem)}：复核已记（${moved.event.words}），可以销号了。${openAgain(c)}`);
  tellStaff(
    c,
    problem,
    'notSolved',
    problem.rectifiers.map((id) => ({ id })),
    `${problem.no}号${c.speaker.name}到户复核，还没解决：${moved.event.words}。接着办，办好再回“整改 ${problem.no} 完成 …”。`,
  );
  c.say(`${headline(c, problem)}：还没解决，已退回整改，已通知整改的同志。${openAgain(c)}`);
}

function keepPhotos(c: Conversation, problem: Problem): void {
  tryMove(c, problem, { move: 'addEvidence', words: '到户复核', photos: photosOf(c).length });
}
