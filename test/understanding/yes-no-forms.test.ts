import { expect, it } from 'vitest';
import { wordsInTable } from '../../conversations/language/table.ts';
import { answers } from './table.ts';

// A nought beside what a form counts says that there is none of it; of everybody a bare one tells nothing.
answers('seriousIllness', `no: 慢病0人 | 患病人数0\nyes: 慢性病1人 | 高血压2人`);
answers('droppedOut', `no: 0人 | 辍学0例 | 失学0人 | 未发现辍学 | 全部在读\nyes: 上到初二就不去了`);
answers('schoolAgeChild', `no: 适龄儿童0人 | 家中无义务教育阶段学生\nyes: 义务教育阶段学生2名`);
answers('otherSafeHousing', `no: 0套 | 其他住房0处 | 名下无其他房产\nyes: 另有住房：1处`);
answers('otherDifficulties', `no: 诉求：0条 | 暂无诉求 | 无急难愁盼问题`);
answers(
  'allInsured',
  `yes: 0人未参保 | 未参保人数：0 | 应参尽参\nno: 漏缴2人\n?: 0人 | 交没交我得问问儿媳妇`,
);
// What is waited for hasn't happened.
answers(
  'housingAppraised',
  `no: 没见过谁来鉴定 | 未开展鉴定\n?: 正等着来鉴定哩 | 没人来看过\nyes: 已鉴定，结论安全`,
);
// One flaw is asked about, two of different kinds decide.
answers('housingSafe', `?: 后墙裂了 | 地基往下沉\nno: 地基往下沉，门都关不上 | 后墙裂了，房檐掉了`);
answers('canAffordCare', `yes: 自己出不了几个 | 自付费用在承受范围内\nno: 压力大得很 | 扛不住了`);

it('spells out the parts of a word that go with each other', () => {
  const words = wordsInTable('(墙|梁)(歪|裂)了 house-?\n漏 house-?');
  expect(words.map((word) => word.form)).toEqual(['墙歪了', '墙裂了', '梁歪了', '梁裂了', '漏']);
  expect(words.every((word) => word.facts[0]?.topic === 'house')).toBe(true);
});
