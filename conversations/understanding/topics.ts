import { fold } from '../language/text.ts';

/**
 * The ledger's questions and the words by which a message speaks of them. `names` are short names as used in
 * 改 收入 5万; the first match wins, so narrower ones stand first.
 */
export interface LedgerTopic {
  key: string;
  names: readonly string[];
}

export const ledgerTopics: readonly LedgerTopic[] = [
  { key: 'incomeStable', names: ['稳定', '收入稳', '是否稳'] },
  { key: 'incomeSource', names: ['来源', '收入来源', '主要收入', '靠啥', '做什么', '干啥'] },
  { key: 'annualIncome', names: ['年收入', '收入', '挣', '进项'] },
  { key: 'population', names: ['人口', '几口人', '人数', '口数', '几口', '家里人'] },
  { key: 'allInsured', names: ['参保', '医保', '新农合', '参合', '农合', '合作医疗', '保险'] },
  { key: 'canAffordCare', names: ['支付能力', '自付', '支付', '看病钱', '医药费', '医疗费'] },
  { key: 'seriousIllness', names: ['大病', '慢性病', '慢病', '患病', '生病', '病'] },
  { key: 'dropoutReason', names: ['辍学原因', '失学原因', '不上学的原因', '原因'] },
  { key: 'droppedOut', names: ['辍学', '失学', '退学'] },
  { key: 'schoolAgeChild', names: ['适龄', '学生', '上学', '孩子', '儿童', '义务教育', '教育'] },
  { key: 'housingAppraised', names: ['鉴定'] },
  { key: 'otherSafeHousing', names: ['其他住房', '其他安全住房', '别的房', '另外的房', '其它住房'] },
  { key: 'housingSafe', names: ['住房', '房子', '房屋', '房'] },
  { key: 'waterProblem', names: ['饮水', '用水', '吃水', '水'] },
  { key: 'otherProblems', names: ['其他问题', '别的问题', '其它问题', '问题描述'] },
  { key: 'otherDifficulties', names: ['其他困难', '困难', '其它困难', '难处'] },
  { key: 'householdType', names: ['户属性', '户类型'] },
];

/** The ledger question that a short name speaks of: 收入 → annualIncome. */
function keyOf(name: string): string | undefined {
  const folded = fold(name);
  return ledgerTopics.find((t) => t.names.some((n) => folded.includes(n)))?.key;
}

const exact = new Map(ledgerTopics.flatMap((t) => t.names.map((n) => [n, t.key] as const)));

/** The ledger question whose short name this is, and nothing else. */
export function keyNamed(name: string): string | undefined {
  const core = name
    .replace(/^(?:家庭|家中|家里|现有|户内)?(?:是否|有无|有没有)?(?:全部|存在|有|具备)?/, '')
    .replace(
      /(?:是否)?(?:存在)?(?:安全)?(?:问题|情况|人数|(?<=口)数)$|(?:是否|有无)(?:安全|稳定|存在)?$/,
      '',
    );
  // A form's heading asks: 是否有大病或长期慢性病.
  return exact.get(name) ?? (/是否|有无/.test(name) ? keyOf(name) : exact.get(core));
}
