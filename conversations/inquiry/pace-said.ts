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

/** 整改最快的镇, 整改最慢的镇: by the share that is struck off. */
export function quickOf({ draft, of, where, tokens }: Unsettled): Condition[] {
  const idea = (name: string) => tokens.some((t) => t.marks.some((m) => m.is === 'idea' && m.idea === name));
  const quick = idea('quick');
  if (of !== 'problems' || (!quick && !idea('slow'))) return [];
  if (draft.units === undefined && draft.by === undefined) return [];
  draft.order = quick ? 'most' : 'least';
  draft.want = 'share';
  return isClosed(where) ? [] : [{ on: 'problemState', values: ['closed'] }];
}
