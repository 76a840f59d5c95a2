import { isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Period } from '../../inquiry/inquiry.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { type Counts, remaining, sayShare } from '../../progress/definitions.ts';
import { standing } from '../../progress/overview.ts';
import { reasonsBehind } from '../../progress/pace.ts';
import { byTownship, byVillage, type UnitProgress } from '../../progress/rollup.ts';
import { courseOf } from '../progress/show-progress.ts';
import { unitSaid } from '../progress/unit-said.ts';
import type { AnswerSaid } from './answer-said.ts';
import { forecastSaid } from './dates.ts';
import { periodMeant } from './days-meant.ts';
import { oneNamed } from './resolve.ts';

const most = 24;
const below = { level: 'township', want: 'list' } as const;

interface Asked {
  /** As it is told: 一户没查的村. */
  label: string;
  /** `worked`: households visited on the days that were said. */
  holds: (counts: Counts, worked: number) => boolean;
  line: (unit: UnitProgress) => string;
}

const leftLine = ({ name, counts }: UnitProgress): string => `${name} 剩${remaining(counts)}户`;

/** Which units by how far they are: not begun, not done, done. Undefined where something else is asked of them. */
function byStanding(said: InquirySaid, days: Period | undefined): Asked | undefined {
  const [only, ...others] = said.where;
  if (only?.on !== 'standing' || others.length > 0 || only.values.length > 1) return undefined;
  const [value] = only.values;
  const turned = only.not === true;
  const { period } = said;
  if (value === 'untouched' && !turned && days !== undefined)
    return {
      label: `${period?.said ?? ''}一户没查的`,
      holds: (k, worked) => k.total > 0 && worked === 0,
      line: leftLine,
    };
  if (value === 'untouched' && !turned)
    return {
      label: '一户没查的',
      holds: (k) => k.untouched === k.total,
      line: (u) => `${u.name} 0/${u.counts.total}`,
    };
  if ((value === 'remaining' && !turned) || (value === 'visited' && turned))
    return { label: '没查完的', holds: (k) => remaining(k) > 0, line: leftLine };
  if ((value === 'visited' && !turned) || (value === 'remaining' && turned))
    return {
      label: '查完的',
      holds: (k) => remaining(k) === 0,
      line: (u) => `${u.name} ${u.counts.visited}/${u.counts.total}`,
    };
  return undefined;
}

/** 全县几个村, 有哪些村: the units themselves, and nothing is asked of them. */
function asksUnitsAlone(said: InquirySaid): boolean {
  const ofThem =
    said.where.length > 0 || said.of !== undefined || said.key !== undefined || said.order !== undefined;
  return (
    !ofThem &&
    said.period === undefined &&
    said.group === undefined &&
    said.unread.length + said.stranded.length === 0 &&
    [...said.ideas].every((idea) => idea === 'greet' || idea === 'thanks')
  );
}

/** How many units of a level the speaker has in sight, or in the place named, with the first of their names. */
function* howManyUnits(
  c: Conversation,
  said: InquirySaid,
  level: 'township' | 'village' | 'group',
): Asking<AnswerSaid | undefined> {
  const goesOn = c.chat.last?.query === 'inquiry' && said.here !== true && said.place === undefined;
  if (level === 'group' || goesOn) return undefined;
  const named = yield* oneNamed(c, said.place);
  if (named === 'several') return { text: '' };
  const units = (yield* ask('unitNames', {})).filter(
    (u) => u.outside !== true && u.kind === level && (named === undefined || u.township === named.code),
  );
  const what = level === 'village' ? '村' : '乡镇';
  const where = named?.name ?? c.speaker.unitName;
  if (units.length === 0) return { text: `${where}范围里没有您能看的${what}。` };
  const names = units.slice(0, most).map((u) => u.name);
  return {
    text: `${where}：${units.length}个${what}。\n${names.join('、')}${units.length > most ? `等${units.length}个` : ''}`,
  };
}

/** 进度最低的镇: who is behind, and no table of ranks. */
const ranksProgress = (said: InquirySaid): boolean =>
  said.order === 'least' && said.ideas.has('rate') && said.where.every((x) => x.on === 'standing');

/** 哪些村还没动, 未启动的村有几个, 哪几个乡镇滞后: units by how far they are, in the register's order. */
export function* unitsAsked(c: Conversation, said: InquirySaid): Asking<AnswerSaid | undefined> {
  if (said.of === 'problems' || said.of === 'leads' || said.of === 'staff' || said.having !== undefined)
    return undefined;
  const slow = said.ideas.has('slow') || ranksProgress(said) || said.ideas.has('finish');
  // 落后的原因是什么: whichever units the speaker has below him.
  const asksWhich = said.why === true || (said.want === 'list' && said.ideas.has('slow'));
  const units = said.units ?? (slow && asksWhich ? below : undefined);
  const days = periodMeant(c, said.period, false);
  const asked = slow ? undefined : byStanding(said, days);
  if (units !== undefined && asksUnitsAlone(said)) return yield* howManyUnits(c, said, units.level);
  if (units === undefined || (asked === undefined && !slow)) return undefined;
  if (c.speaker.unitKind === 'department')
    return { text: '各村各镇的进度由乡镇和县里看，您这里看本部门牵头的问题：回“问题”，或问“各镇问题几个”。' };
  const named = yield* oneNamed(c, said.place);
  if (named === 'several') return { text: '' };
  const about = yield* unitSaid(c, named?.code ?? '', 'progress', '进度');
  if (about.is === 'told') return { text: '' };
  if (about.is === 'own' || about.unit.kind === 'village')
    return { text: '各村各镇的进度由乡镇和县里看。回“进度”看您名下的，“进度 各组”看本村各组。' };
  const level = about.unit.kind === 'township' ? 'village' : units.level;
  const villages = yield* ask('countProgress', { unit: about.unit.code, today: isoDate(c.at) });
  const all = (level === 'village' ? byVillage(villages) : byTownship(villages)).filter(
    (u) => u.counts.total > 0,
  );
  const what = level === 'village' ? '村' : '乡镇';
  const found = asked === undefined ? [] : all.filter((u) => asked.holds(u.counts, workedIn(u, days)));
  c.remember({
    query: 'breakdown',
    args: {
      filter: 'remaining',
      unit: about.unit.code,
      unitName: about.unit.name,
      unitKind: about.unit.kind,
      by: level,
      ...(found.length === 0 ? {} : { told: found.map((u) => u.unit).join(' ') }),
    },
    offset: all.length,
  });
  if (asked === undefined) {
    const forecast = said.ideas.has('finish') ? `${yield* forecastSaid(c, said)}\n` : '';
    return { text: `${forecast}${yield* behind(c, about.unit.name, all, what)}` };
  }
  if (found.length === 0)
    return { text: `${about.unit.name}${asked.label}${what}：0个，共${all.length}个${what}在查。` };
  const lines = found.slice(0, most).map((u) => asked.line(u));
  const rest = found.length > most ? `\n……共${found.length}个` : '';
  return {
    text: `${about.unit.name}${asked.label}${what}：${found.length}个，共${all.length}个${what}。\n${lines.join('、')}${rest}`,
  };
}

const workedIn = ({ days: each }: UnitProgress, days: Period | undefined): number =>
  each
    .filter(({ date }) => days !== undefined && date >= days.from && date <= days.to)
    .reduce((sum, { visited }) => sum + visited, 0);

/** Behind their plan, with what holds them up; in the register's order and no table of ranks. */
function* behind(c: Conversation, name: string, all: readonly UnitProgress[], what: string): Asking<string> {
  const course = yield* courseOf(c);
  const standings = all.map((unit) => ({ unit, s: standing(unit.counts, unit.days, course) }));
  const slow = standings.filter(({ s }) => s.pace === 'behind' || s.pace === 'notStarted');
  if (slow.length === 0) return `${name}没有慢于计划的${what}，共${all.length}个${what}。`;
  const lines = slow.slice(0, most).map(({ unit, s }) => {
    const reasons = reasonsBehind({
      counts: unit.counts,
      forecast: s.forecast,
      needed: s.needed,
      helpers: 0,
      idleHelpers: 0,
      unassigned: 0,
    });
    return `${unit.name} ${sayShare(unit.counts.visited, unit.counts.total)}（计划${Math.round(s.planned * 100)}%）${reasons.length > 0 ? `：${reasons.join('，')}` : ''}`;
  });
  return `${name}慢于计划的${what}${slow.length}个，共${all.length}个，按名册顺序：\n${lines.join('\n')}`;
}
