import { addDays, readDay } from '../../calendar/days.ts';
import { wholeNumber } from '../../language/numbers/numerals.ts';
import { isKinWord } from '../../reading/people/kin.ts';
import { phoneEnd } from './said.ts';

const who = `([\\p{Script=Han}·]{2,4}?${phoneEnd})`;
const span = '(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})个?(?:天|日|周|星期|礼拜)';
const until = `((?:${span})|(?:到|至).{2,7})`;
const replaces = '(?:顶替|顶上|顶班|顶着|顶一下|代管|代替|代班|接替|接手|替班|代|替|顶)(?:一下)?';
const isAway =
  '(?:请(?:了)?(?:事|病|产|年)?假|不在|有事|生病|病了|出差|外出|住院|休假|开会|培训)(?:去)?(?:了)?';
const by = '(?:先|暂时)?(?:由|让|请|就|叫)?';
const awayPattern = new RegExp(
  `^${who}${isAway}\\s*${until}?[,，、\\s]*${by}${who}(?:先|来|去)?${replaces}(?:他|她)?(?:的户)?\\s*${until}?$`,
  'u',
);
const directPattern = new RegExp(
  `^(?:由|让|请)?${who}(?:先|来)?(?:顶替|代管|接替)(?:一下)?${who}(?:的户)?\\s*${until}?$`,
  'u',
);
/** 赵六替王五三天: with its days it is no answer any more. */
const forSomeDays = new RegExp(
  `^(?:由|让|请)?${who}(?:先|来)?(?:替|代|顶)(?:一下)?${who}(?:的户)?\\s*${until}$`,
  'u',
);
/** 王五的户先让赵六代管3天 */
const lotPattern = new RegExp(
  `^${who}(?:的|名下的|手上的)(?:户|活|名单)?(?:都)?(?:先|暂时)(?:由|让|请|叫)${who}(?:来)?(?:${replaces}|管|跑|干)(?:着)?\\s*${until}?$`,
  'u',
);

/**
 * 赵六顶替王五3天, 赵六顶替王五到12月20日, 王五请假，赵六代5天, 王五请假3天由赵六顶替. `until` is the last day; three
 * days where none is named. 爷爷替爸爸参保 is an answer: without 请假 only 顶替 and 代管 count.
 */
export function readStandIn(
  text: string,
  today: string,
): { of: string; by: string; until: string; said: boolean } | undefined {
  const said = text.normalize('NFKC').replace(/[。.!！]$/u, '');
  const away = awayPattern.exec(said);
  if (away !== null) return standIn(away[1], away[3], away[2] ?? away[4], today);
  const direct = directPattern.exec(said) ?? forSomeDays.exec(said);
  if (direct !== null) return standIn(direct[2], direct[1], direct[3], today);
  const lot = lotPattern.exec(said);
  return lot === null ? undefined : standIn(lot[1], lot[2], lot[3], today);
}

function standIn(of: string | undefined, by: string | undefined, time: string | undefined, today: string) {
  // 奶奶住院了，妈妈代管 is told of a family.
  if (of === undefined || by === undefined || isKinWord(of) || isKinWord(by)) return undefined;
  const days = daysSaid(time ?? '');
  const last =
    days !== undefined ? addDays(today, days - 1) : readDay((time ?? '').replace(/^[到至]/u, ''), today);
  return { of, by, until: last ?? addDays(today, 2), said: last !== undefined };
}

/** 3天, 三天, 一周, 两个星期. */
function daysSaid(time: string): number | undefined {
  const match = /^(\d{1,2}|[一二两三四五六七八九十]{1,3})个?(天|日|周|星期|礼拜)$/u.exec(time);
  if (match === null) return undefined;
  const count = wholeNumber(match[1] ?? '');
  if (count === undefined || count < 1) return undefined;
  return match[2] === '天' || match[2] === '日' ? count : count * 7;
}

/** 王五销假, 王五不用顶替了, 结束顶替 王五. 儿子回来了 is an answer. */
export function readReturn(text: string): string | undefined {
  const match =
    /^([\p{Script=Han}·]{2,4}?(?:\d{4})?)(?:销假了?|休完假了?|回来上班了?|到岗了?|不请假了?|不用(?:人)?顶替了?|回来了?[,，]?不用(?:人)?顶替了?)[。.!！]?$|^(?:结束|取消)顶替\s*([\p{Script=Han}·]{2,4}(?:\d{4})?)$/u.exec(
      text,
    );
  return match === null ? undefined : (match[1] ?? match[2]);
}
