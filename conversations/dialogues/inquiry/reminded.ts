import { dayInWords, isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { StaffId, UnitCode } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Role } from '../../contract/session.ts';
import type { Condition, Inquiry, Place } from '../../inquiry/inquiry.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { type Counts, remaining } from '../../progress/definitions.ts';
import { standing } from '../../progress/overview.ts';
import { byTownship, byVillage, type UnitProgress } from '../../progress/rollup.ts';
import { courseOf } from '../progress/show-progress.ts';
import { type PaperLevel, paperUnits } from './papers.ts';

/** One to be reminded: a unit by its people, or somebody himself, with what is left there. */
interface Reminded {
  to: { unit: UnitCode } | { staff: StaffId };
  name: string;
  /** 剩12户: as the speaker sees it. */
  left: string;
  /** What the one reminded reads. */
  text: string;
}

export interface Reminding {
  /** What it is about, for the push's key: at most one such a day for each. */
  about: 'visits' | 'reports' | 'selfChecks' | 'problems';
  /** Whom: 3个村, 5个排查员. */
  whom: string;
  roles: readonly Role[];
  all: readonly Reminded[];
}

const cadres = {
  village: ['villageCadre'],
  township: ['townshipCadre'],
  department: ['departmentOfficer'],
} as const satisfies Record<string, readonly Role[]>;

const names = { village: '个村', township: '个乡镇', department: '个部门' } as const;

/** Units that have not handed in their report or self-check. */
export function* papersToRemind(
  c: Conversation,
  about: 'reports' | 'selfChecks',
  level: PaperLevel | undefined,
): Asking<Reminding> {
  const left = (yield* paperUnits(c, about, level)).filter((u) => !u.filed);
  const due = dayInWords(c.session.settings.reportDeadline);
  const what = about === 'reports' ? '自查报告' : '单位自查';
  const how = about === 'reports' ? '回“报告”看草稿，核对好回“报送报告”' : '回“自查”接着填';
  return {
    about,
    whom: level === undefined ? '个单位' : names[level],
    roles: level === undefined ? [...cadres.township, ...cadres.department] : cadres[level],
    all: left.map(({ unit, name, parts }) => ({
      to: { unit },
      name,
      left: parts === undefined ? '没交' : `交了${parts.join('/')}`,
      text: `${name}的${what}还没交，${due}截止。${how}。`,
    })),
  };
}

/** Which of the units below are meant: not begun, not done, behind their plan. */
function* unitsLeft(
  c: Conversation,
  said: InquirySaid,
  units: readonly UnitProgress[],
): Asking<UnitProgress[]> {
  const untouched = said.where.some((x) => x.on === 'standing' && x.values.includes('untouched'));
  if (untouched) return units.filter((u) => u.counts.untouched === u.counts.total);
  if (!said.ideas.has('slow')) return units.filter((u) => remaining(u.counts) > 0);
  const course = yield* courseOf(c);
  return units.filter((u) => ['behind', 'notStarted'].includes(standing(u.counts, u.days, course).pace));
}

const leftWords = (counts: Counts): string =>
  counts.untouched === counts.total ? `${counts.total}户一户没查` : `剩${remaining(counts)}户`;

/** Units whose households are not all visited, by the level that the words or the speaker's place give. */
export function* unitsToRemind(c: Conversation, said: InquirySaid, place: Place): Asking<Reminding> {
  const unit = place.is === 'unit' ? { unit: place.unit } : {};
  const rows = (yield* ask('countProgress', { ...unit, today: isoDate(c.at) })).filter(
    (row) => row.counts.total > 0,
  );
  const township = place.is === 'unit' && place.kind === 'township';
  const level = said.units?.level ?? said.by;
  const villages =
    level === 'village' ||
    (level !== 'township' && (c.speaker.unitKind === 'township' || township)) ||
    (place.is === 'unit' && place.kind === 'village');
  // 催一下龙城镇: the township itself, unless its villages were said.
  const asVillages = township && c.speaker.unitKind === 'county' && level !== 'village' ? false : villages;
  const all = asVillages ? byVillage(rows) : byTownship(rows);
  const left = yield* unitsLeft(c, said, all);
  const end = dayInWords(c.session.settings.end);
  return {
    about: 'visits',
    whom: asVillages ? names.village : names.township,
    roles: asVillages ? cadres.village : cadres.township,
    all: left.map((u) => ({
      to: { unit: u.unit },
      name: u.name,
      left: leftWords(u.counts),
      text: `${u.name}入户排查${leftWords(u.counts)}，${end}截止。回“为什么”看是哪些户，回“分户”看谁手上少。`,
    })),
  };
}

/** People with households left, of a place or one of them. */
export function* helpersToRemind(
  c: Conversation,
  place: Place,
  helper: Condition | undefined,
): Asking<Reminding> {
  const inquiry: Inquiry = {
    want: 'count',
    of: 'households',
    where: [{ on: 'standing', values: ['remaining'] }, ...(helper === undefined ? [] : [helper])],
    place,
    by: 'helper',
  };
  const { parts } = yield* ask('countInquiry', { inquiry, today: isoDate(c.at) });
  const end = dayInWords(c.session.settings.end);
  return {
    about: 'visits',
    whom: '个排查员',
    roles: [],
    all: parts
      .filter((part) => part.n > 0 && part.name !== '')
      .map((part) => ({
        to: { staff: part.key as StaffId },
        name: part.name,
        left: `剩${part.n}户`,
        text: `您名下还有${part.n}户没查，${end}截止。回“排查”从最近的一户开始。`,
      })),
  };
}

/** Those who see to the problems that are asked for: departments where these were said, else the units below. */
export function* problemsToRemind(c: Conversation, said: InquirySaid, place: Place): Asking<Reminding> {
  const departments = said.ideas.has('departments') || said.where.some((x) => x.on === 'leadUnit');
  const level = departments
    ? 'department'
    : c.speaker.unitKind === 'county' && said.units?.level !== 'village'
      ? 'township'
      : 'village';
  const stated = said.where.some((x) => x.on === 'problemState' || x.on === 'due' || x.on === 'status');
  const inquiry: Inquiry = {
    want: 'count',
    of: 'problems',
    where: stated ? [...said.where] : [...said.where, { on: 'problemState', values: ['open'] }],
    place,
    by: level === 'department' ? 'leadUnit' : level,
  };
  const { parts } = yield* ask('countInquiry', { inquiry, today: isoDate(c.at) });
  const late = said.where.some((x) => x.on === 'problemState' && x.values.includes('overdue'));
  const what = late ? '逾期的问题' : '没销号的问题';
  const all: Reminded[] = [];
  for (const { key, name, n } of parts.filter((part) => part.n > 0)) {
    const [unit] =
      level === 'department' ? yield* ask('unitsNamed', { words: name }) : [{ code: key as UnitCode }];
    if (unit === undefined) continue;
    all.push({
      to: { unit: unit.code },
      name,
      left: `${n}个`,
      text: `${name}有${what}${n}个，请抓紧整改。回“问题”看是哪些，办完回“整改 编号 做了什么”。`,
    });
  }
  return { about: 'problems', whom: names[level], roles: cadres[level], all };
}
