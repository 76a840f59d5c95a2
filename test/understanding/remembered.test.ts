import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { Lately } from '../../conversations/form/lately.ts';
import { Remembered } from '../../conversations/form/remembered.ts';
import { hintsOf } from '../../conversations/reading/hints.ts';
import { readMessage } from '../../conversations/understanding/index.ts';

function counter(): () => number {
  let n = 0;
  return () => {
    n += 1;
    return n;
  };
}

const owner = {};

describe('short sentences that were read before', () => {
  it('are worked out once and remembered', () => {
    const next = counter();
    const remembered = new Remembered<object, string>(10);
    const read = () => remembered.of(owner, '都参保', '', () => `${next()}`);
    expect([read(), read(), next()]).toEqual(['1', '1', 2]);
  });

  it('are forgotten when others came since: memory stays bounded', () => {
    const next = counter();
    const remembered = new Remembered<object, number>(3);
    const read = (text: string) => remembered.of(owner, text, '', next);
    for (const text of ['稳定', '种地', '5万', '没有']) read(text);
    expect(read('没有')).toBe(4);
    expect(read('稳定')).toBe(5);
  });

  it('and were asked for just now are handed on from reader to reader, and soon forgotten', () => {
    const next = counter();
    const lately = new Lately<object, number>();
    const read = (text: string, beside?: number) => lately.of(owner, text, beside, next);
    expect([read('种地'), read('种地'), read('种地', 4)]).toEqual([1, 1, 2]);
    for (let no = 0; no < 50; no += 1) read(`种地${no}`);
    expect(read('种地')).toBe(53);
  });

  it('are read against the question that is open and the people of the household, as if for the first time', () => {
    const said = fc.constantFrom(
      '稳定',
      '4口人',
      '人均1万',
      '没问题',
      '都参保',
      '有',
      '1',
      '没有',
      '种地',
      '3万2',
    );
    const open = fc.constantFrom(...hintsOf(xiaoxian2021.householdForm));
    const people = fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined });
    fc.assert(
      fc.property(said, open, people, (text, hint, population) => {
        const questions = hintsOf(xiaoxian2021.householdForm);
        const context = { questions, open: hint, population };
        const again = readMessage(text, context);
        // A list of its own has nothing remembered of it.
        expect(again).toEqual(readMessage(text, { ...context, questions: [...questions] }));
      }),
      { numRuns: 500 },
    );
  });
});
