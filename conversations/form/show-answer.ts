import { maskNumbers } from '../language/masking.ts';
import type { Answer } from './answer.ts';
import type { LineSheet, LinesTold } from './line-sheet.ts';
import { personsWords } from './person.ts';
import type { Question } from './question.ts';
import { lineSheetOf } from './value.ts';

/** Whole yuan as people say it: 50000 → 5万元, 36500 → 3.65万元, 12345 → 12345元. */
export function showMoney(yuan: number): string {
  return yuan >= 10_000 && yuan % 100 === 0 ? `${yuan / 10_000}万元` : `${yuan}元`;
}

/** 工资性3万元、转移性2400元、成本2000元: the lines told, in the order of the sheet. */
export function linesWords(sheet: LineSheet, lines: LinesTold): string {
  return sheet.lines
    .flatMap(({ key, label }) => {
      const yuan = lines[key];
      return yuan === undefined ? [] : [`${label}${showMoney(yuan)}`];
    })
    .join('、');
}

/** An answer in a few words, without its question: 5万元, 都参保, 务工、种植, 待核实. */
export function showAnswer(question: Question, answer: Answer | undefined): string {
  if (answer === undefined) return '没答';
  if (answer.is === 'unsure') return '待核实';
  if (answer.is === 'skipped') return '先跳过';
  const details = [whoWords(answer), linesOf(question, answer), answer.note].filter(
    (d) => d !== undefined && d !== '',
  );
  const shown = showValue(question, answer.v);
  return details.length === 0 ? shown : `${shown}（${maskNumbers(details.join('，'))}）`;
}

function linesOf(question: Question, { lines }: Extract<Answer, { is: 'known' }>): string | undefined {
  const sheet = lineSheetOf(question);
  return sheet === undefined || lines === undefined ? undefined : linesWords(sheet, lines);
}

/** Whom the answer is about, with what was told of each. */
export function whoWords({ who, persons = [] }: Extract<Answer, { is: 'known' }>): string | undefined {
  return persons.length === 0 ? who : personsWords(persons);
}

function showValue(question: Question, value: Extract<Answer, { is: 'known' }>['v']): string {
  if (typeof value === 'boolean') {
    const labels = question.kind === 'yesNo' ? question : undefined;
    return value ? (labels?.yes ?? '是') : (labels?.no ?? '否');
  }
  if (typeof value === 'number') {
    if (question.kind === 'money') return showMoney(value);
    return question.kind === 'count' ? `${value}${question.measure}` : String(value);
  }
  if (question.kind === 'photo') return Array.isArray(value) ? `${value.length}张照片` : '照片';
  const labels = 'choices' in question ? new Map(question.choices.map((c) => [c.value, c.label])) : undefined;
  if (Array.isArray(value)) return value.map((v) => labels?.get(v) ?? v).join('、');
  return value === '' && question.kind === 'text'
    ? (question.none ?? '无')
    : (labels?.get(value) ?? maskNumbers(value));
}
