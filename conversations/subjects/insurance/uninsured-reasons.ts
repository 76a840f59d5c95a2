import type { Choice } from '../../form/question.ts';

/**
 * Why somebody isn't in the residents' insurance: `value[*]: words`. A star: nothing is to be put right, he is
 * insured elsewhere, cared for by others, or can't be yet (the household says so; the papers are looked at).
 */
const reasonTable = `
外地已参保*: 在外地参了 外地参了 外地参保 在外地参保 外地交了 在外地交了 单位交了 单位参了 职工医保 厂里交了 厂里参了 公司交了 娘家参了 婆家参了
参军*: 当兵 当兵去了 当兵了 入伍 服役 在部队 部队 现役
学校已参保*: 学校交了 学校参了 在学校参了 在校参保 学校统一交 大学里交了
在校学生: 上学 上大学 大学生 读大学 在上学 念书 读书
新生儿*: 刚生 刚出生 才出生 新出生 没满月 没上户口 没落户
拒缴: 不愿交 不愿意交 不想交 不肯交 不交 嫌贵 舍不得 舍不得交 拒绝参保 不愿参保
没钱交: 交不起 没钱 拿不出钱 手头紧
漏缴: 忘了 忘交 忘了交 忘记交了 忘了缴 没想起来 忘交了 忘记交 不知道要交 没来得及 没顾上 错过了 过期了
失联*: 联系不上 找不到人 没音信 没有音信 多年没回
服刑*: 坐牢 判刑 在监狱 蹲监 关着
死亡未销户*: 去世 去世了 没销户 不在了 死了 过世
其他:
`;

const reasons = reasonTable
  .trim()
  .split('\n')
  .map((line) => {
    const [head = '', words = ''] = line.split(':');
    const value = head.replace('*', '');
    const more = words
      .trim()
      .split(' ')
      .filter((word) => word !== '');
    return { value, excused: head.endsWith('*'), words: more };
  });

export const uninsuredReasons: readonly Choice[] = reasons.map(({ value, words }) => ({
  value,
  label: value,
  words,
}));

/** Reasons that leave nothing to be put right. */
export const excusedReasons: readonly string[] = reasons.flatMap(({ value, excused }) =>
  excused ? [value] : [],
);
