import type { Conversation } from '../../contract/conversation.ts';
import { type Answer, numberOf } from '../../form/answer.ts';
import type { Form, Manner, Reader } from '../../form/form.ts';
import type { Question } from '../../form/question.ts';
import { questionOf } from '../../form/questionnaire.ts';
import type { AnswerDoubt, FormOrder, UnderstoodAnswer } from '../../form/told.ts';
import { askLine } from '../../form/wording.ts';
import { numeralSaid } from '../../language/numeral.ts';
import { itemOf } from '../../self-check/items.ts';
import { clauseOfKey, notConcerned } from '../../self-check/questionnaire.ts';
import { type CheckRead, readCheck } from '../../self-check/read.ts';
import { contactLine } from '../visit/wording.ts';
import { type OpenSheet, shownBeside } from './sheet.ts';

/** A unit's sheet as a form. */
export function sheetFormOf(c: Conversation, open: OpenSheet): Form<unknown> {
  return {
    list: open.list,
    subject: undefined,
    reader: readerOf(open),
    manner: mannerOf(c, open),
    inGroup: false,
    people: [],
    known: [],
  };
}

/** Names area and clause in front of every question, and shows what the data says beside it. */
function mannerOf(c: Conversation, open: OpenSheet): Manner {
  const { area } = open.duty;
  return {
    heading: (question) =>
      `【${numeralSaid(area.no)}、${area.title}】${question === undefined ? '' : `${clauseOfKey(question.key)} `}`,
    ask: (question, progress) => `${askLine(question, progress)}${shownBeside(open, question)}`,
    choices: choicesOf,
    doubt: (question, doubt) => `${doubtOf(doubt)}${question.ask}`,
    stored: (question, answer) => storedLine(open, question, answer),
    wantsNote: (question, answer) => whatExactly(open, question, answer),
    contact: contactLine(c),
  };
}

function choicesOf(question: Question): string {
  switch (question.kind) {
    case 'yesNo':
      return '1.是 2.否\n后面可带一句依据或发照片；不涉及就说“不涉及”';
    case 'money':
      return '如 12万；没有就回 0';
    default:
      return question.kind === 'count' ? `回数字，如 12${question.measure}；没有就回 0` : '直接说';
  }
}

function isBad({ campaign }: OpenSheet, question: Question, answer: Answer): boolean {
  const item = itemOf(campaign, question.key);
  return item?.is === 'judged' && answer.is === 'known' && answer.v === !item.good;
}

function storedLine(open: OpenSheet, question: Question, answer: Answer): string {
  const clause = clauseOfKey(question.key);
  if (answer.is === 'unsure') return `${clause}记为待核实。`;
  if (answer.is === 'skipped') return '先放着。';
  if (answer.v === notConcerned.v) return `${clause}记为不涉及。`;
  return isBad(open, question, answer) && answer.note !== undefined ? `${question.key} 记为有问题。` : '';
}

/** A bad answer wants to know what exactly: without it nobody can act. */
function whatExactly(open: OpenSheet, question: Question, answer: Answer): string | undefined {
  const item = itemOf(open.campaign, question.key);
  if (item?.is !== 'judged' || !isBad(open, question, answer)) return undefined;
  if (answer.is === 'known' && answer.note !== undefined) return undefined;
  return `${question.key} 记为有问题：${item.bad}。具体什么情况、在哪儿？说一句（${item.evidence}），也可以发照片。`;
}

const doubts: Readonly<Record<string, string>> = {
  vague: '说得有点活，',
  hedged: '听着不太肯定，',
  conflict: '前后像是不一样，',
  unit: '没说单位，',
  range: '是个范围，',
  approximate: '给个准数，',
};

function doubtOf({ reason, words }: AnswerDoubt): string {
  return `“${words.slice(0, 20)}”${doubts[reason] ?? '没看准，'}`;
}

/** 全部, 都销号了: the part is the whole. */
const wholly = /^(?:全部|全都|都|一个不少|100%|百分之百)/u;

function readerOf({ list }: OpenSheet): Reader {
  return {
    message(text, answers, key) {
      const order = orderOf(text);
      if (order !== undefined) return { slots: [], rest: [], order };
      const question = key === undefined ? undefined : questionOf(list, key);
      if (key === undefined || question === undefined) return { slots: [], rest: [text] };
      const whole = numberOf(answers, clauseOfKey(key));
      if (key.endsWith('-') && whole !== undefined && wholly.test(text.trim()))
        return { slots: [{ key, understood: { status: 'value', value: whole }, words: text }], rest: [] };
      const read = readCheck(text, question);
      if (read.is === 'unsure') return { slots: [], rest: [], order: { action: 'unsure' } };
      if (read.is === 'none') return { slots: [], rest: [text] };
      return { slots: [{ key, understood: understoodBy(read), words: text }], rest: [] };
    },
    answer: (text, question) => understoodBy(readCheck(text, question)),
    order: orderOf,
    namesPeople: () => false,
  };
}

function orderOf(text: string): FormOrder | undefined {
  const said = text.normalize('NFKC');
  if (/^(?:上一[题条项]|返回)$/u.test(said)) return { action: 'back' };
  return said === '跳过' ? { action: 'skip' } : undefined;
}

function understoodBy(read: CheckRead): UnderstoodAnswer {
  switch (read.is) {
    case 'value':
      return {
        status: 'value',
        value: read.value,
        ...(read.note === undefined ? {} : { detail: { note: read.note } }),
      };
    case 'ask':
      return { status: 'ask', reason: read.reason, options: read.options };
    case 'notConcerned':
      return { status: 'value', value: notConcerned.v };
    default:
      return { status: 'none' };
  }
}
