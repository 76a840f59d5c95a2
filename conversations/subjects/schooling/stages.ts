import type { Choice } from '../../form/question.ts';

/** Stages of schooling as people say them: `stage: words`. Aid is due in each (5.5), also before and after 6 to 15. */
const stageTable = `
幼儿园: 学前 学前班 上幼儿园 小班 中班 大班
小学: 上小学 一年级 二年级 三年级 四年级 五年级 六年级
初中: 上初中 初一 初二 初三 七年级 八年级 九年级 读初中 读初三
高中: 上高中 读高中 高一 高二 高三
中职: 中专 职高 技校 职校 卫校 上中专 读中专 上职高 上技校 读职高 读技校
大学: 大专 高职 本科 大学生 上大学 读大学 上大专 读大专 大一 大二 大三 大四 研究生
`;

export const schoolStages: readonly Choice[] = stageTable
  .trim()
  .split('\n')
  .map((line) => {
    const [value = '', words = ''] = line.split(': ');
    return { value, label: value, words: words.split(' ') };
  });
