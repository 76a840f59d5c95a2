import { isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { UnitCode, UnitKind } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Condition, Inquiry } from '../../inquiry/inquiry.ts';
import { definitions } from '../../progress/definitions.ts';
import type { HouseholdFilter, HouseholdLine } from '../../progress/needs.ts';
import { householdLine, page, pageSize, type Span, tellAside } from './lists.ts';

/** A list of households as it is asked for; `argsOf` turns it into text for the dialogue's state. */
export interface HouseholdListArgs {
  unit?: UnitCode;
  unitName: string;
  unitKind: UnitKind;
  filter: HouseholdFilter;
  group?: string;
  own?: boolean;
}

const filterNames: Record<string, string> = { remaining: '还没查的', all: '全部', unassigned: '没分到人的' };

/** A filter as people say it: 不在家, 还没查的. */
export function filterName(filter: HouseholdFilter): string {
  return filterNames[filter] ?? definitions.find((d) => d.key === filter)?.label ?? filter;
}

/** A list of households as the inquiry it is; undefined where no place was said. */
export function inquiryOfHouseholds(list: HouseholdListArgs): Inquiry | undefined {
  const where: Condition[] = list.filter === 'all' ? [] : [{ on: 'standing', values: [list.filter] }];
  if (list.group !== undefined) where.push({ on: 'group', values: [list.group] });
  if (list.own === true) return { want: 'list', of: 'households', where, place: { is: 'own' } };
  if (list.unit === undefined) return undefined;
  const place = { is: 'unit', unit: list.unit, name: list.unitName, kind: list.unitKind } as const;
  return { want: 'list', of: 'households', where, place };
}

/** Lists households with their state, a page at a time; each look at a household is logged. */
export function* showHouseholds(
  c: Conversation,
  list: HouseholdListArgs,
  offset: number,
  told = '',
): Asking<void> {
  const today = isoDate(c.at);
  const inquiry = inquiryOfHouseholds(list);
  if (inquiry === undefined) return;
  const { rows, total } = yield* ask('inquiryHouseholds', { inquiry, today, offset, limit: pageSize });
  const where = `${list.own === true ? '您名下' : list.unitName}${list.group ?? ''}`;
  if (total === 0) {
    remember(c, list, 0);
    return tellAside(
      c,
      `${told}${where}${list.filter === 'remaining' ? '都查完了，没有剩下的户。' : `没有${filterName(list.filter).replace(/的$/u, '')}的户。`}`,
    );
  }
  if (rows.length === 0) return tellAside(c, '后面没有了。');
  // What somebody looks after may lie anywhere, and whose it is is his own business.
  if (c.inRoom && list.own === true)
    return tellAside(c, `您名下${filterName(list.filter)}${total}户，是哪些户请私聊问我。`);
  remember(c, list, offset + rows.length);
  c.change({
    do: 'logAccess',
    households: rows.map((row) => row.id),
    what: `名单：${filterName(list.filter)}`,
  });
  const span = spanOf(list, rows);
  const head = offset === 0 ? `${told}${where}${filterName(list.filter)}${total}户：` : '';
  tellAside(
    c,
    page(
      head,
      rows.map((row) => householdLine(c, row, span)),
      total,
      offset,
    ),
  );
}

/** Villages of one name lie in different townships; what somebody looks after himself seldom does. */
function spanOf(list: HouseholdListArgs, rows: readonly HouseholdLine[]): Span {
  if (list.unitKind === 'village') return 'village';
  if (list.unitKind === 'township') return 'villages';
  const isMany = new Set(rows.map((row) => row.townshipName)).size > 1;
  return list.own === true && !isMany ? 'villages' : 'townships';
}

/** Keeps the list for 更多, 为什么 and 表格: `offset` rows of it have been shown. */
export function remember(c: Conversation, list: HouseholdListArgs, offset: number): void {
  c.remember({ query: 'households', args: argsOf(list), offset });
}

/** The list as text, for the dialogue's state. */
export function argsOf(list: HouseholdListArgs): Record<string, string> {
  return {
    filter: list.filter,
    unitName: list.unitName,
    unitKind: list.unitKind,
    ...(list.unit === undefined ? {} : { unit: list.unit }),
    ...(list.group === undefined ? {} : { group: list.group }),
    ...(list.own === true ? { own: 'yes' } : {}),
  };
}

/** The list that `argsOf` remembered, which is why its words are taken for what they say. */
export function listFrom(args: Readonly<Record<string, string>>): HouseholdListArgs {
  return {
    filter: (args['filter'] ?? 'remaining') as HouseholdFilter,
    unitName: args['unitName'] ?? '',
    unitKind: (args['unitKind'] ?? 'village') as UnitKind,
    ...(args['unit'] === undefined ? {} : { unit: args['unit'] as UnitCode }),
    ...(args['group'] === undefined ? {} : { group: args['group'] }),
    ...(args['own'] === 'yes' ? { own: true } : {}),
  };
}
