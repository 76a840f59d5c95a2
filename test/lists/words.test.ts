import { describe, expect, it } from 'vitest';
import { listQuestion, resultIn } from '../../conversations/lists/words.ts';

describe('questions about lists', () => {
  it.each([
    ['医保局的名单还有几户没核', 'waiting'],
    ['省里预警核实了多少', 'done'],
    ['哪几户预警还没核实', 'waiting'],
    ['医保名单核完了没', 'done'],
    ['残联那份名单多少户', 'standing'],
    ['信访反馈还有几件没办', 'standing'],
    ['教体局名单没对上的', 'unmatched'],
    ['预警属实的有几户', 'done'],
  ])('%s', (text, asked) => {
    expect(listQuestion(text)).toBe(asked);
  });

  it.each([
    '未排查名单还剩几户',
    '脱贫户名单多少户',
    '低保几户',
    '名单发我',
    '今天走了几户',
    '危房的名单有几户',
  ])('%s is asked of something else', (text) => {
    expect(listQuestion(text)).toBeUndefined();
  });
});

describe('what somebody found of a row', () => {
  it.each([
    ['1', 'true', ''],
    ['属实，已住院', 'true', '已住院'],
    ['2 去年就交了', 'false', '去年就交了'],
    ['不属实', 'false', ''],
    ['没有这回事', 'false', ''],
    ['已解决 12月10日补缴', 'settled', '12月10日补缴'],
    ['交了', 'settled', ''],
  ])('%s', (text, result, rest) => {
    expect(resultIn(text)).toEqual({ result, rest });
  });

  it.each(['是两万不是三万', '有一部分报了', '今年住院两回', '没有全交'])(
    '%s says more, and is asked about',
    (text) => {
      expect(resultIn(text)).toBeUndefined();
    },
  );
});
