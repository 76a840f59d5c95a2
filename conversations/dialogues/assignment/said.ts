import { addDays } from '../../campaign/settings.ts';
import { readDay } from '../../problems/dates.ts';

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

const person = '([\\p{Script=Han}·]{2,6})';
const all = '(?:都|全部|全|统一|一起)?';
/** 给 alone gives a child to its grandfather too: it counts only behind 把. */
const gives = new RegExp(
  `^(?:把|将)(.{1,18}?)${all}(?:交给|分给|派给|划给|转给|给)${person}$|^(.{1,18}?)${all}(?:交给|分给|派给|划给)${person}$`,
  'u',
);
const numberedGroup = '(?:第)?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})组';
const placeAndGroup = new RegExp(`^(.*?)的?\\s*(${numberedGroup}|[东西南北中前后上下]组)的?(?:户)?$`, 'u');

/** Strict: only groups, villages, named households and somebody's lot can be given. */
export function readAssign(text: string): AssignSaid | undefined {
  const said = text.normalize('NFKC').replace(/[。.!！]$/u, '');
  const match = gives.exec(said);
  if (match === null) return undefined;
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

/**
 * 赵六顶替王五3天, 赵六顶替王五到12月20日, 王五请假，赵六代5天, 王五请假3天由赵六顶替. `until` is the last day; three
 * days where none is named. 爷爷替爸爸参保 is an answer: without 请假 only 顶替 and 代管 count.
 */
export function readStandIn(
  text: string,
  today: string,
): { of: string; by: string; until: string; said: boolean } | undefined {
  const said = text.normalize('NFKC').replace(/[。.!！]$/u, '');
  const who = '([\\p{Script=Han}·]{2,4}?)';
  const time = '((?:\\d{1,2}天)|(?:到|至).{2,7})?';
  const away = new RegExp(
    `^${who}(?:请假|不在|有事|生病|病了|出差|外出|住院)(?:了)?\\s*${time}[,，、\\s]*(?:由|让|请|就)?${who}(?:来)?(?:顶替|顶一下|代管|代替|代|替|顶)(?:他|她)?(?:的户)?\\s*${time}$`,
    'u',
  ).exec(said);
  if (away !== null) return standIn(away[1], away[3], away[2] ?? away[4], today);
  const direct = new RegExp(`^(?:由|让|请)?${who}(?:来)?(?:顶替|代管)${who}(?:的户)?\\s*${time}$`, 'u').exec(
    said,
  );
  return direct === null ? undefined : standIn(direct[2], direct[1], direct[3], today);
}

function standIn(of: string | undefined, by: string | undefined, time: string | undefined, today: string) {
  if (of === undefined || by === undefined) return undefined;
  const days = /^(\d{1,2})天$/u.exec(time ?? '')?.[1];
  const until =
    days !== undefined
      ? addDays(today, Number(days) - 1)
      : readDay((time ?? '').replace(/^[到至]/u, ''), today);
  return { of, by, until: until ?? addDays(today, 2), said: until !== undefined };
}

/** 王五销假, 王五不用顶替了, 结束顶替 王五. 儿子回来了 is an answer. */
export function readReturn(text: string): string | undefined {
  const match =
    /^([\p{Script=Han}·]{2,4}?)(?:销假了?|不用(?:人)?顶替了?|回来了?[,，]?不用(?:人)?顶替了?)[。.!！]?$|^(?:结束|取消)顶替\s*([\p{Script=Han}·]{2,4})$/u.exec(
      text,
    );
  return match === null ? undefined : (match[1] ?? match[2]);
}
