import { scanNumbers } from '../../language/numbers/numerals.ts';
import { dropNumbering } from '../../language/text.ts';
import { plainAnswer } from '../../reading/plain-answer.ts';
import { keyNamed } from '../topics.ts';
import type { Clause } from './clauses.ts';

export interface Labelled {
  key: string;
  /** Undefined where the answer leaves it open: 饮水:是 says neither that it is good nor that it is a problem. */
  answer: boolean | undefined;
}

/** 稳定:否, 大病无, 学生1: a ledger question's short name with yes, no or a number behind it. */
export function labelled(text: string): Labelled | undefined {
  if (text.length > 24) return undefined;
  const colon = text.search(/[:=]/);
  if (colon > 0) return toLabelled(text.slice(0, colon).trim(), text.slice(colon + 1).trim());
  for (const length of [2, 1]) {
    const found = toLabelled(text.slice(0, -length), text.slice(-length));
    if (found) return found;
  }
  return undefined;
}

/** Questions of whether there are any: a number behind their name counts them. */
const counts = new Set(['seriousIllness', 'schoolAgeChild', 'droppedOut', 'otherDifficulties']);
const noYesNo = new Set(['annualIncome', 'incomeSource', 'population', 'dropoutReason', 'householdType']);

function toLabelled(label: string, answer: string): Labelled | undefined {
  const key = keyNamed(label);
  if (key === undefined || noYesNo.has(key)) return undefined;
  const counted = counts.has(key) ? countOf(answer) : undefined;
  if (counted !== undefined) return { key, answer: counted > 0 };
  const plain = plainAnswer(answer);
  // 水不行 complains of the water.
  if ((plain !== 'yes' && plain !== 'no') || /行|中|成/.test(answer)) return undefined;
  const isOpen = key === 'waterProblem' && plain === 'yes' && !/问题/.test(label) && !/有/.test(answer);
  return { key, answer: isOpen ? undefined : plain === 'yes' };
}

/** 0, 2个, 一名. */
function countOf(answer: string): number | undefined {
  const [only, ...more] = /^[\d一二两三四五六零]{1,2} ?(?:个|名|人|位)*$/.test(answer)
    ? scanNumbers(answer)
    : [];
  return only && more.length === 0 ? only.lo : undefined;
}

/** 大病 无: a short name and its answer set apart by a space are put together. */
export function joinLabels(clauses: readonly Clause[]): Clause[] {
  const joined: Clause[] = [];
  for (const clause of clauses) {
    const before = joined.at(-1);
    const plain = clause.text.length <= 3 ? plainAnswer(clause.text) : undefined;
    const figure =
      /^\d{1,2}(?:口|人)*$/.test(clause.text) && before && keyNamed(before.text) === 'population';
    // The answer to a heading stays with it, known or not: 是否是贫困户 否.
    const isHeading = before && (keyNamed(before.text) !== undefined || /是否|有无/.test(before.text));
    const answers = (plain === 'yes' || plain === 'no') && isHeading;
    if (before && (figure || answers)) {
      joined[joined.length - 1] = { ...before, text: `${before.text}:${clause.text}` };
    } else joined.push(clause);
  }
  return joined;
}

const ordinals = '一二三四五六七八九十';

/** 1.4口人 2.打工, 一、4口人；二、打工: numbers of items are taken off where they count up. */
export function dropItemNumbers(clauses: readonly Clause[]): Clause[] {
  let next = 1;
  const taken = clauses.map((clause) => {
    if (!/^[第\d一二三四五六七八九十]/.test(clause.text)) return clause;
    const number = `(?:${next}|${ordinals.charAt(next - 1) || next})`;
    const text = clause.text.replace(new RegExp(`^(?:第)?${number}[.、):] ?`), '');
    if (text === clause.text || text === '') return clause;
    next++;
    return { ...clause, text };
  });
  return next > 2 ? taken.map(withoutNumber) : clauses.map(withoutNumber);
}

function withoutNumber(clause: Clause): Clause {
  const text = dropNumbering(clause.text);
  return text === clause.text ? clause : { ...clause, text };
}
