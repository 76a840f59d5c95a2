import { sayMoment } from '../calendar/workdays.ts';
import { type ProgressPicture, pictureOf } from '../charts/picture.ts';
import type { RoomId } from '../contract/ids.ts';
import { categoryLabels } from '../problems/states.ts';
import { besideBase, type Counts, noHouseholds, remaining, sayShare } from '../progress/definitions.ts';
import { type DayCount, sayForecast } from '../progress/forecast.ts';
import {
  type Course,
  type PlanStanding,
  type ProblemCounts,
  sayKinds,
  standing,
  type UnitCounts,
} from '../progress/overview.ts';
import { lines, type Push, pushKey } from './push.ts';

interface TownshipFacts {
  room: RoomId;
  unitName: string;
  counts: Counts;
  days: readonly DayCount[];
  /** Villages in register order. */
  villages: readonly UnitCounts[];
  problems: ProblemCounts;
}

/**
 * The afternoon summary to a township's group: two lines and a picture that says the same. No person, no league
 * table. Silent once everything is visited and no problem is left.
 */
export function townshipSummary(facts: TownshipFacts, course: Course, at: number): Push | undefined {
  const left = remaining(facts.counts);
  if (left <= 0 && facts.problems.open + facts.problems.done === 0) return undefined;
  const to = { room: facts.room };
  const key = pushKey('townshipSummary', course.date, to);
  return {
    key,
    to,
    kind: 'digest',
    text: summaryText(facts, course, at),
    document: pictureOf(summaryPicture(facts, course, at), key),
  };
}

function summaryText(facts: Omit<TownshipFacts, 'room' | 'villages'>, course: Course, at: number): string {
  return lines(
    `${facts.unitName}（${sayMoment(at)}）：${progressWords(facts, course)}`,
    problemWords(facts.problems),
  );
}

/** 已查8123/16400户（49.5%），今天新增610户；照近5天… */
export function progressWords(facts: { counts: Counts; days: readonly DayCount[] }, course: Course): string {
  const { counts } = facts;
  if (counts.total + counts.explained === 0) return `${noHouseholds}。`;
  const s = standing(counts, facts.days, course);
  const today = counts.visitedToday > 0 ? `，今天新增${counts.visitedToday}户` : '';
  return `已查${counts.visited}/${counts.total}户（${sayShare(counts.visited, counts.total)}）${besideBase(counts)}${today}。${sayForecast(s.forecast, course.end)}${sayNeeded(s)}。`;
}

/** How much a day would do, where the pace alone doesn't; on the last day what there is to do, afterwards nothing. */
function sayNeeded(s: PlanStanding): string {
  const { forecast, daysLeft, needed } = s;
  if (forecast.is === 'done' || forecast.is === 'over') return '';
  if (daysLeft === 1) return `；今天是最后一天，还有${needed}户`;
  const enough = forecast.is === 'finishes' && forecast.verdict === 'inTime';
  return enough ? '' : `；需每天${needed}户`;
}

/** One sentence on a township's problems, with the most frequent kinds. */
export function problemWords(p: ProblemCounts): string {
  const all = p.open + p.done + p.closed;
  if (all === 0) return '还没有查出问题。';
  const overdue = p.overdue > 0 ? `，逾期${p.overdue}个` : '';
  const [only, ...others] = p.byCategory.filter(({ count }) => count > 0);
  const about =
    only !== undefined && others.length === 0
      ? `都在${categoryLabels[only.category]}方面`
      : `多的是${sayKinds(p.byCategory, 3)}`;
  return `查出问题${all}个，已销号${p.closed}个${overdue}；${about}。`;
}

function summaryPicture(facts: TownshipFacts, course: Course, at: number): ProgressPicture {
  return {
    title: facts.unitName,
    campaign: course.campaign,
    at,
    end: course.end,
    counts: facts.counts,
    standing: standing(facts.counts, facts.days, course),
    units: facts.villages,
    unitKind: 'village',
    days: facts.days,
    problems: facts.problems,
  };
}
