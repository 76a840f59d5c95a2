import { addDays, readDay } from '../../calendar/days.ts';
import { phrased } from '../../contract/command.ts';
import { wholeNumber } from '../../language/numbers/numerals.ts';
import type { Slots } from '../../language/phrases.ts';
import { isKinWord } from '../../reading/people/kin.ts';

const isAway = ['请 了? 事|病|产|年? 假', '不在|有事|生病|病了|出差|外出|住院|休假|开会|培训'].map(
  (words) => `${words} 去? 了?`,
);
const replaces = '顶替|顶上|顶班|顶着|代管|代替|代班|接替|接手|替班|代|替|顶 一下? 他|她? 的户?';
const by = '先|暂时? 由|让|请|就|叫? <by:who> 先|来|去?';

/** 王五请假，赵六代5天, 赵六顶替王五到12月20日, 王五的户先让赵六代管3天. */
const wordings = [
  ...isAway.flatMap((away) => [
    `<of:who> ${away} <until>? ${by} ${replaces}`,
    `<of:who> ${away} ${by} ${replaces} <until>?`,
  ]),
  // Without 请假 only these count, or the days said: 爷爷替爸爸参保 is an answer.
  '由|让|请? <by:who> 先|来? 顶替|代管|接替 一下? <of:who> 的户? <until>?',
  '由|让|请? <by:who> 先|来? 替|代|顶 一下? <of:who> 的户? <until>',
  `<of:who> 的|名下的|手上的 户|活|名单? 都? 先|暂时 由|让|请|叫 <by:who> 来? ${replaces} 着? <until>?`,
  '<of:who> 的|名下的|手上的 户|活|名单? 都? 先|暂时 由|让|请|叫 <by:who> 来? 管|跑|干 着? <until>?',
];

/** Who replaces whom; 奶奶住院了，妈妈代管 is told of a family. */
export const standInSaid = phrased(wordings, (slots) =>
  isKinWord(slots['of'] ?? '') || isKinWord(slots['by'] ?? '') ? undefined : slots,
);

/**
 * What the slots come to on a day: `until` is the last day, three days where none is named; `said` tells whether one
 * was.
 */
export function standInOn(
  { of = '', by: other = '', until = '' }: Slots,
  today: string,
): { of: string; by: string; until: string; said: boolean } {
  const time = until.normalize('NFKC');
  const days = daysSaid(time);
  const last = days !== undefined ? addDays(today, days - 1) : readDay(time.replace(/^[到至]/u, ''), today);
  return { of, by: other, until: last ?? addDays(today, 2), said: last !== undefined };
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
export const endStandInSaid = phrased(
  ['<who> 销假|休完假|回来上班|到岗|不请假 了?', '<who> 回来? 了? 不用 人? 顶替 了?', '结束|取消 顶替 <who>'],
  ({ who }) => who,
);
