import { dayInWords } from '../calendar/days.ts';
import { pictureOf } from '../charts/picture.ts';
import type { RoomId, StaffId } from '../contract/ids.ts';
import { type Counts, remaining, sayShare } from '../progress/definitions.ts';
import type { DayCount } from '../progress/forecast.ts';
import {
  type Course,
  type ProblemCounts,
  sayKinds,
  standing,
  type UnitCounts,
} from '../progress/overview.ts';
import { reasonsBehind } from '../progress/pace.ts';
import { lines, listed, type Push, pushKey, type Receiver } from './push.ts';
import { progressWords } from './township-summary.ts';

/** A unit below the digest's own, with what may be the reason when it is behind. */
export interface DigestUnit extends UnitCounts {
  days: readonly DayCount[];
  helpers: number;
  idleHelpers: number;
  unassigned: number;
}

export interface DigestFacts {
  unitName: string;
  unitKind: 'county' | 'township';
  counts: Counts;
  days: readonly DayCount[];
  /** In register order. */
  units: readonly DigestUnit[];
  problems: ProblemCounts;
  /** Lead units with problems new today or overdue, most overdue first. */
  leadUnits: readonly { name: string; openedToday: number; overdue: number }[];
  leads: {
    today: number;
    open: number;
    included: number;
    overdue?: number;
    longest?: number;
    /** Waiting for the word of those who read it. */
    toDecide?: number;
  };
  /** Self-inspection reports filed, of how many; absent where nobody has to be told. */
  reports?: { filed: number; all: number; deadline: string };
}

/** The evening digest as words: the same for everybody who reads it. */
export function digestText(facts: DigestFacts, course: Course): string {
  return lines(
    `${facts.unitName}${course.campaign}日报 ${dayInWords(course.date)}`,
    progressWords(facts, course),
    behindLine(facts, course),
    problemLine(facts),
    leadLine(facts),
    decisionLine(facts),
    reportLine(facts),
  );
}

/** What of it a group is told: no unit that is behind. */
export function groupDigestText(facts: DigestFacts, course: Course): string {
  return lines(
    `${facts.unitName}${course.campaign}日报 ${dayInWords(course.date)}`,
    progressWords(facts, course),
    problemLine(facts),
  );
}

/** To leaders and the county office, each in private, and to the unit's own group if it has one. */
export function eveningDigest(
  facts: DigestFacts,
  receivers: { staff: readonly StaffId[]; rooms: readonly RoomId[] },
  course: Course,
  at: number,
): Push[] {
  const text = digestText(facts, course);
  const inGroup = groupDigestText(facts, course);
  const to = (receiver: Receiver, words: string): Push => {
    const key = pushKey('eveningDigest', course.date, receiver);
    const picture = {
      title: facts.unitName,
      campaign: course.campaign,
      at,
      end: course.end,
      counts: facts.counts,
      standing: standing(facts.counts, facts.days, course),
      units: facts.units,
      unitKind: facts.unitKind === 'county' ? ('township' as const) : ('village' as const),
      days: facts.days,
      problems: facts.problems,
    };
    return { key, to: receiver, kind: 'digest', text: words, document: pictureOf(picture, key) };
  };
  if (isSilent(facts)) return [];
  return [
    ...receivers.staff.map((staff) => to({ staff }, text)),
    ...receivers.rooms.map((room) => to({ room }, inGroup)),
  ];
}

/** Nothing to who is done: all visited, no problem, no lead, no report outstanding. */
function isSilent(facts: DigestFacts): boolean {
  const reportsOpen = facts.reports !== undefined && facts.reports.filed < facts.reports.all;
  const problemsOpen = facts.problems.open + facts.problems.done > 0;
  return (
    remaining(facts.counts) <= 0 &&
    !problemsOpen &&
    !reportsOpen &&
    facts.leads.open === 0 &&
    facts.leads.today === 0
  );
}

/** So many are named with their reason; a digest is read on a phone. */
const mostBehind = 3;

function behindLine(facts: DigestFacts, course: Course): string | undefined {
  const behind = facts.units.flatMap((unit) => {
    const s = standing(unit.counts, unit.days, course);
    if (s.pace !== 'behind' && s.pace !== 'notStarted') return [];
    const why = reasonsBehind({ ...unit, forecast: s.forecast, needed: s.needed }).join('，');
    return [
      `${unit.name}${sayShare(unit.counts.visited, unit.counts.total)}${why === '' ? '' : `（${why}）`}`,
    ];
  });
  if (behind.length === 0) return undefined;
  const what = facts.unitKind === 'county' ? '乡镇' : '村';
  const planned = standing(facts.counts, facts.days, course).planned;
  const shown = listed(
    behind,
    mostBehind,
    (left) => `等${left + mostBehind}个，回“进度 各${facts.unitKind === 'county' ? '镇' : '村'}”看`,
  );
  return `慢于计划（应到${sayShare(planned * 1000, 1000)}）的${what}：${shown}。`;
}

function problemLine(facts: DigestFacts): string {
  const { problems: p } = facts;
  const all = p.open + p.done + p.closed;
  if (all === 0) return '还没有查出问题。';
  const late = facts.leadUnits.filter((u) => u.overdue > 0).map((u) => `${u.name}${u.overdue}`);
  const where = late.length === 0 ? '' : `（牵头${listed(late, 4, () => '等')}）`;
  const parts = [
    p.openedToday > 0 ? `今天新增${p.openedToday}个` : '',
    `已销号${p.closed}个`,
    p.done > 0 ? `待核${p.done}个` : '',
    p.overdue > 0 ? `逾期${p.overdue}个${where}` : '',
  ].filter((part) => part !== '');
  return `问题${all}个（${sayKinds(p.byCategory, 3)}），${parts.join('，')}。`;
}

function leadLine(facts: DigestFacts): string | undefined {
  const { today, open, included, overdue = 0, longest = 0 } = facts.leads;
  const parts = [
    today > 0 ? `今天新增${today}户` : '',
    open > 0 ? `在办${open}户` : '',
    overdue > 0 ? `超时限${overdue}户，最长${longest}天` : '',
    included > 0 ? `已纳入${included}户` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : `监测线索：${parts.join('，')}。`;
}

/** What can't go on without those who read it. */
function decisionLine({ unitKind, leads, problems }: DigestFacts): string | undefined {
  const whose = unitKind === 'county' ? '县级审定' : '乡镇审核';
  const { toDecide = 0 } = leads;
  const parts = [
    toDecide > 0 ? `待${whose}的监测对象${toDecide}户` : '',
    problems.overdueLong > 0 ? `逾期5天以上的问题${problems.overdueLong}个，要督办回“督办 单位名”` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : `要您定的：${parts.join('；')}。`;
}

function reportLine(facts: DigestFacts): string | undefined {
  const { reports } = facts;
  if (reports === undefined || reports.all === 0) return undefined;
  return `自查报告：已报${reports.filed}/${reports.all}，${dayInWords(reports.deadline)}截止。`;
}
