import { dayInWords, fullDayInWords, isoDate, readDay } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Asking } from '../../contract/needs.ts';
import type { Move } from '../../problems/move.ts';
import { openAgain } from '../help.ts';
import { findProblem, tryMove } from './act.ts';
import { headline } from './show.ts';
import type { OnOne } from './words.ts';

/** 原因 12 水泵老化: why it came to this, for the ledger and the report. */
export function* explain(c: Conversation, { no, rest }: OnOne): Asking<void> {
  yield* note(c, no, { move: 'explain', words: rest.slice(0, 300) }, '原因已记');
}

/** 措施 12 更换水泵: the measure to be taken, before anything is done. */
export function* setTask(c: Conversation, { no, rest }: OnOne): Asking<void> {
  yield* note(c, no, { move: 'setTask', words: rest.slice(0, 300) }, '整改措施已记');
}

function* note(c: Conversation, no: number, move: Move, told: string): Asking<void> {
  const problem = yield* findProblem(c, no);
  if (problem === null) return;
  const moved = tryMove(c, problem, move);
  c.say(moved.is === 'refused' ? moved.why : `${headline(c, problem)}：${told}。${openAgain(c)}`);
}

/** 长期 12 列入明年危改计划，3月31日再看: under a plan; the day it is looked at again is read from the words. */
export function* planLong(c: Conversation, { no, rest }: OnOne): Asking<void> {
  const problem = yield* findProblem(c, no);
  if (problem === null) return;
  const today = isoDate(c.at);
  const { words, next } = planIn(rest, today);
  if (words !== '' && next === undefined)
    return c.say(`${no}号哪天再看？带上日期，如“长期 ${no} 列入明年危房改造计划，3月31日再看”。`);
  const moved = tryMove(c, problem, { move: 'plan', words: words.slice(0, 300), next: next ?? '' });
  if (moved.is === 'refused') return c.say(moved.why);
  const day = next === undefined ? '' : sameYear(next, today) ? dayInWords(next) : fullDayInWords(next);
  c.say(
    `${headline(c, problem)}：列入长期整改（${words.slice(0, 40)}），${day}再看，到时提醒。${openAgain(c)}`,
  );
}

/** The plan's words and the day at their end: …，3月31日再看. */
function planIn(rest: string, today: string): { words: string; next: string | undefined } {
  const parts = rest.split(/[\s，,。；;]+/u).filter((w) => w !== '');
  const at = parts.findLastIndex((w) => dayOf(w, today) !== undefined);
  if (at < 0) return { words: parts.join('，'), next: undefined };
  return { words: parts.filter((_, i) => i !== at).join('，'), next: dayOf(parts[at] ?? '', today) };
}

function dayOf(word: string, today: string): string | undefined {
  return readDay(word.replace(/(?:前|之前)?(?:再看|复查|再查|回看|看|前)$/u, ''), today);
}

function sameYear(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4);
}
