import { describe, expect, test } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { hintsOf } from '../../conversations/reading/hints.ts';
import {
  type QuestionHint,
  type Understood,
  understandAnswer,
} from '../../conversations/understanding/index.ts';

const hints = hintsOf(xiaoxian2021.householdForm);

function hint(key: string): QuestionHint {
  const found = hints.find((h) => h.key === key);
  if (!found) throw new Error(`no question ${key}`);
  return found;
}

function shown(u: Understood): unknown {
  if (u.status === 'value') return u.value;
  if (u.status === 'ask') return `?${u.reason}`;
  return u.status === 'control' ? u.control.action : 'none';
}

describe('an answer to one question of the visit', () => {
  test.each([
    ['population', '5', 5],
    ['population', '5口人', 5],
    ['population', '老两口带俩孙子', 4],
    ['population', '四五口', '?range'],
    ['population', '四十', '?misheard'],
    ['annualIncome', '3万2', 32000],
    ['annualIncome', '大概5万', 50000],
    ['annualIncome', '打工3万种地5千', 35000],
    ['annualIncome', '5', '?unit'],
    ['annualIncome', '一个月3000', '?period'],
    ['annualIncome', '3-4万', '?range'],
    ['annualIncome', '人均8000', '?perCapita'],
    ['annualIncome', '欠了3万', '?expense'],
    ['incomeSource', '打工', ['务工']],
    ['incomeSource', '打工和种地', ['务工', '种植']],
    ['incomeSource', '1', ['务工']],
    ['incomeSource', '1、6', ['务工', '种植']],
    ['incomeSource', '1和6', ['务工', '种植']],
    ['incomeSource', '1 6', ['务工', '种植']],
    ['incomeSource', '16', ['残疾人补贴']],
    ['incomeSource', '选6', ['种植']],
    ['incomeSource', '第6个', ['种植']],
    ['incomeSource', '务工、低保', ['务工', '低保']],
    ['incomeSource', '都有', '?vague'],
    ['incomeSource', '国家养着', '?vague'],
    ['incomeStable', '1', true],
    ['incomeStable', '2', false],
    ['incomeStable', '①', true],
    ['incomeStable', '1是', true],
    ['incomeStable', '选2', false],
    ['allInsured', '差一个', false],
    ['seriousIllness', '老太太糖尿病', true],
    ['seriousIllness', '没啥大病', '?verify'],
    ['canAffordCare', '能自己掏', true],
    ['dropoutReason', '不想上', '厌学'],
    ['dropoutReason', '1', '厌学'],
    ['dropoutReason', '打工去了', '外出务工'],
    ['dropoutReason', '自闭症', '身体原因'],
    ['dropoutReason', '腿上有残疾', '?verify'],
    ['housingSafe', '没问题', true],
    ['housingGrade', 'C', 'C'],
    ['housingGrade', 'c级', 'C'],
    ['housingGrade', '3', 'C'],
    ['housingGrade', 'B还是C', '?conflict'],
    ['waterProblem', '没问题', false],
    ['waterProblem', '水发黄', true],
    ['waterTypes', '2', ['水质']],
    ['waterTypes', '水黄还老停水', ['水质', '保证率']],
    ['waterTypes', '12', ['水量', '水质']],
    ['otherProblems', '没有', '无'],
    ['otherProblems', '没有别的问题', '无'],
    ['otherProblems', '院墙快倒了', '院墙快倒了'],
    ['otherProblems', '有', '?vague'],
    ['otherDifficulties', '没有', false],
    ['helperAssigned', '有', true],
    ['helperAssigned', '安排了', true],
    ['helperAssigned', '没有', false],
    ['helperAssigned', '没安排', false],
    ['helperKnown', '知道', true],
    ['helperKnown', '认识', true],
    ['helperKnown', '不知道', false],
    ['helperKnown', '不知道是谁', false],
    ['helperKnown', '不认识', false],
    ['helperKnown', '说不出名字', false],
    ['helperActs', '没帮过啥', false],
    ['helperActs', '办了不少实事', true],
    ['policiesReach', '都到位了', true],
    ['policiesReach', '没到位', false],
    ['policiesReach', '不知道', 'unsure'],
    ['satisfiedTeam', '满意', true],
    ['satisfiedTeam', '很满意', true],
    ['satisfiedTeam', '不满意', false],
    ['satisfiedTeam', '不太满意', false],
    ['satisfiedTeam', '还行', '?vague'],
    ['satisfiedTeam', '一般', '?vague'],
    ['satisfiedTeam', '没意见', true],
    ['satisfiedTeam', '好得很', true],
    ['loanOverdue', '没逾期', false],
    ['loanOverdue', '没有', false],
    ['loanOverdue', '逾期了', true],
    ['loanOverdue', '有逾期', true],
    ['loanOverdue', '没问题', false],
    ['loanSubsidised', '贴了', true],
    ['loanSubsidised', '没贴', false],
    ['dividendPaid', '给了', true],
    ['dividendPaid', '没给', false],
    ['dividendPaid', '还没给', false],
    ['postPaid', '按时发', true],
    ['postPaid', '拖了几个月', false],
    ['postPaid', '不按时', false],
    ['postPaid', '没发', false],
    ['postContract', '签了', true],
    ['postContract', '没签', false],
    ['postFit', '干得动', true],
    ['postFit', '干不动', false],
    ['medicalBurdenHeavy', '不重', false],
    ['medicalBurdenHeavy', '负担重', true],
    ['medicalBurdenHeavy', '压得喘不过气', true],
    ['builtOnDebt', '没借', false],
    ['builtOnDebt', '借了3万', true],
    ['livesInNewHome', '住着呢', true],
    ['livesInNewHome', '不常住', false],
    ['livesInNewHome', '没住', false],
    ['earningsGrew', '比去年多', true],
    ['earningsGrew', '没去年多', false],
    ['earningsGrew', '少了', false],
    ['incomeSwing', '没有', false],
    ['familyDoctor', '签了', true],
    ['familyDoctor', '没签约', false],
    ['projectResult', '增收了', 'good'],
    ['projectResult', '挣得少', 'little'],
    ['projectResult', '1', 'good'],
    ['shareContract', '没到期', 'running'],
    ['shareContract', '到期没续', 'lapsed'],
    ['shareContract', '没续', 'lapsed'],
    ['premiumSubsidy', '享受了', 'yes'],
    ['premiumSubsidy', '没享受', 'no'],
    ['studentAid', '没领到', 'missing'],
    ['studentAid', '领到了', 'received'],
    ['reliefTimely', '及时', 'timely'],
    ['reliefTimely', '不及时', 'late'],
    ['supports', '小额贷款和公益岗', ['小额贷款', '公益岗']],
    ['supports', '1、3', ['产业项目', '小额贷款']],
    ['basicsReasons', '路灯不亮', ['道路']],
    ['basicsReasons', '路不好,老停电', ['道路', '电力']],
    ['netIncomePerHead', '8000', 8000],
    ['netIncomePerHead', '人均8000', 8000],
    ['netIncomePerHead', '1万2', 12000],
    ['lastYearIncomePerHead', '去年7500', 7500],
    ['medicalExpense', '花了8000', 8000],
    ['medicalExpense', '没花', 0],
    ['medicalExpense', '8千多', '?approximate'],
    ['incomeSource', '跳过', 'skip'],
    ['annualIncome', '不清楚', 'unsure'],
    ['population', '上一题', 'back'],
    ['population', '收入改成4万', 'edit'],
  ])('%s: %s → %j', (key, text, meaning) => {
    expect(shown(understandAnswer(text, hint(key)))).toEqual(meaning);
  });

  test('concrete sums are offered where the sum is in doubt', () => {
    const labels = (text: string, population?: number) => {
      const u = understandAnswer(text, hint('annualIncome'), { population });
      return u.status === 'ask' ? u.options?.map((o) => o.value) : undefined;
    };
    expect(labels('5')).toEqual([50000, 5000, 5]);
    expect(labels('3-4万')).toEqual([30000, 35000, 40000]);
    expect(labels('一个月3000')?.slice(0, 2)).toEqual([36000, 30000]);
    expect(labels('人均8000', 4)).toEqual([32000, 8000]);
    expect(labels('2万多')).toEqual([20000, 22000, 25000]);
  });

  test('the illness, the missing person and the kind of water trouble are kept beside the answer', () => {
    expect(understandAnswer('老太太糖尿病', hint('seriousIllness'))).toMatchObject({
      detail: { who: '老太太', note: '糖尿病' },
    });
    expect(understandAnswer('差一个', hint('allInsured'))).toMatchObject({
      value: false,
      detail: { missing: 1 },
    });
    expect(understandAnswer('老头没参', hint('allInsured'))).toMatchObject({
      value: false,
      detail: { who: '老头' },
    });
    expect(understandAnswer('水黄还老停水', hint('waterProblem'))).toMatchObject({
      detail: { note: '水质、保证率' },
    });
    expect(understandAnswer('打工3万种地5千', hint('annualIncome'))).toMatchObject({
      detail: { parts: [30000, 5000] },
    });
  });

  test('a question known only by kind and polarity is answered too', () => {
    const bare: QuestionHint = {
      key: 'x',
      kind: 'yesNo',
      trueIsGood: true,
      reads: { topic: 'help', yes: '+', good: '+', kind: 'existential', being: true, loose: ['good', 'bad'] },
    };
    const rated: QuestionHint = { key: 'y', kind: 'yesNo', trueIsGood: true, rated: true };
    expect(shown(understandAnswer('知道', bare))).toBe(true);
    expect(shown(understandAnswer('不知道是谁', bare))).toBe(false);
    expect(shown(understandAnswer('满意', bare))).toBe('?vague');
    expect(shown(understandAnswer('满意', rated))).toBe(true);
    expect(shown(understandAnswer('不满意', rated))).toBe(false);
    expect(shown(understandAnswer('没问题', { key: 'z', kind: 'yesNo', trueIsGood: false }))).toBe(false);
    expect(shown(understandAnswer('还行', bare))).toBe('?vague');
    expect(shown(understandAnswer('三个', { key: 'n', kind: 'count' }))).toBe(3);
    expect(shown(understandAnswer('没有', { key: 'n', kind: 'count' }))).toBe(0);
  });
});
