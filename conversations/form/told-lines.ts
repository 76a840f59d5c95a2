import type { Answers, AnswerValue } from './answer.ts';
import { agree, type LineSheet, type LinesSaid, sumsOf } from './line-sheet.ts';
import type { Question } from './question.ts';
import { showMoney } from './show-answer.ts';
import type { Sitting } from './sitting.ts';
import type { Told, UnderstoodAnswer } from './told.ts';
import { lineSheetOf } from './value.ts';

/**
 * Lines told in answer to the open question. Stored at once where all were told and agree with what was said before;
 * else one tap settles which figure counts, or that what wasn't told is nothing. Lines heard before are kept.
 */
export function toldOfLines<S>(s: Sitting<S>, key: string | undefined): Told | undefined {
  const question = s.question(key);
  const sheet = lineSheetOf(question);
  if (question === undefined || sheet === undefined) return undefined;
  const heard = s.doubtOf(question.key)?.lines;
  const said = s.form.reader.lines?.(s.text, sheet) ?? (heard && bareSum(s, question));
  if (said === undefined) return undefined;
  const lines = { ...heard, ...said.lines };
  const before = s.answers[question.key];
  const stood = before?.is === 'known' && before.lines === undefined ? before.v : undefined;
  const understood = settled(question.title, sheet, { lines, unread: said.unread }, s.answers, stood);
  return { slots: [{ key: question.key, understood, words: said.unread || s.text }], rest: [] };
}

/** 2400 behind lines of which one wasn't understood: a line's sum as likely as the whole figure. */
function bareSum<S>(s: Sitting<S>, question: Question): LinesSaid | undefined {
  if ([question.title, ...(question.topics ?? [])].some((name) => s.text.includes(name))) return undefined;
  const { status } = s.form.reader.answer(s.text, question, s.answers);
  return status === 'value' ? { lines: {}, unread: s.text.slice(0, 60) } : undefined;
}

function settled(
  title: string,
  sheet: LineSheet,
  { lines, unread }: LinesSaid,
  answers: Answers,
  stood: AnswerValue | undefined,
): UnderstoodAnswer {
  const detail = { lines };
  if (unread !== '') return { status: 'ask', reason: 'linesUnread', detail };
  const sums = sumsOf(sheet, lines);
  const value = sheet.figure(sums, answers);
  if (value === undefined) return { status: 'ask', reason: 'linesAlone', detail };
  const told = typeof stood === 'number' && !agree(value, stood) ? stood : sheet.otherwise(sums, answers);
  if (told !== undefined) {
    const options = [
      { label: `按说的，${title}${showMoney(told)}`, value: told },
      { label: `按算的，${title}${showMoney(value)}`, value },
    ];
    return { status: 'ask', reason: 'linesDiffer', options, detail };
  }
  if (sheet.lines.every(({ key }) => lines[key] !== undefined)) return { status: 'value', value, detail };
  const options = [{ label: `对，${title}${showMoney(value)}`, value }];
  return { status: 'ask', reason: 'linesMissing', options, detail };
}
