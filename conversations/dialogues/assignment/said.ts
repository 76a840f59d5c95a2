/** What somebody wants to give to whom. */
export type AssignSaid =
  /** 把3组交给王五, 把李庄3组交给王五, 把李庄交给王五 */
  | { is: 'group'; place: string; group: string; to: string }
  /** 把张三家交给王五 */
  | { is: 'household'; name: string; to: string }
  /** 把王五的户交给赵六, 王五名下的都交给赵六 */
  | { is: 'from'; from: string; to: string }
  /** 没分的都交给王五 */
  | { is: 'unassigned'; place: string; to: string };

/** Behind a name the end of a phone number: of two namesakes this one. */
export const phoneEnd = '(?:\\d{4})?';
const person = `([\\p{Script=Han}·]{2,6}${phoneEnd})`;
const all = '(?:都|全部|全|统一|一起)?';
/** 给 alone gives a child to its grandfather too: it counts only behind 把. */
const gives = new RegExp(
  `^(?:把|将)(.{1,18}?)${all}(?:交给|分给|派给|划给|转给|给)${person}$|^(.{1,18}?)${all}(?:交给|分给|派给|划给)${person}$`,
  'u',
);
const numberedGroup = '(?:第)?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})组';
const placeAndGroup = new RegExp(`^(.*?)的?\\s*(${numberedGroup}|[东西南北中前后上下]组)的?(?:户)?$`, 'u');

/** 3组给王五, 3组归王五, 3组王五负责, 王五负责3组, 让王五管李庄3组: a group with somebody else's name. */
const somebody = '(?!我|您|你|有|没|谁)([\\p{Script=Han}·]{2,4}?(?:\\d{4})?)';
const looksAfter = '(?:来)?(?:负责|管|包|走访|排查)';
const groupSaid = `((?:[\\p{Script=Han}]{2,8})?${numberedGroup})`;
const groupOf = [
  new RegExp(`^${groupSaid}的?(?:户)?${all}(?:归|给|由|让|请)${somebody}(?:${looksAfter})?$`, 'u'),
  new RegExp(`^${groupSaid}的?(?:户)?${all}${somebody}${looksAfter}$`, 'u'),
];
const helperOfGroup = new RegExp(`^(?:让|由|请)?${somebody}${looksAfter}${groupSaid}的?(?:户)?$`, 'u');

function readGroupOf(said: string): AssignSaid | undefined {
  for (const pattern of groupOf) {
    const match = pattern.exec(said);
    if (match !== null) return groupTo(match[1] ?? '', match[2] ?? '');
  }
  const match = helperOfGroup.exec(said);
  return match === null ? undefined : groupTo(match[2] ?? '', match[1] ?? '');
}

function groupTo(what: string, to: string): AssignSaid | undefined {
  const group = placeAndGroup.exec(what);
  return group === null
    ? undefined
    : { is: 'group', place: (group[1] ?? '').trim(), group: group[2] ?? '', to };
}

/** Strict: only groups, villages, named households and somebody's lot can be given. */
export function readAssign(text: string): AssignSaid | undefined {
  const said = text.normalize('NFKC').replace(/[。.!！]$/u, '');
  const match = gives.exec(said);
  if (match === null) return readGroupOf(said);
  const what = (match[1] ?? match[3] ?? '').trim();
  const to = match[2] ?? match[4] ?? '';
  const group = placeAndGroup.exec(what);
  if (group !== null) return { is: 'group', place: (group[1] ?? '').trim(), group: group[2] ?? '', to };
  const unassigned = /^(.*?)\s*(?:没分|未分|没人管|没分到人|还没分|剩下)的?(?:户)?$/u.exec(what);
  if (unassigned !== null) return { is: 'unassigned', place: (unassigned[1] ?? '').trim(), to };
  const from = new RegExp(`^${person}(?:名下|手上|手里|负责)的?(?:户)?$|^${person}的户$`, 'u').exec(what);
  if (from !== null) return { is: 'from', from: from[1] ?? from[2] ?? '', to };
  const household = /^([\p{Script=Han}·]{2,5})(?:家|户|这户|那户)$/u.exec(what);
  if (household !== null) return { is: 'household', name: household[1] ?? '', to };
  const village = /^([\p{Script=Han}]{1,10}(?:村|社区|庄|场))$/u.exec(what);
  if (village !== null && /^[把将]/u.test(said))
    return { is: 'group', place: village[1] ?? '', group: '', to };
  return undefined;
}

/** 我负责, 我负责3组, 3组我负责, 我来管3组. The group is empty when none was named. */
export function readTakeOn(text: string): { group: string } | undefined {
  const said = text.normalize('NFKC').replace(/[。.!！]$/u, '');
  const match =
    /^我(?:来)?(?:负责|包|管|认领|承包)\s*((?:第)?[\p{Script=Han}\d]{0,4}组)?$|^((?:第)?[\p{Script=Han}\d]{1,4}组)(?:归)?我(?:来)?(?:负责|包|管|认领)?$|^认领\s*((?:第)?[\p{Script=Han}\d]{1,4}组)?$/u.exec(
      said,
    );
  return match === null ? undefined : { group: match[1] ?? match[2] ?? match[3] ?? '' };
}

/** 分户, 分户 李庄, 平分 李庄, 重新分户 李庄. */
export function readSplit(text: string): { place: string; anew: boolean } | undefined {
  const match = /^(重新|重)?(?:分户|平分|分一下户|把户分了|分任务)\s*([\p{Script=Han}]{0,12})$/u.exec(text);
  return match === null ? undefined : { place: match[2] ?? '', anew: match[1] !== undefined };
}
