import { allows } from '../../access/policy.ts';
import { dayInWords, isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { HouseholdId, StaffId } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { maskName } from '../../language/masking.ts';
import type { UnitFound } from '../../progress/needs.ts';
import { unitSaid } from '../progress/unit-said.ts';
import type { Assignable, Helper } from './needs.ts';
import type { AssignSaid } from './said.ts';

/** The village meant, if the speaker may give out its households. Further up it must be named. */
export function* villageMeant(
  c: Conversation,
  place: string,
  again: string,
  example = `${again} 李庄`,
): Asking<UnitFound | undefined> {
  const about = yield* unitSaid(c, place, 'assign', again);
  if (about.is === 'told') return undefined;
  if (about.is === 'own' || about.unit.kind !== 'village') {
    c.say(`是哪个村？请带上村名，如“${example}”。`);
    return undefined;
  }
  const { unit } = about;
  const may = allows(c.speaker, 'assign', {
    unit: unit.code,
    kind: unit.kind,
    ...(unit.township === undefined ? {} : { township: unit.township }),
  });
  if (!may) c.say(`${unit.name}的户要由村干部或乡镇来分。您可以回“我负责 3组”认领没人管的户。`);
  return may ? unit : undefined;
}

/**
 * One helper by name among people who may look after households here; asks back when several fit. Namesakes are
 * told apart by the end of their phone number, said behind the name: 王五1234.
 */
export function* helperMeant(c: Conversation, said: string): Asking<Helper | undefined> {
  const { words, phoneEnd } = namedBy(said);
  const all = yield* ask('findHelpers', { words });
  const found = phoneEnd === '' ? all : all.filter((h) => h.phoneEnd === phoneEnd);
  const exact = found.filter((h) => h.name === words);
  const [only, second] = exact.length > 0 ? exact : found;
  if (only === undefined) {
    c.say(`没找到“${words.slice(0, 8)}”。请说全名；还不在名单上的，请乡镇先加到人员名单。`);
    return undefined;
  }
  if (second !== undefined) {
    if (exact.length > 1 && !c.inRoom && phoneEnd === '') return askWhichNamesake(c, exact);
    const names = (exact.length > 0 ? exact : found).slice(0, 4).map((h) => `${h.name}（${h.unitName}）`);
    c.say(
      `有几位：${names.join('、')}。请说全名${exact.length > 1 ? '；同名的请私聊跟我说，我按手机尾号分' : ''}。`,
    );
    return undefined;
  }
  return only;
}

function namedBy(said: string): { words: string; phoneEnd: string } {
  const match = /^(.+?)(\d{4})$/u.exec(said);
  return match === null ? { words: said, phoneEnd: '' } : { words: match[1] ?? '', phoneEnd: match[2] ?? '' };
}

/** Namesakes to choose from by number; what was said is said again with the one who is meant. */
function askWhichNamesake(c: Conversation, helpers: readonly Helper[]): undefined {
  const items = helpers.map((h) => ({
    id: `${h.name}|${h.phoneEnd}|${c.text}`,
    label: `${h.name}（${h.unitName}，手机尾号****${h.phoneEnd}）`,
  }));
  c.open({ is: 'pick', goal: 'assignment/namesake', items });
  c.say(
    `有${items.length}位${helpers[0]?.name ?? ''}，是哪一位？\n${items.map((item, i) => `${i + 1}.${item.label}`).join('\n')}`,
  );
}

/** The words of a command again, with the namesake who was picked. */
export function saidOfNamesake(id: string): string {
  const [name = '', phoneEnd = '', ...words] = id.split('|');
  const said = words.join('|');
  return said.includes(`${name}${phoneEnd}`) ? said : said.replace(name, `${name}${phoneEnd}`);
}

/** Hands households to a helper: a group, a village, one household, or all that another one has. */
/** What somebody said to give, once more when he agreed to its extent; `meant` is how many households he spoke of. */
interface Giving {
  agreed?: boolean;
  meant?: number;
}

export function* give(c: Conversation, said: AssignSaid, giving: Giving = {}): Asking<void> {
  const to = yield* helperMeant(c, said.to);
  if (to === undefined) return;
  if (said.is === 'from') return yield* giveLot(c, said, to, giving);
  if (said.is === 'household') return yield* giveOne(c, said.name, to);
  const village = yield* villageMeant(
    c,
    said.place,
    '分户',
    said.is === 'group' && said.group !== '' ? `把${to.unitName}${said.group}交给${to.name}` : undefined,
  );
  if (village === undefined) return;
  const { households, helpers } = yield* ask('villageForces', { village: village.code });
  const which = households.filter((h) =>
    said.is === 'unassigned' ? h.helper === null : said.group === '' || sameGroup(h.group, said.group),
  );
  const what = said.is === 'unassigned' ? '没分的户' : said.group === '' ? '全村' : said.group;
  if (which.length === 0)
    return c.say(
      said.is === 'unassigned'
        ? `${village.name}没有没分到人的户。`
        : `${village.name}没有${said.group}。有：${groupsIn(households)}。`,
    );
  if (giving.agreed !== true && which.length > 1)
    return askFirst(c, said, giving, { which, to, what: `${village.name}${what}`, helpers });
  assign(c, which, to, `${village.name}${what}`);
}

interface Extent {
  which: readonly { id: HouseholdId; done: boolean; helper?: StaffId | null }[];
  to: Helper;
  what: string;
  helpers: readonly Helper[];
}

/** An order that moves more than one household is shown with all it moves, and agreed to. */
function askFirst(
  c: Conversation,
  said: AssignSaid,
  { meant }: Giving,
  { which, to, what, helpers }: Extent,
): void {
  c.open({ is: 'confirm', what: 'assignment/give', payload: { said: JSON.stringify(said) } });
  const done = which.filter((h) => h.done).length;
  const others = new Map<string, number>();
  for (const { helper } of which)
    if (helper !== null && helper !== undefined && helper !== to.id) {
      const name = helpers.find((h) => h.id === helper)?.name ?? '别人';
      others.set(name, (others.get(name) ?? 0) + 1);
    }
  const from = [...others].slice(0, 4).map(([name, n]) => `${name}${n}户`);
  const parts = [
    ...(done > 0 ? [`${done}户已查过`] : []),
    ...(from.length > 0 ? [`原来归${from.join('、')}${others.size > 4 ? '等' : ''}`] : []),
  ];
  const differs =
    meant !== undefined && meant !== which.length ? `您说${meant}户，名册上是${which.length}户。` : '';
  const inside = parts.length > 0 ? `（其中${parts.join('，')}）` : '';
  c.say(
    `${differs}要把${what}${which.length}户交给${to.id === c.speaker.id ? '您' : to.name}${inside}，这样分吗？\n1.是 2.不分`,
  );
}

function* giveLot(
  c: Conversation,
  said: Extract<AssignSaid, { is: 'from' }>,
  to: Helper,
  giving: Giving,
): Asking<void> {
  const who = yield* helperMeant(c, said.from);
  if (who === undefined) return;
  const lot = yield* ask('householdsOf', { staff: who.id });
  const left = lot.filter((h) => !h.done);
  if (left.length === 0) return c.say(`${who.name}名下没有还没查的户。`);
  const what = `${who.name}名下还没查的`;
  if (giving.agreed !== true && left.length > 1)
    return askFirst(c, said, giving, { which: left, to, what, helpers: [who] });
  assign(c, left, to, what);
}

function* giveOne(c: Conversation, name: string, to: Helper): Asking<void> {
  const found = (yield* ask('findHouseholds', { words: name, limit: 5 })).filter((h) => h.headName === name);
  const [only] = found;
  if (only === undefined)
    return c.say(c.inRoom ? '本群的范围里没找到这户，别处的请私聊说。' : `没找到${name}家。`);
  if (found.length > 1)
    return c.say(
      `叫${name}的有${found.length}户，请说“把3组交给${to.name}”，或让${to.name}回“排查 ${name}”直接接。`,
    );
  const head = c.inRoom ? maskName(name) : name;
  assign(c, [{ id: only.id }], to, `${only.villageName}${only.group}${head}家`);
}

/** Gives households to somebody, says so to both, each once. */
function assign(
  c: Conversation,
  households: readonly { id: HouseholdId; done?: boolean }[],
  to: Pick<Helper, 'id' | 'name'>,
  what: string,
): void {
  c.change({ do: 'assign', households: households.map((h) => h.id), to: to.id });
  if (to.id !== c.speaker.id)
    tellHelper(
      c,
      to.id,
      `${c.speaker.name}把${what}${households.length}户交给您了。回“排查”从最近的一户开始。`,
    );
  const done = households.filter((h) => h.done === true).length;
  const self = to.id === c.speaker.id ? '您' : to.name;
  c.say(`好，${what}${households.length}户交给${self}了${done > 0 ? `（其中${done}户已查过）` : ''}。`);
}

/** Tells a helper in private what changed for him; a redelivered message tells it once. */
export function tellHelper(c: Conversation, to: StaffId, text: string): void {
  c.change({ do: 'push', key: `assigned:${to}:${c.event.id}`, to: { staff: to }, kind: 'reply', text });
}

/** 我负责: households nobody looks after; others' are given by the village. */
export function* takeOn(c: Conversation, group: string): Asking<void> {
  const about = yield* unitSaid(c, '', 'takeOn', '我负责');
  if (about.is !== 'unit' || about.unit.kind !== 'village')
    return c.say('认领要在您所在的村。乡镇分户请说“把李庄3组交给王五”。');
  const { households, helpers } = yield* ask('villageForces', { village: about.unit.code });
  const free = households.filter((h) => h.helper === null);
  if (group === '') return c.say(whatIsFree(about.unit.name, free));
  const wanted = households.filter((h) => sameGroup(h.group, group));
  if (wanted.length === 0) return c.say(`${about.unit.name}没有${group}。有：${groupsIn(households)}。`);
  const mine = wanted.filter((h) => h.helper === null);
  const others = wanted.filter((h) => h.helper !== null && h.helper !== c.speaker.id);
  if (mine.length > 0) return assign(c, mine, { id: c.speaker.id, name: c.speaker.name }, `${group}没人管的`);
  const holder = helpers.find((h) => h.id === others[0]?.helper)?.name;
  c.say(
    others.length === 0
      ? `${group}已经是您负责了。`
      : `${group}已经由${holder ?? '别人'}负责。要换人请村干部说“把${group}交给${c.speaker.name}”。`,
  );
}

function whatIsFree(village: string, free: readonly Assignable[]): string {
  if (free.length === 0) return `${village}的户都有人负责了。`;
  return `${village}还有${free.length}户没人负责：${groupsIn(free)}。回“我负责 3组”认领。`;
}

/** 1组12户、2组30户, in register order, at most eight. */
function groupsIn(households: readonly Pick<Assignable, 'group'>[]): string {
  const counts = new Map<string, number>();
  for (const { group } of households) counts.set(group, (counts.get(group) ?? 0) + 1);
  const all = [...counts].map(([group, n]) => `${group === '' ? '没写组的' : group}${n}户`);
  return all.length > 8 ? `${all.slice(0, 8).join('、')}等${all.length}个组` : all.join('、');
}

/** 3组, 三组, 第3组 are one group. */
function sameGroup(a: string, b: string): boolean {
  return groupKey(a) === groupKey(b);
}

function groupKey(group: string): string {
  const plain = group.normalize('NFKC').replace(/^第|村民组$|组$/gu, '');
  const digits = '一二三四五六七八九';
  const ten = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/u.exec(plain);
  if (ten !== null)
    return String(
      (ten[1] === undefined ? 1 : digits.indexOf(ten[1]) + 1) * 10 +
        (ten[2] === undefined ? 0 : digits.indexOf(ten[2]) + 1),
    );
  return digits.includes(plain) && plain.length === 1 ? String(digits.indexOf(plain) + 1) : plain;
}

/** A stand-in's last day in words: 今天, or the day, that day included. */
export function untilWords(c: Conversation, until: string): string {
  return until === isoDate(c.at) ? '今天' : `${dayInWords(until)}（含）`;
}
