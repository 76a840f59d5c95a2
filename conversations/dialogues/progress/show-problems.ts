import { isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type ProblemCategory, problemCategories } from '../../contract/finding.ts';
import type { UnitCode, UnitKind } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Condition, Inquiry, Place } from '../../inquiry/inquiry.ts';
import { categoryLabels, privateCategories } from '../../problems/states.ts';
import type { ProblemFilter } from '../../progress/needs.ts';
import { listedProblem, page, problemsPerPage, tellAside } from './lists.ts';

/** A list of problems as it is asked for; `problemArgs` turns it into text for the dialogue's state. */
export interface ProblemListArgs {
  unit?: UnitCode;
  unitName: string;
  unitKind?: UnitKind;
  filter: ProblemFilter;
  category?: ProblemCategory;
}

const filterNames: Record<ProblemFilter, string> = {
  open: '没销号的问题',
  overdue: '逾期的问题',
  done: '已完成待核的问题',
  closed: '已销号的问题',
  today: '今天新增的问题',
};

/** 逾期, 今天, 待核 … or a kind: 住房. Undefined when the word is none of them. */
export function problemFilter(word: string): Pick<ProblemListArgs, 'filter' | 'category'> | undefined {
  if (word === '') return { filter: 'open' };
  if (/^(?:逾期|超期|过期)的?$/u.test(word)) return { filter: 'overdue' };
  if (/^(?:今天|今日|新增)的?$/u.test(word)) return { filter: 'today' };
  if (/^(?:待核|待销号|已完成)的?$/u.test(word)) return { filter: 'done' };
  if (/^(?:已销号|销号|已整改)的?$/u.test(word)) return { filter: 'closed' };
  const category = problemCategories.find((k) => categoryLabels[k].includes(word) && word.length >= 2);
  return category === undefined ? undefined : { filter: 'open', category };
}

/** 住房 as the ledger's key; nothing when no category was named. */
export function problemCategory(words: string | undefined): Pick<ProblemListArgs, 'category'> {
  const found = words === undefined ? undefined : problemFilter(words)?.category;
  return found === undefined ? {} : { category: found };
}

/** A list of problems as the inquiry it is; without a unit it is all that the speaker sees. */
export function inquiryOfProblems(list: ProblemListArgs): Inquiry {
  const where: Condition[] = [{ on: 'problemState', values: [list.filter] }];
  if (list.category !== undefined) where.push({ on: 'category', values: [list.category] });
  const place: Place =
    list.unit === undefined
      ? { is: 'seen', name: list.unitName }
      : { is: 'unit', unit: list.unit, name: list.unitName, kind: list.unitKind ?? 'village' };
  return { want: 'list', of: 'problems', where, place };
}

/** Lists problems, most urgent first; each look at a household behind one is logged. */
export function* showProblems(
  c: Conversation,
  list: ProblemListArgs,
  offset: number,
  told = '',
): Asking<void> {
  const today = isoDate(c.at);
  const inquiry = inquiryOfProblems(list);
  const { rows, total } = yield* ask('inquiryProblems', { inquiry, today, offset, limit: problemsPerPage });
  const kind = list.category === undefined ? '' : categoryLabels[list.category];
  if (total === 0 && list.filter === 'open')
    return tellAside(c, `${told}${list.unitName}现在没有要整改的${kind}问题。`);
  if (total === 0) return tellAside(c, `${told}${list.unitName}没有${kind}${filterNames[list.filter]}。`);
  if (c.inRoom && list.category !== undefined && privateCategories.has(list.category))
    return tellAside(c, `${list.unitName}${kind}${filterNames[list.filter]}${total}个，是哪些户请私聊问我。`);
  if (rows.length === 0) return tellAside(c, '后面没有了。');
  c.remember({ query: 'problems', args: problemArgs(list), offset: offset + rows.length });
  const seen = rows.flatMap((row) => row.householdId ?? []);
  if (seen.length > 0)
    c.change({ do: 'logAccess', households: seen, what: `名单：${filterNames[list.filter]}` });
  const head = offset === 0 ? `${told}${list.unitName}${kind}${filterNames[list.filter]}${total}个：` : '';
  tellAside(
    c,
    page(
      head,
      rows.map((row) => listedProblem(c, row, today)),
      total,
      offset,
    ),
  );
}

function problemArgs(list: ProblemListArgs): Record<string, string> {
  return {
    filter: list.filter,
    unitName: list.unitName,
    ...(list.unit === undefined ? {} : { unit: list.unit }),
    ...(list.unitKind === undefined ? {} : { unitKind: list.unitKind }),
    ...(list.category === undefined ? {} : { category: list.category }),
  };
}

/** The list that `problemArgs` remembered, which is why its words are taken for what they say. */
export function problemListFrom(args: Readonly<Record<string, string>>): ProblemListArgs {
  const category = problemCategories.find((known) => known === args['category']);
  return {
    filter: (args['filter'] ?? 'open') as ProblemFilter,
    unitName: args['unitName'] ?? '',
    ...(args['unit'] === undefined ? {} : { unit: args['unit'] as UnitCode }),
    ...(args['unitKind'] === undefined ? {} : { unitKind: args['unitKind'] as UnitKind }),
    ...(category === undefined ? {} : { category }),
  };
}
