import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Phrases } from '../../conversations/language/phrases.ts';

const close = new Phrases(['销号|核销 <nos> <rest>?']);
const check = new Phrases(['抽查 _ <name> 家|户?']);
const order = new Phrases(['整改 <no> 问题? <rest>?', '<no> 问题? 整改 <rest>?']);

describe('a phrase', () => {
  it.each([
    ['销号 12', { nos: '12' }],
    ['销号12、13 和15', { nos: '12、13 和15' }],
    ['核销 ＃12，已修好', { nos: '＃12', rest: '已修好' }],
    ['销号 12号', { nos: '12号' }],
  ])('%s is read with its slots', (text, slots) => {
    expect(close.read(text)).toEqual(slots);
  });

  it.each(['销号', '销号 12户', '销号 12.5', '要销号 12', '销号了 12'])('%s is something else', (text) => {
    expect(close.read(text)).toBeUndefined();
  });

  it('wants a gap where one must stand', () => {
    expect(check.read('抽查 张三')).toEqual({ name: '张三' });
    expect(check.read('抽查 张三家')).toEqual({ name: '张三' });
    expect(check.read('抽查张三')).toBeUndefined();
  });

  it('may be said in any of its orders', () => {
    expect(order.read('整改 12 已装自来水')).toEqual({ no: '12', rest: '已装自来水' });
    expect(order.read('12号问题整改，已装自来水')).toEqual({ no: '12号', rest: '已装自来水' });
    expect(order.read('整改 12万')).toBeUndefined();
  });

  it('tells what a message of its kind begins with', () => {
    expect([...(close.begins ?? [])].sort()).toEqual(['核', '销']);
    expect(order.begins?.has('1')).toBe(true);
    expect(new Phrases(['<name> 销假']).begins).toBeUndefined();
  });

  it('is read whole: a word that is none of its own makes it something else', () => {
    const words = fc.constantFrom('没', '不', '别', '吗', '怎么', '谁', '修好了', '甲');
    const whole = new Phrases(['继续 刚才的|排查?', '打开? 看板']);
    fc.assert(
      fc.property(fc.constantFrom('继续', '继续排查', '打开看板'), words, fc.nat(4), (said, word, at) => {
        const put = `${said.slice(0, at)}${word}${said.slice(at)}`;
        expect(whole.read(said)).toBeDefined();
        expect(whole.read(put)).toBeUndefined();
      }),
    );
  });

  it('takes no longer than the message is long, whatever stands in it', () => {
    const hard = new Phrases(['<a:words> 的? <b:words> 的? <c:words> 码']);
    const lines = fc.array(fc.constantFrom('的', '码', '甲', ' '), { maxLength: 400 });
    fc.assert(
      fc.property(lines, (chars) => hard.read(chars.join('')) !== null),
      { numRuns: 20 },
    );
  });
});
