import { describe, expect, test } from 'vitest';
import { isKinWord, namesPeople } from '../../conversations/understanding/index.ts';

describe('who is meant', () => {
  test.each(
    '老伴 | 老二 | 二儿子 | 儿子小明 | 王小明 | 小宝 | 建国 | 老伴和儿子 | 俺娘 | 我 | 户主 | 大孙子 | 上初二的孙女 | 最小的 | 李翠花、王建国 | 叫赵小玲 | 老伴去年查的 | 他家老二 | 欧阳建国 | 他家那口子 | 小玲'.split(
      ' | ',
    ),
  )('%s names people', (said) => {
    expect(namesPeople(said, ['赵小玲'])).toBe(true);
  });

  test.each(
    '没有 | 都没有 | 没了 | 满意 | 不知道 | 付得起 | 挺好 | 天冷 | 稳定 | 好 | 一般 | 不是老伴 | 奶奶住院了，妈妈代管'.split(
      ' | ',
    ),
  )('%s names nobody', (said) => {
    expect(namesPeople(said, ['赵小玲'])).toBe(false);
  });

  test('a word of kinship is told from a name', () => {
    expect(['奶奶', '妈妈', '二儿子', '俺娘'].every(isKinWord)).toBe(true);
    expect(['王五', '李翠花', '赵六'].some(isKinWord)).toBe(false);
  });
});
