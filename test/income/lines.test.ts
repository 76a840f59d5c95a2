import { describe, expect, it } from 'vitest';
import { hechuan2022Spring } from '../../conversations/campaigns/hechuan-2022-spring/campaign.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { Answers } from '../../conversations/form/answer.ts';
import { applicable, questionOf } from '../../conversations/form/questionnaire.ts';
import { linesWords, showAnswer } from '../../conversations/form/show-answer.ts';
import { lineSheetOf } from '../../conversations/form/value.ts';
import { readLines } from '../../conversations/reading/income/lines.ts';
import { specimenHouseholds } from '../../conversations/subjects/specimens.ts';

const question = questionOf(xiaoxian2021.householdForm, 'netIncomePerHead');
const sheet = lineSheetOf(question);
if (question === undefined || sheet === undefined) throw new Error('no sheet');

/** 工资性3万元、成本2000元|养猪: the lines read, and behind | what nobody understood. */
function read(text: string): string | undefined {
  if (sheet === undefined) return undefined;
  const said = readLines(text, sheet);
  return said && `${linesWords(sheet, said.lines)}${said.unread === '' ? '' : `|${said.unread}`}`;
}

describe('a year told line by line', () => {
  it.each([
    ['工资3万 地里5000 低保2400 花销2000', '工资性3万元、经营性5000元、转移性2400元、成本2000元'],
    [
      '打工3万2，种地5千，租金800，养老金1300，化肥2000',
      '工资性3.2万元、经营性5000元、财产性800元、转移性1300元、成本2000元',
    ],
    ['工资30000地里5000低保2400', '工资性3万元、经营性5000元、转移性2400元'],
    ['3万工资，5000低保', '工资性3万元、转移性5000元'],
    ['儿子打工2万 老伴打零工3000', '工资性2.3万元'],
    ['种地补贴300，种地成本1500', '转移性300元、成本1500元'],
    ['没有租金，低保2400', '财产性0元、转移性2400元'],
    ['工资3万 没有租金 地里5000', '工资性3万元、经营性5000元、财产性0元'],
    ['光伏3000元', '财产性3000元'],
  ])('%s is %s', (text, lines) => expect(read(text)).toBe(lines));

  it.each([
    ['工资3万，奇怪5000', '工资性3万元|奇怪5000'],
    ['工资低保3万', '|工资低保3万'],
    ['低保每月200', '|每月，低保200'],
    ['工资三四万', '|工资三四万'],
    ['工资3万，成本', '工资性3万元|成本'],
  ])('%s leaves what is not clear to be asked: %s', (text, lines) => expect(read(text)).toBe(lines));

  it.each(['8000', '人均8000', '打工的人均8000', '一万二', '打工', '不清楚'])(
    '%s names no line with its sum and is read as before',
    (text) => expect(read(text)).toBeUndefined(),
  );

  it('shows the figure with its lines', () => {
    const answer = { is: 'known', v: 8850, lines: { wages: 30_000, costs: 2000 } } as const;
    expect(showAnswer(question, answer)).toBe('8850元（工资性3万元、成本2000元）');
  });
});

describe('whose income is looked at line by line', () => {
  const [specimen] = specimenHouseholds;
  if (specimen === undefined) throw new Error('no household');
  const asked = (answers: Record<string, number>, of: Partial<typeof specimen>) => {
    const known = Object.entries(answers).map(([key, v]) => [key, { is: 'known', v }] as const);
    const { lastYearIncomePerHead: _, ...plain } = specimen;
    const subject = { year: 2021, incomeLine: 6000, household: { ...plain, ...of } };
    const all: Answers = Object.fromEntries(known);
    return applicable(xiaoxian2021.householdForm, all, subject).some(({ key }) => key === 'netIncomePerHead');
  };

  it('known poor households always', () => {
    expect(asked({ population: 4, annualIncome: 80_000 }, { type: 'povertyAlleviated' })).toBe(true);
  });

  it('others under one and a half lines, or under what they had last year', () => {
    expect(asked({ population: 4, annualIncome: 35_900 }, { type: 'general' })).toBe(true);
    expect(asked({ population: 4, annualIncome: 36_000 }, { type: 'general' })).toBe(false);
    const before = { type: 'general', lastYearIncomePerHead: 12_000 } as const;
    expect(asked({ population: 4, annualIncome: 40_000 }, before)).toBe(true);
    expect(asked({ population: 4, annualIncome: 60_000 }, before)).toBe(false);
  });

  it('nobody of a campaign that asks for no income', () => {
    expect(hechuan2022Spring.householdForm.questions.filter((q) => lineSheetOf(q) !== undefined)).toEqual([]);
  });
});
