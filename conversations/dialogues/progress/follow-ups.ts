import { isoDate } from '../../calendar/days.ts';
import { type Command, command, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { readWorkAsked, type WorkAsked } from '../../inquiry/work/work-asked.ts';
import { type Counts, definitions, remaining } from '../../progress/definitions.ts';
import type { HouseholdFilter, UnitFound } from '../../progress/needs.ts';
import { total } from '../../progress/rollup.ts';
import { moreRows, rowsBehind, sheetOf } from '../inquiry/go-on.ts';
import { inquire } from '../inquiry/inquire.ts';
import { listLeads } from '../lead/list.ts';
import { tellAside } from './lists.ts';
import { type BreakdownLevel, showBreakdown, showLeft } from './show-breakdown.ts';
import { filterName, type HouseholdListArgs, listFrom, showHouseholds } from './show-households.ts';
import { problemListFrom, showProblems } from './show-problems.ts';

/** What follows an answer: the rows behind its number, the rest of a list, the whole as a spreadsheet. */
export const followUps: readonly Command[] = [
  command<true>({
    name: 'more',
    match: phrased(['更多|下一页|下页|后面的|接着看|还有呢|继续看|还有谁|还有哪些 ？?']),
    run: (c) => more(c),
  }),
  command<Why>({
    name: 'why',
    match: (text) => {
      const asked = readWorkAsked(text);
      return asked?.is === 'why' ? asked : undefined;
    },
    run: why,
  }),
  command<true>({
    name: 'sheet',
    match: (text) => (readWorkAsked(text)?.is === 'sheet' || /^全部名单$/u.test(text) ? true : undefined),
    *run(c) {
      if (!(yield* sheetOf(c))) sendSheet(c);
    },
  }),
];

type Why = Extract<WorkAsked, { is: 'why' }>;

const nothingYet = '先问一个数，如“进度”“未排查 李庄”“问题 逾期”，再问“为什么”。';

function* why(c: Conversation, said: Why): Asking<void> {
  const { last } = c.chat;
  if (last === undefined) return void ((yield* inquire(c, 'idle')) || tellAside(c, nothingYet));
  if (last.query === 'inquiry' && said.filter !== undefined && (yield* inquire(c, 'idle'))) return;
  if (said.problems !== undefined)
    return yield* showProblems(c, { ...problemListFrom(last.args), filter: said.problems }, 0);
  if (last.query === 'leads') return yield* listLeads(c, 0);
  if (said.filter === undefined && (yield* rowsBehind(c))) return;
  if (last.query === 'problems' && said.filter === undefined)
    return yield* showProblems(c, problemListFrom(last.args), 0);
  const list = listFrom(last.args);
  if (list.unit === undefined && list.own !== true) return tellAside(c, nothingYet);
  const filter = said.filter ?? list.filter;
  if (said.count !== undefined && said.filter === undefined) return yield* whyCount(c, list, said.count);
  yield* behind(c, { ...list, filter }, last);
}

/** The households of a number; tens of thousands are no answer, so further up it is shown where they are. */
function* behind(c: Conversation, list: HouseholdListArgs, last: NonNullable<Conversation['chat']['last']>) {
  const unit = unitOf(list);
  const far = list.unitKind === 'county' || last.query === 'breakdown';
  if (unit !== undefined && list.filter === 'remaining' && list.unitKind !== 'village' && far)
    return yield* showLeft(c, unit, levelOf(unit, last.args));
  yield* showHouseholds(c, list, 0);
}

function unitOf(list: HouseholdListArgs): UnitFound | undefined {
  if (list.unit === undefined || list.own === true) return undefined;
  return { code: list.unit, name: list.unitName, kind: list.unitKind };
}

function levelOf(unit: UnitFound, args: Readonly<Record<string, string>>): BreakdownLevel {
  return unit.kind === 'county' && args['by'] !== 'village' ? 'township' : 'village';
}

/** 为啥是12户: which of the numbers told was 12 now decides which rows are meant. */
function* whyCount(c: Conversation, list: HouseholdListArgs, count: number): Asking<void> {
  const counts = yield* countsOf(c, list);
  const fits = counts === undefined ? [] : filtersOf(counts, count);
  const [only, other] = fits.includes(list.filter) ? [list.filter] : fits;
  if (only === undefined)
    return yield* showHouseholds(c, list, 0, `现在没有${count}户这个数了，最新的是：\n`);
  if (other !== undefined)
    return tellAside(
      c,
      `${count}户的有：${fits.map(filterName).join('、')}。想看哪个？如“为什么 ${filterName(other)}”。`,
    );
  yield* showHouseholds(c, { ...list, filter: only }, 0);
}

function* countsOf(c: Conversation, list: HouseholdListArgs): Asking<Counts | undefined> {
  const today = isoDate(c.at);
  if (list.own === true) return (yield* ask('countOwn', { today }))?.counts;
  if (list.unit === undefined || list.group !== undefined) return undefined;
  return total(yield* ask('countProgress', { unit: list.unit, today })).counts;
}

function filtersOf(counts: Counts, count: number): HouseholdFilter[] {
  const left: HouseholdFilter[] = remaining(counts) === count ? ['remaining'] : [];
  return [
    ...left,
    ...definitions.flatMap((d) => (d.key !== 'total' && counts[d.key] === count ? [d.key] : [])),
  ];
}

function* more(c: Conversation): Asking<void> {
  const { last } = c.chat;
  if (last === undefined) return tellAside(c, '没有可接着看的名单。');
  if (last.query === 'households') return yield* showHouseholds(c, listFrom(last.args), last.offset);
  if (last.query === 'problems') return yield* showProblems(c, problemListFrom(last.args), last.offset);
  if (last.query === 'leads') return yield* listLeads(c, last.offset);
  if (yield* moreRows(c)) return;
  if (last.query !== 'breakdown') return tellAside(c, '后面没有了。');
  const unit = unitOf(listFrom(last.args));
  if (unit === undefined) return tellAside(c, '后面没有了。');
  yield* showBreakdown(c, unit, levelOf(unit, last.args), last.offset);
}

/** The whole list as a spreadsheet, to the person's private chat: it holds names. */
export function sendSheet(c: Conversation): void {
  const { last } = c.chat;
  if (last === undefined || !['households', 'problems', 'breakdown'].includes(last.query))
    return tellAside(c, nothingYet);
  const what = last.query === 'problems' ? '问题' : filterName(listFrom(last.args).filter);
  tellAside(c, `${last.args['unitName'] ?? ''}${what}名单，含个人信息，请勿转发。`, {
    privately: true,
    document: {
      kind: last.query === 'problems' ? 'problemSheet' : 'householdSheet',
      args: { ...last.args, today: isoDate(c.at) },
      fileName: `${last.args['unitName'] ?? ''}${what}名单${isoDate(c.at)}.xlsx`,
    },
  });
}
