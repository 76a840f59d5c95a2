import { rolesFor } from '../../access/policy.ts';
import { isoDate } from '../../calendar/days.ts';
import { type Command, command, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { placeSaid } from '../../inquiry/work/place-said.ts';
import { definitions } from '../../progress/definitions.ts';
import { problemWords } from '../../pushes/township-summary.ts';
import { askedOtherwise, inquire } from '../inquiry/inquire.ts';
import { aboveReach } from './above-reach.ts';
import { digestCommands } from './digest-commands.ts';
import { followUps, sendSheet } from './follow-ups.ts';
import { tellAside } from './lists.ts';
import { problemQuestions } from './problem-questions.ts';
import { showBreakdown, showLeft } from './show-breakdown.ts';
import { showHelper } from './show-helper.ts';
import { type HouseholdListArgs, listFrom, remember, showHouseholds } from './show-households.ts';
import { showGroups, showOwnProgress, showUnitProgress } from './show-progress.ts';
import { unitSaid } from './unit-said.ts';
import { type Said, whenAsked } from './when-asked.ts';

export const progressCommands: readonly Command[] = [
  command<Said<'progress'>>({ name: 'progress', match: whenAsked('progress'), run: showProgress }),
  command<Said<'households'>>({
    name: 'unvisited',
    roles: rolesFor('unvisited'),
    match: whenAsked('households'),
    run: showHouseholdsAsked,
  }),
  ...problemQuestions,
  ...followUps,
  ...digestCommands,
  command<true>({
    name: 'definitions',
    inRoom: 'open',
    match: phrased(['口径 ？?', '指标 说明|口径 ？?', '数字|数据 怎么算|口径 ？?']),
    *run(c) {
      tellAside(c, `口径：\n${definitions.map((d) => `${d.label}：${d.means}`).join('\n')}`);
    },
  }),
];

function* showProgress(c: Conversation, { place, level, own }: Said<'progress'>): Asking<void> {
  const { unit, group } = placeSaid(place);
  if (onlyLevel(c, place) && (yield* inquire(c, 'idle'))) return;
  const above = aboveReach(c);
  if (above !== undefined) return tellAside(c, above);
  if (
    (otherDays.test(c.text) ||
      (/今[天日儿]/u.test(c.text) && (level !== undefined || counts.test(c.text))) ||
      (level !== undefined && /落后|滞后|慢|掉队|拖后/u.test(c.text))) &&
    (yield* inquire(c, 'idle'))
  )
    return;
  if (own) return yield* showOwnProgress(c);
  if (group !== undefined || level === 'group') return yield* groups(c, unit);
  if (level !== undefined) return yield* breakdown(c, unit, level);
  if (unit === '' && asksForHimself(c)) return yield* showOwnProgress(c);
  if ((yield* namedDay(c, unit)) || (yield* showHelper(c, unit))) return;
  if (yield* askedOtherwise(c, unit)) return;
  const about = yield* unitSaid(c, unit, 'progress', '进度');
  if (about.is === 'own') return yield* showOwnOrOffice(c);
  if (about.is === 'unit') yield* showUnitProgress(c, about.unit);
}

/** 各村呢 behind an inquiry splits what was asked there. */
const onlyLevel = (c: Conversation, place: string): boolean =>
  c.chat.last?.query === 'inquiry' &&
  place === '' &&
  /^(?:那|再)?(?:各|每个?|分|按)(?:乡?镇|乡|村|组)的?呢?[?？]?$/u.test(c.text);

/** 今天走了多少户 asks for those of the day, 今天怎么样 for how far it is. */
const counts = /(?:几|多少)[户家]/u;

/** Days other than today: what was done then is counted by its day. */
const otherDays = /[昨前]天|昨日|[上本这]周|星期|最近|近[\d一二三四五六七]/u;

/** 小周今天跑了几户: a day and somebody's name ask for what he did on it. */
function* namedDay(c: Conversation, words: string): Asking<boolean> {
  return /[今昨前]天|[今昨]日/u.test(c.text) && (yield* askedOtherwise(c, words));
}

/** A helper who names no place means what he looks after; in a group its unit is meant. */
function asksForHimself(c: Conversation): boolean {
  return c.session.chat.kind === 'private' && c.speaker.roles.every((role) => role === 'helper');
}

/** Who looks after no household and stands for no place: a department has its problems, an administrator neither. */
function* showOwnOrOffice(c: Conversation): Asking<void> {
  const { speaker } = c;
  if (speaker.unitKind === 'department') {
    const counts = yield* ask('countProblems', { today: isoDate(c.at) });
    c.remember({ query: 'problems', args: { filter: 'open', unitName: speaker.unitName }, offset: 0 });
    return tellAside(
      c,
      `${speaker.unitName}：${problemWords(counts)}\n回“问题”看清单，“问题 逾期”看过了时限的。`,
    );
  }
  if (speaker.roles.every((role) => role === 'admin'))
    return tellAside(c, '进度由村里、镇里和县里看，您这里管名单、群和绑定码。回“帮助”看您能做什么。');
  yield* showOwnProgress(c);
}

function* breakdown(c: Conversation, words: string, by: 'township' | 'village'): Asking<void> {
  const about = yield* unitSaid(c, words, 'progress', '进度');
  if (about.is === 'own') return tellAside(c, '各乡镇、各村的进度由乡镇和县里看。回“进度”看您名下的。');
  if (about.is !== 'unit') return;
  if (about.unit.kind === 'village') return yield* showGroups(c, about.unit);
  const level = about.unit.kind === 'township' ? 'village' : by;
  yield* showBreakdown(c, about.unit, level, 0);
}

function* groups(c: Conversation, words: string): Asking<void> {
  const about = yield* unitSaid(c, words, 'progress', '进度');
  if (about.is === 'told') return;
  if (about.is === 'unit' && about.unit.kind === 'village') return yield* showGroups(c, about.unit);
  tellAside(c, '各组要说村名，如“进度 李庄各组”。');
}

/** 未排查, 李庄还剩几户, 不在家的有哪些: the households by name; what is left further up first by where they are. */
function* showHouseholdsAsked(c: Conversation, said: Said<'households'>): Asking<void> {
  const { unit: words, group } = placeSaid(said.place);
  const above = aboveReach(c);
  if (above !== undefined) return tellAside(c, above);
  if (said.level === 'group' && (yield* inquire(c, 'idle'))) return;
  const { filter } = said;
  const { last } = c.chat;
  const followsOn =
    said.place === '' && !said.own && filter !== 'remaining' && last?.args['unitName'] !== undefined;
  if (followsOn && last.query !== 'problems')
    return yield* showRows(c, { ...listFrom(last.args), filter }, said.asSheet);
  const own: HouseholdListArgs = { unitName: '您名下', unitKind: 'county', filter, own: true };
  if (said.own || (said.place === '' && asksForHimself(c))) return yield* showRows(c, own, said.asSheet);
  if (filter === 'remaining' && (yield* showHelper(c, words))) return;
  if (yield* askedOtherwise(c, words)) return;
  const about = yield* unitSaid(c, words, 'unvisited', '未排查');
  if (about.is === 'own') return yield* showRows(c, own, said.asSheet);
  if (about.is !== 'unit') return;
  const { unit } = about;
  const list = { unit: unit.code, unitName: unit.name, unitKind: unit.kind, filter };
  if (unit.kind === 'village' || filter !== 'remaining' || said.asSheet)
    return yield* showRows(c, group === undefined ? list : { ...list, group }, said.asSheet);
  const by = unit.kind === 'county' && said.level !== 'village' ? 'township' : 'village';
  yield* showLeft(c, unit, by);
}

function* showRows(c: Conversation, list: HouseholdListArgs, asSheet: boolean): Asking<void> {
  if (!asSheet) return yield* showHouseholds(c, list, 0);
  remember(c, list, 0);
  sendSheet(c);
}
