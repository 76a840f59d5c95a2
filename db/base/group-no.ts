import type { Db } from './transaction.ts';

const numerals = '〇一二三四五六七八九';

/** The number in a group's name, for its order: 10组 → 10, 第二十三组 → 23, 东组 → 0. */
export function groupNo(group: string): number {
  const digits = group.normalize('NFKC').match(/\d{1,6}/)?.[0];
  if (digits !== undefined) return Number(digits);
  const [, tens, ten, ones] = group.match(/([二三四五六七八九]?)(十)([一二三四五六七八九]?)/u) ?? [];
  if (ten !== undefined)
    return (tens ? numerals.indexOf(tens) : 1) * 10 + (ones ? numerals.indexOf(ones) : 0);
  const one = group.match(/[一二三四五六七八九]/u)?.[0];
  return one === undefined ? 0 : numerals.indexOf(one);
}

/** 3组, 三组, 第3组 are one group; a group without a number goes by its name. */
export function sameGroup(db: Db, group: string) {
  const no = groupNo(group);
  return no > 0 ? db.sql`h.grp_no = ${no}` : db.sql`h.grp = ${group}`;
}
