import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsOffered, numberOffered } from '../../conversations/contract/offered.ts';
import { confirmWords } from '../../conversations/dialogues/visit/confirm-words.ts';
import { leadingAgreement, readAgreement } from '../../conversations/language/agreement.ts';

const moved = confirmWords['moved'];

describe('agreement is made of agreeing words, fillers and words of the proposal, and of nothing else', () => {
  it.each([
    '是',
    '是的',
    '对',
    '对的',
    '对对对',
    '嗯',
    '好',
    '好的',
    '行',
    '中',
    '可以',
    '确认',
    '没错',
    'OK',
    '搬走了',
    '对，搬走了',
    '是搬走了',
    '早就搬走了',
    '都走了',
    '他们早搬走了',
    '嗯，全家搬走了',
  ])('%s: moved away', (said) => expect(readAgreement(said, moved)).toBe('yes'));

  it.each(['没搬', '不是', '没有', '没搬走', '不对', '没有搬走', '还在家', '不', '没'])(
    '%s: not moved away',
    (said) => expect(readAgreement(said, moved)).toBe('no'),
  );

  it.each([
    '没搬，身体挺好',
    '还有两口人在家，挺好',
    '老人身体好',
    '房子好',
    '工作队满意',
    '没错过医保',
    '对了，他家5口人',
    '对了',
    '行动不便',
    '中风了',
    '家里都挺好',
    '村里都满意',
    '收到',
    '好像是',
    '是吧',
    '是不是',
    '对吗',
    '对不对',
    '不错',
    '排查 王好',
    '排查 谢满意',
    '排查 孙正确',
    '查 韩正好',
    '成功家',
    '好几口人',
    '搬走了吗',
    '搬到镇上了',
    '5口人',
    '收入5万',
  ])('%s: neither, the question stays open', (said) => expect(readAgreement(said, moved)).toBeUndefined());

  it('a yes with anything of another kind in it is none any more', () => {
    const others = ['身体', '收入', '王好', '5口人', '低保', '医保', '孩子', '不知道'];
    fc.assert(
      fc.property(
        fc.constantFrom('是', '对', '好的', '嗯', '行'),
        fc.constantFrom(...others),
        fc.boolean(),
        (yes, other, before) => {
          expect(readAgreement(before ? `${other}${yes}` : `${yes}${other}`, moved)).toBeUndefined();
        },
      ),
    );
  });

  it('a number is a number before it is a choice', () => {
    const card = { yes: ['1'] };
    for (const said of ['1.2万', '1.25万', '1.5万元', '1.2w', '1,100', '1.2万 打工'])
      expect(leadingAgreement(said, card)).toBeUndefined();
    expect(leadingAgreement('1', card)).toEqual({ said: 'yes', rest: '' });
    expect(leadingAgreement('对 4口人 一年5万')).toEqual({ said: 'yes', rest: '4口人 一年5万' });
    expect(leadingAgreement('属实，在外打工')).toEqual({ said: 'yes', rest: '在外打工' });
  });
});

describe('what a message offers', () => {
  it.each([
    ['这户钱助手正在排查，还没答完。要接过来继续吗？\n1.接过来 2.不用', ['接过来', '不用']],
    [
      '“3-4万”是个范围，年收入按哪个记？\n1）3万元 2）3.5万元 3）4万元，都不是就直接说',
      ['3万元', '3.5万元', '4万元'],
    ],
    ['钱主要从哪来？\n1.务工 2.外出务工 3.零工（可多选，别的直接说）', ['务工', '外出务工', '零工']],
    ['农户签了承诺授权书吗？\n1.签了 2.没签', ['签了', '没签']],
    ['有2户，回号数：\n1.张三（柳元村1组）\n2.张三（柳元村2组）', ['张三（柳元村1组）', '张三（柳元村2组）']],
    ['收入1.2万，对吗？', []],
    ['1. 先存着\n好', []],
  ])('%s', (text, labels) => expect(labelsOffered(text)).toEqual(labels));

  it('a label typed in words is what its number is, with or without the full stop', () => {
    expect(numberOffered('接过来', ['接过来', '不用'])).toBe(1);
    expect(numberOffered('不用。', ['接过来', '不用'])).toBe(2);
    expect(numberOffered('接', ['接过来', '不用'])).toBeUndefined();
  });
});
