import { describe, expect, it } from 'vitest';
import type { Form, FormState, FormStep, Reader } from '../../conversations/form/form.ts';
import { freshMemory } from '../../conversations/form/form.ts';
import type { Question } from '../../conversations/form/question.ts';
import { notUnderstood, resumeForm, stepForm } from '../../conversations/form/step.ts';
import type { Told } from '../../conversations/form/told.ts';
import { askLine, choiceLine, doubtText } from '../../conversations/form/wording.ts';

/** A form that has nothing to do with households: three questions about a bus stop and a follow-up. */
interface Stop {
  lit: boolean;
}

const questions: readonly Question<Stop>[] = [
  {
    key: 'buses',
    kind: 'count',
    min: 0,
    max: 99,
    measure: '班',
    clauses: ['1.1'],
    title: '班次',
    ask: '一天几班车？',
    check: (v) => (v === 0 ? { is: 'odd', why: '一班都没有，属实吗？' } : { is: 'fine' }),
  },
  {
    key: 'broken',
    kind: 'yesNo',
    trueIsGood: false,
    yes: '有损坏',
    no: '没损坏',
    clauses: ['1.1'],
    title: '损坏',
    ask: '站牌有没有损坏？',
  },
  {
    key: 'what',
    kind: 'text',
    clauses: ['1.1'],
    title: '坏在哪',
    ask: '坏在哪儿？',
    when: (answers) => answers['broken']?.is === 'known' && answers['broken'].v === true,
  },
  {
    key: 'lamp',
    kind: 'yesNo',
    trueIsGood: true,
    yes: '灯亮',
    no: '灯不亮',
    clauses: ['1.1'],
    title: '路灯',
    ask: '晚上灯亮吗？',
    when: (_, stop) => stop.lit,
  },
];

/** As small a reader as will do: numbers, the two labels, and a few orders. */
const reader: Reader = {
  message(text, _, key): Told {
    const order = this.order(text);
    if (order !== undefined) return { slots: [], rest: [], order };
    const question = questions.find((q) => q.key === key);
    const understood = question === undefined ? { status: 'none' as const } : this.answer(text, question);
    return understood.status === 'none' || key === undefined
      ? { slots: [], rest: [text] }
      : { slots: [{ key, understood, words: text }], rest: [] };
  },
  answer(text, question) {
    if (text === '不好说')
      return {
        status: 'ask',
        reason: 'range',
        options: [
          { label: '3班', value: 3 },
          { label: '4班', value: 4 },
        ],
      };
    if (question.kind === 'text') return { status: 'value', value: text };
    const number = /^\d+/u.exec(text)?.[0];
    if (question.kind === 'count' && number !== undefined) return { status: 'value', value: Number(number) };
    if (question.kind !== 'yesNo') return { status: 'none' };
    if (text === '1' || text === question.yes) return { status: 'value', value: true };
    return text === '2' || text === question.no ? { status: 'value', value: false } : { status: 'none' };
  },
  order(text) {
    const action = { 跳过: 'skip', 不清楚: 'unsure', 上一题: 'back', 撤销: 'undo', 暂停: 'pause' }[text];
    if (action !== undefined) return { action };
    const edit = /^(班次|损坏|路灯)改成(.+)$/u.exec(text);
    const target = questions.find((q) => q.title === edit?.[1])?.key;
    return edit === null || target === undefined
      ? undefined
      : { action: 'edit', target, value: edit[2] ?? '' };
  },
  namesPeople: () => false,
};

const form: Form<Stop> = {
  list: { id: 'stop', version: 1, questions },
  subject: { lit: true },
  reader,
  manner: {
    heading: () => '【东站】',
    ask: askLine,
    choices: choiceLine,
    doubt: doubtText,
    contact: '找站长',
  },
  inGroup: false,
  people: [],
  known: [],
};

type Said = Extract<FormStep, { is: 'said' }>;

function hear(state: FormState, text: string): Said {
  const heard = stepForm(form, state, text);
  if (heard.is === 'said') return heard;
  if (heard.is === 'order') throw new Error(`an order: ${heard.order.action}`);
  const again = notUnderstood(form, state, heard.key ?? '', heard.rest);
  if (again?.is !== 'said') throw new Error('nothing is open');
  return again;
}

/** Says one thing after the other; the last step. */
function talk(...texts: string[]): Said {
  const first = resumeForm(form, { ...freshMemory, answers: {} });
  if (first.is !== 'said') throw new Error('nothing asked');
  return texts.reduce((before, text) => hear(before.state, text), first);
}

describe('a form of three questions that knows no household', () => {
  it('asks, echoes, goes on and ends; every question says how far one is', () => {
    expect(talk().reply).toBe('【东站】一天几班车？（第1题，共3题）\n回数字，如 4班');
    expect(talk('6班').reply).toBe('记下：6班\n【东站】站牌有没有损坏？（第2题，共3题）\n1.有损坏 2.没损坏');
    expect(talk('6班', '2').reply).toBe(
      '记下：没损坏\n【东站】晚上灯亮吗？（第3题，共3题）\n1.灯亮 2.灯不亮',
    );
    const last = talk('6班', '2', '1');
    expect(last.next).toEqual({ is: 'finished' });
    expect(last.changes).toEqual([{ key: 'lamp', before: null, after: { is: 'known', v: true } }]);
  });

  it('a follow-up counts with its main question, and one that doesn’t come up is not counted', () => {
    expect(talk('6班', '1').reply).toContain('坏在哪儿？（第2题，共3题）');
    const dark = resumeForm({ ...form, subject: { lit: false } }, { ...freshMemory, answers: {} });
    expect(dark.is === 'said' ? dark.reply : '').toContain('（第1题，共2题）');
  });

  it('answers “how far am I” and asks the open question again', () => {
    for (const words of ['还剩几题', '到第几题了？', '一共多少题啊', '快问完了吗'])
      expect(talk('6班', words).reply).toBe(
        '现在是第2题，共3题，还剩2题没答。\n【东站】站牌有没有损坏？（第2题，共3题）\n1.有损坏 2.没损坏',
      );
  });

  it('skips, comes back to it at the end, and leaves it after a second time', () => {
    expect(talk('跳过').reply).toContain('班次：先跳过，最后再问。');
    expect(talk('跳过', '2', '1').reply).toContain('一天几班车？');
    expect(talk('跳过', '2', '1', '跳过').next).toEqual({ is: 'finished' });
  });

  it('不清楚 marks it to be verified', () => {
    expect(talk('不清楚').state.answers).toEqual({ buses: { is: 'unsure' } });
  });

  it('goes back, corrects and takes back', () => {
    expect(talk('6班', '上一题').reply).toContain('回到上一题，原来记的：6班');
    expect(talk('6班', '2', '班次改成8').reply).toContain('改为：8班');
    expect(talk('6班', '2', '班次改成8', '撤销').reply).toContain('撤销了，还是6班');
  });

  it('clears up a doubt with concrete options', () => {
    expect(talk('不好说').reply).toContain('1）3班 2）4班，都不是就直接说');
    expect(talk('不好说', '2').state.answers['buses']).toEqual({ is: 'known', v: 4 });
    expect(talk('不好说', '都不是').reply).toContain('那直接说');
  });

  it('wants a reason for an odd value, and asks anew when it was wrong', () => {
    expect(talk('0').reply).toContain('一班都没有，属实吗？');
    expect(talk('0', '停运了').state.answers['buses']).toEqual({ is: 'known', v: 0, note: '停运了' });
    expect(talk('0', '不对').reply).toContain('好，重说一遍');
  });

  it('says again what it wants, offers a way out, then puts the question off', () => {
    expect(talk('哈').reply).toContain('没看懂，换个说法试试？');
    expect(talk('哈', '哈').reply).toContain('也可以找站长');
    expect(talk('哈', '哈', '哈').reply).toContain('班次先放一放，不耽误后面的。');
  });

  it('hands back the orders that are not the form’s', () => {
    expect(stepForm(form, talk().state, '暂停')).toEqual({
      is: 'order',
      order: { action: 'pause' },
      key: 'buses',
    });
  });

  it('state in, state out: the same message to the same state says the same', () => {
    const { state } = talk('6班');
    const before = JSON.stringify(state);
    expect(stepForm(form, state, '1')).toEqual(stepForm(form, state, '1'));
    expect(JSON.stringify(state)).toBe(before);
  });
});
