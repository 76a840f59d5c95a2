import { isoDate } from '../../problems/dates.ts';
import { definitions } from '../../progress/definitions.ts';
import { type Command, command } from '../command.ts';
import type { Conversation } from '../conversation.ts';
import type { Asking } from '../needs.ts';
import { tell } from './lists.ts';
import type { HouseholdFilter, UnitFound } from './progress-needs.ts';
import { listFrom, showHouseholds } from './show-households.ts';
import { problemListFrom, showProblems } from './show-problems.ts';
import { showBreakdown } from './show-progress.ts';

/** What people say of the number they ask about: 为什么 不在家, 哪些 待核实. */
function filterSaid(words: string): HouseholdFilter | undefined {
  if (/^(?:没查|未查|未排查|还没查|还剩|剩下|剩)的?户?$/u.test(words)) return 'remaining';
  if (/^(?:没分|未分|没分到人)的?户?$/u.test(words)) return 'unassigned';
  const found = definitions.find(
    (d) => d.key !== 'total' && (d.label === words || words === `${d.label}的` || words === `${d.label}户`),
  );
  return found === undefined || found.key === 'total' ? undefined : found.key;
}

/** What follows an answer: the rows behind its number, the rest of a list, the whole as a spreadsheet. */
export const followUps: readonly Command[] = [
  command<string>({
    name: 'why',
    match: (text) => {
      const asked =
        /^(?:为什么|为啥|凭什么|怎么来的|哪些户?|是哪些户?|都有谁|是谁|名单)[\s:：]*([\p{Script=Han}]{0,8}?)[?？]?$/u.exec(
          text,
        );
      if (asked === null) return undefined;
      const words = asked[1] ?? '';
      return words === '' || filterSaid(words) !== undefined ? words : undefined;
    },
    run: why,
  }),
  command<true>({
    name: 'more',
    match: (text) =>
      /^(?:更多|下一页|下页|后面的|接着看|还有呢|继续看)[。.]?$/u.test(text) ? true : undefined,
    run: (c) => more(c),
  }),
  command<true>({
    name: 'sheet',
    match: (text) =>
      /^(?:表格|发表格|导出名单|发excel|excel|名单发我|全部名单)$/iu.test(text) ? true : undefined,
    *run(c) {
      sheet(c);
    },
  }),
];

const nothingYet = '先问一个数，如“进度”“未排查 李庄”“问题 逾期”，再问“为什么”。';

function* why(c: Conversation, words: string): Asking<void> {
  const { last } = c.chat;
  if (last === undefined) return tell(c, nothingYet);
  if (last.query === 'problems') return yield* showProblems(c, problemListFrom(last.args), 0);
  if (last.query !== 'households' && last.query !== 'breakdown') return tell(c, nothingYet);
  const list = listFrom(last.args);
  const filter = words === '' ? list.filter : (filterSaid(words) ?? list.filter);
  // Tens of thousands of households are no answer: further up it is shown where they are.
  if (list.unitKind === 'county' && list.own !== true && filter === 'remaining')
    return yield* drillDown(c, list);
  yield* showHouseholds(c, { ...list, filter }, 0);
}

function* drillDown(c: Conversation, list: ReturnType<typeof listFrom>): Asking<void> {
  if (list.unit === undefined) return tell(c, nothingYet);
  const unit: UnitFound = { code: list.unit, name: list.unitName, kind: 'county' };
  yield* showBreakdown(c, unit, 'township', 0);
}

function* more(c: Conversation): Asking<void> {
  const { last } = c.chat;
  if (last === undefined) return tell(c, '没有可接着看的名单。');
  if (last.query === 'households') return yield* showHouseholds(c, listFrom(last.args), last.offset);
  if (last.query === 'problems') return yield* showProblems(c, problemListFrom(last.args), last.offset);
  if (last.query !== 'breakdown') return tell(c, '后面没有了。');
  const list = listFrom(last.args);
  if (list.unit === undefined) return tell(c, '后面没有了。');
  const unit: UnitFound = { code: list.unit, name: list.unitName, kind: list.unitKind as UnitFound['kind'] };
  yield* showBreakdown(c, unit, last.args['by'] === 'township' ? 'township' : 'village', last.offset);
}

/** The whole list as a spreadsheet, to the person's private chat: it holds names. */
function sheet(c: Conversation): void {
  const { last } = c.chat;
  if (last === undefined || (last.query !== 'households' && last.query !== 'problems'))
    return tell(c, nothingYet);
  const what = last.query === 'problems' ? '问题' : '户';
  tell(c, `${last.args['unitName'] ?? ''}${what}名单，含个人信息，请勿转发。`, {
    privately: true,
    document: {
      kind: last.query === 'problems' ? 'problemSheet' : 'householdSheet',
      args: { ...last.args, today: isoDate(c.at) },
      fileName: `${last.args['unitName'] ?? ''}${what}名单${isoDate(c.at)}.xlsx`,
    },
  });
}
