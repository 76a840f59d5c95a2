import { expect, it } from 'vitest';
import { readReport } from '../../conversations/problems/progress-words.ts';

it.each([
  ['正在联系水利局', false],
  ['正在落实', false],
  ['已安排鉴定', false],
  ['已联系施工队，下周进场', false],
  ['已列入明年计划', false],
  ['已上报县住建局', false],
  ['水管装了一半', false],
  ['还没装好', false],
  ['已经答应给修', false],
  ['村里研究', false],
  ['水泵又坏了', false],
  ['已装自来水', true],
  ['屋顶换了', true],
  ['好了', true],
  ['帮接了水管', true],
  ['已鉴定为B级', true],
  ['修好通水', true],
])('“%s” counts as finished: %s', (words, finished) => {
  expect(readReport(words).finished).toBe(finished);
});

it('完成 at the front says so whatever follows, and is taken off', () => {
  expect(readReport('完成 已安排人搬离')).toEqual({ finished: true, words: '已安排人搬离' });
  expect(readReport('完成')).toEqual({ finished: true, words: '完成' });
  expect(readReport('办完了，自来水通到院里')).toEqual({ finished: true, words: '自来水通到院里' });
});
