import { sumsOf } from './line-sheet.ts';
import type { Question } from './question.ts';
import { linesWords, showMoney } from './show-answer.ts';
import type { AnswerDoubt } from './told.ts';
import { lineSheetOf } from './value.ts';

/** Why lines told are asked back, with what they come to. */
export function linesDoubt(
  question: Question,
  { reason, words, lines = {} }: AnswerDoubt,
): string | undefined {
  const sheet = lineSheetOf(question);
  if (sheet === undefined || !reason.startsWith('lines')) return undefined;
  const heard = linesWords(sheet, lines);
  if (reason === 'linesUnread')
    return `${heard === '' ? '' : `听到${heard}。`}“${words}”没听清是哪一项、一年多少，按“低保2400”这样说；说不清回“不清楚”`;
  if (reason === 'linesAlone') return '人口还没定，算不出人均。直接说人均数，或回“不清楚”';
  const missing = sheet.lines.filter(({ key }) => lines[key] === undefined).map(({ label }) => label);
  const rest = missing.length === 0 ? '' : `没说的${missing.join('、')}按0算`;
  const come = `${heard}，扣完一年${showMoney(sumsOf(sheet, lines).net)}`;
  if (reason === 'linesMissing') return `${come}。${rest}，对吗？`;
  return `${come}${rest === '' ? '' : `（${rest}）`}，跟前面说的差一成以上，按哪个记？`;
}
