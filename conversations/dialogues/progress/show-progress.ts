import { dayInWords, isoDate } from '../../calendar/days.ts';
import { workingDays } from '../../calendar/workdays.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { besideBase, type Counts, remaining, sayShare } from '../../progress/definitions.ts';
import { neededPace } from '../../progress/forecast.ts';
import type { UnitFound } from '../../progress/needs.ts';
import type { Course } from '../../progress/overview.ts';
import { total } from '../../progress/rollup.ts';
import { problemWords, progressWords } from '../../pushes/township-summary.ts';
import { pageSize, tellAside } from './lists.ts';
import { remember } from './show-households.ts';

/** Working days, dates and the day at hand, as progress needs them. A day counts to the pace when it is over. */
export function* courseOf(c: Conversation): Asking<Course> {
  const { calendar } = yield* ask('pushSettings', {});
  const { settings } = c.session;
  const { start, end } = settings;
  const campaign = campaignOf(settings).texts.short;
  return { campaign, date: isoDate(c.at), evening: false, start, end, calendar };
}

/** 进度 of a unit: how far, what is left and why, until when; problems in one line. */
export function* showUnitProgress(c: Conversation, unit: UnitFound): Asking<void> {
  const today = isoDate(c.at);
  const villages = yield* ask('countProgress', { unit: unit.code, today });
  const course = yield* courseOf(c);
  const problems = yield* ask('countProblems', { unit: unit.code, today });
  const facts = total(villages);
  remember(c, { unit: unit.code, unitName: unit.name, unitKind: unit.kind, filter: 'remaining' }, 0);
  if (facts.counts.total + facts.counts.explained === 0)
    return tellAside(c, `${unit.name}名册里还没有户。导入名册后再看进度。`);
  const below = unit.kind === 'county' ? '各镇' : unit.kind === 'township' ? '各村' : '各组';
  tellAside(
    c,
    [
      `${unit.name}：${progressWords(facts, course)}`,
      partsLine(facts.counts),
      problemWords(problems),
      `回“进度 ${below}”看分布，回“为什么”看是哪些户。`,
    ]
      .filter((line) => line !== '')
      .join('\n'),
  );
}

/** 还剩118户：没开始90、不在家12、答了一半10、退回6；待核实8户。 */
function partsLine(counts: Counts): string {
  const left = remaining(counts);
  const parts = [
    ['没开始', counts.untouched],
    ['答了一半', counts.draft],
    ['不在家', counts.notHome],
    ['拒访', counts.refused],
    ['退回', counts.returned],
  ] as const;
  const shown = parts.filter(([, n]) => n > 0).map(([label, n]) => `${label}${n}`);
  const verify = counts.toVerify > 0 ? `待核实${counts.toVerify}户。` : '';
  if (left === 0) return verify;
  if (counts.untouched === left) return `还剩${left}户，都还没开始。${verify}`;
  return `还剩${left}户：${shown.join('、')}。${verify}`;
}

/** A helper's own: what he looks after, in one or two lines. */
export function* showOwnProgress(c: Conversation): Asking<void> {
  const own = yield* ask('countOwn', { today: isoDate(c.at) });
  if (own === null || own.counts.total + own.counts.explained === 0)
    return tellAside(c, '您名下还没有分到户。回“我负责 3组”认领，或请村干部分户。');
  const course = yield* courseOf(c);
  const { counts } = own;
  remember(c, { unitName: '您名下', unitKind: 'county', filter: 'remaining', own: true }, 0);
  const left = remaining(counts);
  const head = `您名下${counts.total}户，已查${counts.visited}户（${sayShare(counts.visited, counts.total)}）${besideBase(counts)}`;
  if (left === 0)
    return tellAside(
      c,
      `${head}，都查完了，辛苦了。${counts.toVerify > 0 ? `还有${counts.toVerify}户待核实。` : ''}`,
    );
  const days = workingDays(course.date, course.end, course.calendar);
  const pace = neededPace(left, course.date, course.end, course.calendar);
  const when =
    days === 0
      ? `${dayInWords(course.end)}已到，剩下的尽快补上`
      : days === 1
        ? '今天是最后一天'
        : `到${dayInWords(course.end)}还有${days}个工作日，一天${pace}户就行`;
  tellAside(c, `${head}，今天${counts.visitedToday}户。\n${partsLine(counts)}\n${when}。回“排查”接着来。`);
}

/** 进度 各组: the groups of a village in their order. */
export function* showGroups(c: Conversation, village: UnitFound): Asking<void> {
  const groups = yield* ask('countGroups', { village: village.code });
  remember(c, { unit: village.code, unitName: village.name, unitKind: 'village', filter: 'remaining' }, 0);
  if (groups.length === 0) return tellAside(c, `${village.name}名册里还没有户。`);
  const most = pageSize * 4;
  const lines = groups
    .slice(0, most)
    .map(
      (g) =>
        `${g.group === '' ? '没写组的' : g.group} ${g.visited}/${g.total}${g.visited === g.total ? ' 查完' : ''}`,
    );
  tellAside(c, `${village.name}各组：\n${lines.join('\n')}`);
}
