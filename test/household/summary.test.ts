import { describe, expect, it } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { summaryCard } from '../../conversations/dialogues/visit/summary.ts';
import { echo, numberedQuestions } from '../../conversations/form/echo.ts';
import { showAnswer, showMoney } from '../../conversations/form/show-answer.ts';
import { allWell, answered, householdOf, settings } from './people.ts';

const question = (key: string) => {
  const found = xiaoxian2021.householdForm.questions.find((q) => q.key === key);
  if (found === undefined) throw new Error(`no question ${key}`);
  return found;
};
const card = (values: Parameters<typeof answered>[0], over = {}, masked = false) =>
  summaryCard({ household: householdOf(over), answers: answered(values), settings, masked });

describe('the echo', () => {
  it('repeats in one line what was understood', () => {
    const answers = answered({
      population: 4,
      annualIncome: 50_000,
      incomeSource: ['务工'],
      incomeStable: true,
    });
    expect(
      echo(xiaoxian2021.householdForm, answers, [
        'population',
        'annualIncome',
        'incomeSource',
        'incomeStable',
      ]),
    ).toBe('4口人；年收入5万元；务工；稳定');
  });

  it('names what is meant where the words alone do not', () => {
    const answers = answered({
      seriousIllness: { is: 'unsure' },
      otherProblems: '路灯坏了',
      netIncomePerHead: 12_000,
    });
    expect(
      echo(xiaoxian2021.householdForm, answers, ['seriousIllness', 'otherProblems', 'netIncomePerHead']),
    ).toBe('大病慢病待核实；其他问题：路灯坏了；人均纯收入1.2万元');
  });

  it('tells who is meant and the words kept beside', () => {
    expect(showAnswer(question('allInsured'), { is: 'known', v: false, who: '二儿子', note: '在外地' })).toBe(
      '有人没参（二儿子，在外地）',
    );
  });

  it('never repeats an ID or phone number somebody typed', () => {
    const text = showAnswer(question('otherProblems'), {
      is: 'known',
      v: '联系13812341234',
      note: '34132219700101123X',
    });
    expect(text).toBe('联系138****1234（341322********123X）');
  });

  it.each([
    [50_000, '5万元'],
    [36_500, '3.65万元'],
    [12_345, '12345元'],
    [900, '900元'],
    [0, '0元'],
  ])('%d is shown as %s', (yuan, shown) => {
    expect(showMoney(yuan)).toBe(shown);
  });
});

describe('the card before submission', () => {
  it('is short for a household where all is well', () => {
    expect(card(allWell)).toBe(
      [
        '【张小三·3组】一般农户，请核对：',
        '没发现问题',
        '人口 1. 4口人',
        '收入 2.年收入5万元 3.务工 4.稳定',
        '医疗 5.都参保 6.没大病慢病',
        '上学 7.没适龄孩子',
        '住房 8.房子安全 9.没有老人住危房',
        '饮水 10.饮水没问题',
        '其他 11.其他问题：无 12.没其他困难',
        '都对回“提交”；要改回序号，或直接说“收入改成4万”。',
      ].join('\n'),
    );
  });

  it('numbers the answers as a correction counts them', () => {
    const answers = answered({ ...allWell, seriousIllness: true, canAffordCare: false });
    const numbered = numberedQuestions(xiaoxian2021.householdForm, answers).map((q) => q.key);
    expect(numbered.indexOf('canAffordCare') + 1).toBe(7);
    expect(card({ ...allWell, seriousIllness: true, canAffordCare: false })).toContain('7.付不起');
  });

  it('tells problems with clause, area and lead unit, warnings, open and unsure answers', () => {
    const { housingSafe: _, ...rest } = allWell;
    const text = card({
      ...rest,
      population: 9,
      annualIncome: 900,
      allInsured: { is: 'known', v: false, who: '老太太' },
      waterProblem: { is: 'unsure' },
    });
    expect(text).toContain('问题1个：\n· 有家庭成员没参加医保（老太太）（5.6 三保障和饮水安全，县医保局）');
    expect(text).toContain('提醒：9 口人一年才 900 元，属实吗？');
    expect(text).toContain('还没答：住房');
    expect(text).toContain('待核实：饮水');
    expect(text).toContain('监测线索（请按程序核实）：按年收入匡算人均约 100 元');
  });

  it('keeps name, income, health, schooling and free words out of a group', () => {
    const text = card(
      {
        ...allWell,
        seriousIllness: true,
        canAffordCare: false,
        schoolAgeChild: true,
        droppedOut: true,
        otherProblems: '老张肝癌',
        housingSafe: { is: 'known', v: false, who: '老太太' },
      },
      { headName: '张小三' },
      true,
    );
    expect(text).toContain('【张*三·3组】');
    for (const secret of ['小三', '5万', '大病', '付不起', '辍学', '肝癌', '老太太', '务工', '监测'])
      expect(text).not.toContain(secret);
    expect(text).toMatch(/问题\d+个，内容请私聊看/u);
  });
});
