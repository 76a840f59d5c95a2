import { rolesFor } from '../../access/policy.ts';
import { daysBetween, isoDate } from '../../calendar/days.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { questionOf } from '../../form/questionnaire.ts';
import { addCondition } from '../../inquiry/conditions.ts';
import { findingsFor, leadsOfCategories, leadsOfFindings } from '../../inquiry/findings.ts';
import {
  type Condition,
  type Inquiry,
  inquiry,
  type Of,
  type Period,
  type Place,
  spent,
  theLine,
  waited,
} from '../../inquiry/inquiry.ts';
import type { UnitNamed } from '../../inquiry/mark.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { aboveReach } from '../progress/above-reach.ts';
import { tellAside } from '../progress/lists.ts';
import { inquiryOfHouseholds, listFrom } from '../progress/show-households.ts';
import { inquiryOfProblems, problemListFrom } from '../progress/show-problems.ts';
import { unitSaid } from '../progress/unit-said.ts';
import { countyOffice } from './contact.ts';
import { periodMeant } from './days-meant.ts';

/** The inquiry last answered in this chat, for what follows on it. */
export function lastInquiry(c: Conversation): Inquiry | undefined {
  const { last } = c.chat;
  if (last?.query === 'households' || last?.query === 'breakdown') return householdsAgain(last.args);
  if (last?.query === 'problems') return inquiryOfProblems(problemListFrom(last.args));
  if (last?.query !== 'inquiry') return undefined;
  const stored = inquiry.safeParse(JSON.parse(last.args['inquiry'] ?? 'null'));
  return stored.success ? stored.data : undefined;
}

/** The list of households shown last. Today's are those visited on one day, which the next question may change. */
function householdsAgain(args: Readonly<Record<string, string>>): Inquiry | undefined {
  const list = listFrom(args);
  return inquiryOfHouseholds(list.filter === 'visitedToday' ? { ...list, filter: 'visited' } : list);
}

export function rememberInquiry(c: Conversation, asked: Inquiry, offset: number): void {
  c.remember({ query: 'inquiry', args: { inquiry: JSON.stringify(asked) }, offset });
}

/** Does a reading only change the last inquiry: a place, a day, one more condition, another form of answer? */
export function followsOn(said: InquirySaid): boolean {
  if (said.goesOn === true || said.narrows === true) return true;
  const conditions = said.where.length > 0 || said.key !== undefined;
  return !conditions && said.of === undefined;
}

/**
 * The inquiry that a reading means, complete: what it leaves open comes from the last one it follows on, else from
 * who asks and where. Undefined when there was something to ask back or to refuse, which is told here.
 */
export function* resolved(
  c: Conversation,
  said: InquirySaid,
  helper?: Condition,
): Asking<Inquiry | undefined> {
  const last = followsOn(said) ? lastInquiry(c) : undefined;
  const place = yield* placeOf(c, said, last);
  if (place === undefined) return undefined;
  const given = withLine(c, conditionsOf(said, last, helper));
  const department = c.speaker.unitKind === 'department' && given.length === 0;
  const of = said.of ?? last?.of ?? (department ? 'problems' : subjectFrom(given));
  const period =
    periodMeant(c, said.period, said.deadline === true) ??
    (said.narrows === true || last !== undefined ? last?.period : undefined);
  const against = periodMeant(c, said.against, false);
  const where = withDays(given, { of, by: said.by ?? last?.by, period });
  const key = said.key ?? (said.want === undefined || said.want === 'count' ? last?.key : undefined);
  const led = of === 'problems' && said.ideas.has('responsible') && said.want === undefined;
  const status = led
    ? 'leadUnit'
    : said.ideas.has('status') && said.want === undefined
      ? stepsOf[of]
      : undefined;
  const split = said.chart === true ? last?.by : splitKept(said, last);
  const by = said.units === undefined ? (said.by ?? status ?? split) : said.units.level;
  const due = dueIn(c, said, of, period);
  if (of === 'staff' && !seesStaff(c)) return undefined;
  const asked: Inquiry = {
    want: wantOf(said, last, of),
    of,
    where: due === undefined ? [...where] : [...where, due],
    place,
    ...(by === undefined ? {} : { by }),
    ...(key !== undefined && (by === 'answer' || isAmount(c, key)) ? { key } : {}),
    ...(period === undefined || due !== undefined ? {} : { period }),
    ...(against === undefined ? {} : { against }),
    ...(said.having === undefined ? {} : { having: said.having }),
    ...(said.order === undefined ? {} : { order: said.order }),
    ...(said.limit === undefined ? {} : { limit: said.limit }),
  };
  return yield* forDepartment(c, asked);
}

/** 监测线 is the county's, as the settings have it. */
const withLine = (c: Conversation, where: readonly Condition[]): readonly Condition[] =>
  where.map((x) =>
    x.on === 'perHead' && x.than === theLine ? { ...x, than: c.session.settings.incomeLine.yuan } : x,
  );

/** 昨天几户, 这周每天多少: of days households are those visited then; of people it is then that they worked. */
function withDays(
  where: readonly Condition[],
  { of, by, period }: { of: Of; by: Inquiry['by']; period: Period | undefined },
): readonly Condition[] {
  if (of === 'staff' && period !== undefined)
    return where.map((c) => (c.on === 'worked' ? { ...c, from: period.from, to: period.to } : c));
  const looks = ['standing', 'answer', 'amount', 'perHead', 'unsure'];
  const ofDays = of === 'households' && (by === 'day' || period !== undefined);
  return ofDays && !where.some((c) => looks.includes(c.on))
    ? [{ on: 'standing', values: ['visited'] }, ...where]
    : where;
}

/** How many work on it is for those who see to it; a helper and a department hear who can tell. */
function seesStaff(c: Conversation): boolean {
  const { speaker } = c;
  const sees = speaker.unitKind !== 'department' && speaker.roles.some((role) => role !== 'helper');
  if (!sees) tellAside(c, `人员和绑定的情况由村干部、乡镇和县里看，请问乡镇包村干部或${countyOffice(c)}。`);
  return sees;
}

/** 下周到期: a time to come says when problems are due, not when they were found. */
function dueIn(
  c: Conversation,
  said: InquirySaid,
  of: Of,
  period: Period | undefined,
): Condition | undefined {
  const today = isoDate(c.at);
  if (said.deadline !== true || of !== 'problems' || period === undefined) return undefined;
  const from = daysBetween(today, period.from);
  const days = daysBetween(today, period.to);
  return days < 0
    ? { on: 'due', is: 'over', days: -days }
    : { on: 'due', is: 'within', days, ...(from > 0 ? { from } : {}) };
}

/** What a picture can be made of: a number without parts is split by the units below its place. */
export function drawable(asked: Inquiry): Inquiry {
  const want = asked.want === 'list' || asked.want === 'sheet' ? 'count' : asked.want;
  if (asked.by !== undefined) return { ...asked, want };
  const { place } = asked;
  const kind = place.is === 'unit' ? place.kind : 'county';
  const by = kind === 'township' ? 'village' : kind === 'village' ? 'group' : 'township';
  return { ...asked, want, by: asked.of === 'households' || by !== 'group' ? by : 'category' };
}

/** A number can be summed up and averaged; an answer in words only be split by. */
function isAmount(c: Conversation, key: string): boolean {
  const kind = questionOf(campaignOf(c.session.settings).householdForm, key)?.kind;
  return key === 'perHead' || key === waited || key === spent || kind === 'count' || kind === 'money';
}

/** Where problems and leads stand is told step by step. */
const stepsOf: Partial<Record<Of, Inquiry['by']>> = { problems: 'status', leads: 'stage' };

/** The split goes on for another place, unless that place is a part of it. */
function splitKept(said: InquirySaid, last: Inquiry | undefined): Inquiry['by'] {
  const kind = said.place?.[0]?.kind;
  return kind === undefined || kind === 'village' || kind === last?.by ? undefined : last?.by;
}

function wantOf(said: InquirySaid, last: Inquiry | undefined, of: Of): Inquiry['want'] {
  if (said.sheet === true) return 'sheet';
  if (said.want !== undefined) return said.units !== undefined && said.want === 'list' ? 'count' : said.want;
  if (said.send === true || (said.why === true && said.units === undefined)) return 'list';
  if (said.by !== undefined || said.units !== undefined) return 'count';
  if (last !== undefined) return last.want === 'sheet' ? 'list' : last.want;
  return of === 'persons' ? 'count' : 'list';
}

/** Conditions that only problems have, or leads: they tell what is asked of where no word does. */
function subjectFrom(where: readonly Condition[]): Of {
  if (where.some((c) => c.on === 'bound' || c.on === 'worked')) return 'staff';
  if (where.some((c) => c.on === 'stage')) return 'leads';
  const ofProblems = ['category', 'problemState', 'status', 'source', 'leadUnit', 'due', 'finding'];
  return where.some((c) => ofProblems.includes(c.on)) ? 'problems' : 'households';
}

function conditionsOf(
  said: InquirySaid,
  last: Inquiry | undefined,
  helper: Condition | undefined,
): readonly Condition[] {
  const group: readonly Condition[] = said.group === undefined ? [] : [{ on: 'group', values: [said.group] }];
  const own = [...said.where, ...group, ...(helper === undefined ? [] : [helper])];
  if (last === undefined) return own;
  if (said.narrows === true) return own.reduce(addCondition, last.where as readonly Condition[]);
  // Another place takes the group of the last one away; what is said of one matter replaces what was: 那大病的呢.
  const kept = last.where.filter(
    (before) =>
      !(before.on === 'group' && (said.place !== undefined || said.group !== undefined)) &&
      !own.some((now) => now.on === before.on),
  );
  return [...kept, ...own];
}

const mayList = rolesFor('unvisited');

function* placeOf(c: Conversation, said: InquirySaid, last: Inquiry | undefined): Asking<Place | undefined> {
  const { speaker } = c;
  if (speaker.unitKind === 'department') return yield* departmentPlace(c, said, last);
  if (!speaker.roles.some((role) => mayList.includes(role))) {
    tellAside(c, '户和问题的情况由村里、镇里和县里看，您这里管名单、群和绑定码。回“帮助”看您能做什么。');
    return undefined;
  }
  const above = said.here === true ? aboveReach(c) : undefined;
  if (above !== undefined) {
    tellAside(c, above);
    return undefined;
  }
  if (said.mine === true && said.here !== true && said.place === undefined) return { is: 'own' };
  if (said.place === undefined && said.here !== true && last !== undefined) return last.place;
  const named = yield* oneNamed(c, said.place);
  if (named === 'several') return undefined;
  const isHelper = c.session.chat.kind === 'private' && speaker.roles.every((role) => role === 'helper');
  if (named === undefined && said.here !== true && isHelper) return { is: 'own' };
  const about = yield* unitSaid(c, named?.code ?? '', 'unvisited', '进度');
  if (about.is === 'told') return undefined;
  if (about.is === 'own') return { is: 'own' };
  const { code, name, kind, township } = about.unit;
  return { is: 'unit', unit: code, name, kind, ...(township === undefined ? {} : { township }) };
}

/** A unit that was named, else the speaker's own, as a place. */
export function ownPlace(c: Conversation, named?: UnitNamed): Extract<Place, { is: 'unit' }> {
  const { unit, unitKind, unitName, township } = c.speaker;
  const here = named ?? {
    code: unit,
    name: unitName,
    kind: unitKind,
    ...(township === undefined ? {} : { township }),
  };
  const above = here.township === undefined ? {} : { township: here.township };
  return { is: 'unit', unit: here.code, name: here.name, kind: here.kind, ...above };
}

/** A place that isn't the speaker's to see, with who can tell. */
export function outsideReach(c: Conversation, unit: UnitNamed): string {
  return `${unit.name}不在您能看的范围里，您看的是${c.speaker.unitName}。那边的数请问${unit.kind === 'village' ? '当地乡镇' : '当地'}或${countyOffice(c)}。`;
}

/** Villages of one name are asked apart, and one outside the reach is said to be. */
export function* oneNamed(
  c: Conversation,
  units: readonly UnitNamed[] | undefined,
): Asking<UnitNamed | undefined | 'several'> {
  const inside = (units ?? []).filter((u) => u.outside !== true);
  const [first, second] = inside;
  const [outside] = units ?? [];
  if (first === undefined && outside !== undefined) {
    tellAside(c, outsideReach(c, outside));
    return 'several';
  }
  if (first === undefined || second === undefined) return first;
  const names = inside.slice(0, 6).map((u) => `${u.townshipName ?? ''}${u.name}`);
  tellAside(c, `叫“${first.name}”的不止一个，请说全：${names.join('、')}。`);
  return 'several';
}

/** A department's matters lie anywhere; a place named narrows them. In a group its place does. */
function* departmentPlace(
  c: Conversation,
  said: InquirySaid,
  last: Inquiry | undefined,
): Asking<Place | undefined> {
  const named = yield* oneNamed(c, said.place);
  if (named === 'several') return undefined;
  if (named === undefined && last !== undefined) return last.place;
  const { chat } = c.session;
  const code = named?.code ?? (chat.kind === 'room' ? chat.room.unit : null);
  const units = code === null ? [] : yield* ask('unitNames', {});
  const unit = units.find((u) => u.code === code);
  if (unit === undefined) return { is: 'seen', name: c.speaker.unitName };
  const { name, kind, township } = unit;
  return { is: 'unit', unit: unit.code, name, kind, ...(township === undefined ? {} : { township }) };
}

/** A department sees no answers: of households it is told the findings they led to, of its own areas. */
function* forDepartment(c: Conversation, asked: Inquiry): Asking<Inquiry | undefined> {
  if (c.speaker.unitKind !== 'department') return asked;
  const campaign = campaignOf(c.session.settings);
  const leads =
    asked.of === 'problems' ? leadsOfCategories(campaign, asked) : leadsOfFindings(campaign, asked);
  if (leads.length > 0 && !leads.includes(c.speaker.unitName)) {
    tellAside(
      c,
      `这一项由${leads.join('、')}牵头，${c.speaker.unitName}看不到，请问${leads[0] ?? ''}或${countyOffice(c)}。您这里可以问“问题”“各镇问题几个”。`,
    );
    return undefined;
  }
  if (asked.of === 'problems') return asked;
  const found = findingsFor(campaign, asked);
  if (found !== undefined) return found;
  tellAside(
    c,
    `这个要看农户的登记和答题，${c.speaker.unitName}没有权限，只能看本部门牵头的问题。农户情况请找乡镇或${c.session.settings.countyName}${campaignOf(c.session.settings).texts.short}办公室。可以问“问题”“问题 逾期”“各镇问题几个”。`,
  );
  return undefined;
}
