import { rolesFor } from '../../access/policy.ts';
import { isoDate } from '../../calendar/days.ts';
import { type Command, command, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { UnitCode } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { problemWords } from '../../pushes/township-summary.ts';
import { askedOtherwise, inquire } from '../inquiry/inquire.ts';
import { sendSheet } from './follow-ups.ts';
import { tellAside } from './lists.ts';
import {
  type ProblemListArgs,
  problemCategory,
  problemFilter,
  problemListFrom,
  showProblems,
} from './show-problems.ts';
import { unitSaid } from './unit-said.ts';
import { type Said, whenAsked } from './when-asked.ts';

/** 问题不大 is an answer and no question: a gap must stand before what is asked of them. */
const problemWordsSaid = phrased(
  ['问题 清单|列表|台账?', '查问题', '问题 清单|列表|台账? _ <words>', '查问题 _ <words>'],
  ({ words = '' }): [string, string] | undefined => {
    const [first = '', second = '', ...more] = words.split(/\s+/u);
    // 问题 12 is one problem, shown by its number.
    const isTwoWords =
      more.length === 0 && [first, second].every((word) => /^[\p{Script=Han}\w（）()]{0,16}$/u.test(word));
    return isTwoWords && !/^\d/u.test(first.normalize('NFKC')) ? [first, second] : undefined;
  },
);

/** 问题, 问题 逾期, 李庄有什么问题. */
export const problemQuestions: readonly Command[] = [
  command<[string, string]>({
    name: 'problems',
    roles: rolesFor('problems'),
    match: problemWordsSaid,
    run: (c, [first, second]) => listProblems(c, first, second),
  }),
  command<Said<'problems'>>({
    name: 'problemsAsked',
    roles: rolesFor('problems'),
    match: whenAsked('problems'),
    run: showProblemsAsked,
  }),
];

function* showProblemsAsked(c: Conversation, said: Said<'problems'>): Asking<void> {
  const { last } = c.chat;
  if (said.filter === undefined && /[今昨]天|今日|昨日/u.test(c.text) && (yield* inquire(c, 'idle'))) return;
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
    return tellAside(c, '可以这样问：“问题 逾期”“问题 住房”“问题 李庄”。');
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
  if (yield* askedOtherwise(c, words)) return;
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
function departmentsOwn(c: Conversation): Pick<ProblemListArgs, 'unit' | 'unitName' | 'unitKind'> {
  const { chat } = c.session;
  const { unitName } = c.speaker;
  if (chat.kind !== 'room' || chat.room.unit === null) return { unitName };
  const { unit, unitKind } = chat.room;
  return {
    unit,
    unitName: `${unitName}在${chat.room.unitName ?? '本群'}`,
    ...(unitKind === null ? {} : { unitKind }),
  };
}

/** What there is of each kind, above the list. */
function* summedUp(c: Conversation, unit: UnitCode): Asking<string> {
  const counts = yield* ask('countProblems', { unit, today: isoDate(c.at) });
  return counts.open + counts.done + counts.closed === 0 ? '' : `${problemWords(counts)}\n`;
}
