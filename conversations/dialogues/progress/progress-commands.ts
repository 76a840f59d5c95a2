import { rolesFor } from '../../access/policy.ts';
import type { UnitCode } from '../../engine/ids.ts';
import { isoDate } from '../../problems/dates.ts';
import { definitions } from '../../progress/definitions.ts';
import { problemWords } from '../../pushes/township-summary.ts';
import { type Asked, readAsked } from '../asked/asked.ts';
import { placeSaid } from '../asked/place.ts';
import { type Command, command } from '../command.ts';
import type { Conversation } from '../conversation.ts';
import { type Asking, ask } from '../needs.ts';
import { digestCommands } from './digest-commands.ts';
import { followUps, sendSheet } from './follow-ups.ts';
import { tell } from './lists.ts';
import { showBreakdown, showLeft } from './show-breakdown.ts';
import { type HouseholdListArgs, listFrom, remember, showHouseholds } from './show-households.ts';
import {
  type ProblemListArgs,
  problemCategory,
  problemFilter,
  problemListFrom,
  showProblems,
} from './show-problems.ts';
import { showGroups, showOwnProgress, showUnitProgress } from './show-progress.ts';
import { unitSaid } from './unit-said.ts';

const name = '[\\p{Script=Han}A-Za-z0-9（）]{1,16}';
/** 问题不大 is an answer and no question: what follows without a space must be a known word (问题逾期). */
const asksProblems = new RegExp(
  `^(?:问题|问题(?:清单|列表|台账)|查问题)(?:[\\s:：]+(${name}))?(?:\\s+(${name}))?$`,
  'u',
);

function problemWordsSaid(text: string): [string, string] | undefined {
  const asked = asksProblems.exec(text);
  // 问题 12 is one problem, shown by its number.
  return asked === null || /^\d/u.test(asked[1] ?? '') ? undefined : [asked[1] ?? '', asked[2] ?? ''];
}

type Said<K extends Asked['is']> = Extract<Asked, { is: K }>;

/** A question of one kind, read whole. */
function asked<K extends Asked['is']>(kind: K): (text: string) => Said<K> | undefined {
  return (text) => {
    const read = readAsked(text);
    return read?.is === kind ? (read as Said<K>) : undefined;
  };
}

export const progressCommands: readonly Command[] = [
  command<Said<'progress'>>({ name: 'progress', match: asked('progress'), run: showProgress }),
  command<Said<'households'>>({
    name: 'unvisited',
    roles: rolesFor('unvisited'),
    match: asked('households'),
    run: showHouseholdsAsked,
  }),
  command<[string, string]>({
    name: 'problems',
    roles: rolesFor('problems'),
    match: problemWordsSaid,
    run: (c, [first, second]) => listProblems(c, first, second),
  }),
  command<Said<'problems'>>({
    name: 'problemsAsked',
    roles: rolesFor('problems'),
    match: asked('problems'),
    run: showProblemsAsked,
  }),
  ...followUps,
  ...digestCommands,
  command<true>({
    name: 'definitions',
    match: (text) =>
      /^(?:口径|指标(?:说明|口径)|(?:数字|数据)(?:怎么算|口径))[?？]?$/u.test(text) ? true : undefined,
    *run(c) {
      tell(c, `口径：\n${definitions.map((d) => `${d.label}：${d.means}`).join('\n')}`);
    },
  }),
];

function* showProgress(c: Conversation, { place, level, own }: Said<'progress'>): Asking<void> {
  const { unit, group } = placeSaid(place);
  if (own) return yield* showOwnProgress(c);
  if (group !== undefined || level === 'group') return yield* groups(c, unit);
  if (level !== undefined) return yield* breakdown(c, unit, level);
  if (unit === '' && asksForHimself(c)) return yield* showOwnProgress(c);
  const about = yield* unitSaid(c, unit, 'progress', '进度');
  if (about.is === 'own') return yield* showOwnOrOffice(c);
  if (about.is === 'unit') yield* showUnitProgress(c, about.unit);
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
    return tell(c, `${speaker.unitName}：${problemWords(counts)}\n回“问题”看清单，“问题 逾期”看过了时限的。`);
  }
  if (speaker.roles.every((role) => role === 'admin'))
    return tell(c, '进度由村里、镇里和县里看，您这里管名单、群和绑定码。回“帮助”看您能做什么。');
  yield* showOwnProgress(c);
}

function* breakdown(c: Conversation, words: string, by: 'township' | 'village'): Asking<void> {
  const about = yield* unitSaid(c, words, 'progress', '进度');
  if (about.is === 'own') return tell(c, '各乡镇、各村的进度由乡镇和县里看。回“进度”看您名下的。');
  if (about.is !== 'unit') return;
  if (about.unit.kind === 'village') return yield* showGroups(c, about.unit);
  const level = about.unit.kind === 'township' ? 'village' : by;
  yield* showBreakdown(c, about.unit, level, 0);
}

function* groups(c: Conversation, words: string): Asking<void> {
  const about = yield* unitSaid(c, words, 'progress', '进度');
  if (about.is === 'told') return;
  if (about.is === 'unit' && about.unit.kind === 'village') return yield* showGroups(c, about.unit);
  tell(c, '各组要说村名，如“进度 李庄各组”。');
}

/** 未排查, 李庄还剩几户, 不在家的有哪些: the households by name; what is left further up first by where they are. */
function* showHouseholdsAsked(c: Conversation, said: Said<'households'>): Asking<void> {
  const { unit: words, group } = placeSaid(said.place);
  const { filter } = said;
  const { last } = c.chat;
  const followsOn =
    said.place === '' && !said.own && filter !== 'remaining' && last?.args['unitName'] !== undefined;
  if (followsOn && last.query !== 'problems')
    return yield* showRows(c, { ...listFrom(last.args), filter }, said.asSheet);
  const own = { unitName: '您名下', unitKind: 'county', filter, own: true };
  if (said.own || (said.place === '' && asksForHimself(c))) return yield* showRows(c, own, said.asSheet);
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

function* showProblemsAsked(c: Conversation, said: Said<'problems'>): Asking<void> {
  const { last } = c.chat;
  const filter = { filter: said.filter ?? 'open', ...problemCategory(said.category) };
  const followsOn = said.place === '' && said.filter !== undefined && last?.args['unit'] !== undefined;
  if (followsOn) yield* showProblems(c, { ...problemListFrom(last.args), ...filter }, 0);
  else yield* problemsOf(c, said.place, filter, '');
  if (said.asSheet && c.chat.last?.query === 'problems') sendSheet(c);
}

function* listProblems(c: Conversation, first: string, second: string): Asking<void> {
  const filter = problemFilter(first) ?? problemFilter(second);
  const words =
    problemFilter(first) === undefined
      ? first
      : problemFilter(second) === undefined || second === ''
        ? second
        : '';
  if (filter === undefined && first !== '' && second !== '')
    return tell(c, '可以这样问：“问题 逾期”“问题 住房”“问题 李庄”。');
  yield* problemsOf(c, words, filter ?? { filter: 'open' }, first);
}

/** @param said what was asked beside the place; nothing at all gets the sums above the list */
function* problemsOf(
  c: Conversation,
  words: string,
  filter: Pick<ProblemListArgs, 'filter' | 'category'>,
  said: string,
): Asking<void> {
  if (c.speaker.unitKind === 'department')
    return yield* showProblems(c, { ...departmentsOwn(c), ...filter }, 0);
  const about = yield* unitSaid(c, words, 'problems', '问题');
  if (about.is === 'told') return;
  const where =
    about.is === 'unit'
      ? { unit: about.unit.code, unitName: about.unit.name, unitKind: about.unit.kind }
      : { unitName: '您名下' };
  const list = { ...where, ...filter };
  const told =
    about.is === 'unit' && said === '' && filter.category === undefined && filter.filter === 'open'
      ? yield* summedUp(c, about.unit.code)
      : '';
  yield* showProblems(c, list, 0, told);
}

/** A department's problems wherever they are; in a group those of its place. */
function departmentsOwn(c: Conversation): Pick<ProblemListArgs, 'unit' | 'unitName'> {
  const { chat } = c.session;
  const { unitName } = c.speaker;
  if (chat.kind !== 'room' || chat.room.unit === null) return { unitName };
  return { unit: chat.room.unit, unitName: `${unitName}在${chat.room.unitName ?? '本群'}` };
}

/** What there is of each kind, above the list. */
function* summedUp(c: Conversation, unit: UnitCode): Asking<string> {
  const counts = yield* ask('countProblems', { unit, today: isoDate(c.at) });
  return counts.open + counts.done + counts.closed === 0 ? '' : `${problemWords(counts)}\n`;
}
