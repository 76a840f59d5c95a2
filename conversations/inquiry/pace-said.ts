import { type Condition, waited } from './inquiry.ts';
import type { Unsettled } from './settle.ts';

const isClosed = (where: readonly Condition[]): boolean =>
  where.some((c) => (c.on === 'problemState' || c.on === 'status') && c.not !== true);

/**
 * 拖得最久的问题 are put in order by the days since they were found; 平均几天办完 is the mean of them. Of anything but
 * problems the words mean nothing that is recorded: then they are added to `stranded`.
 */
export function waitedOf(
  { draft, where, of, tokens }: Unsettled,
  said: 'mean' | 'most' | undefined,
  stranded: string[],
): Condition[] {
  if (said === undefined) return [];
  if (of !== undefined && of !== 'problems') {
    stranded.push(...tokens.filter((t) => t.marks.some((m) => m.is === 'waited')).map((t) => t.text));
    return [];
  }
  draft.of = 'problems';
  draft.key = waited;
  const mean = said === 'mean' || draft.units !== undefined || draft.by !== undefined;
  draft.want = mean ? 'average' : 'list';
  if (said === 'most') draft.order ??= 'most';
  return isClosed(where) ? [] : [{ on: 'problemState', values: [mean ? 'closed' : 'open'] }];
}

/** 部门里谁没整改完: by the units that lead. */
export function byDepartments({ draft, of, tokens }: Unsettled): void {
  const named = tokens.some((t) => t.marks.some((m) => m.is === 'idea' && m.idea === 'departments'));
  if (!named || of !== 'problems' || draft.by !== undefined || draft.units !== undefined) return;
  draft.by = 'leadUnit';
  draft.want = 'count';
}

/** 整改最快的镇, 整改最慢的镇: by the share that is struck off. */
export function quickOf({ draft, of, where, tokens }: Unsettled): Condition[] {
  const idea = (name: string) => tokens.some((t) => t.marks.some((m) => m.is === 'idea' && m.idea === name));
  const quick = idea('quick');
  // 哪个组最慢: how far each group is, in their order.
  if (draft.by === 'group' && idea('slow') && of !== 'problems') {
    draft.want = 'share';
    return [{ on: 'standing', values: ['visited'] }];
  }
  if (of !== 'problems' || (!quick && !idea('slow'))) return [];
  if (draft.units === undefined && draft.by === undefined) return [];
  draft.order = quick ? 'most' : 'least';
  draft.want = 'share';
  return isClosed(where) ? [] : [{ on: 'problemState', values: ['closed'] }];
}

/** 一户待多久: the mean, unless households are put in order by it. */
export function settleSpent({ draft, where }: Unsettled): void {
  draft.of = 'households';
  // 时间短的，五分钟不到的: those are asked for, and no mean of them.
  if (where.some((c) => c.on === 'spent')) {
    delete draft.key;
    return;
  }
  draft.want =
    draft.order !== undefined && draft.units === undefined && draft.by === undefined ? 'list' : 'average';
}
