import { expect, test } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { hintsOf } from '../../conversations/reading/hints.ts';
import { readMessage, type Understood, understandAnswer } from '../../conversations/understanding/index.ts';

const questions = hintsOf(xiaoxian2021.householdForm);

function hint(key: string) {
  const found = questions.find((q) => q.key === key);
  if (!found) throw new Error(`no question ${key}`);
  return found;
}

function shown(u: Understood): unknown {
  return u.status === 'value' ? u.value : u.status;
}

test.each([
  ['otherDifficulties', '满意', 'ask'],
  ['reimbursementDelayed', '满意', 'ask'],
  ['reimbursementDelayed', '挺好', 'ask'],
  ['reimbursementDelayed', '没问题', false],
  ['waterProblem', '满意', 'ask'],
  ['housingSafe', '满意', 'ask'],
  ['allInsured', '不错', 'ask'],
  ['incomeStable', '挺好', 'ask'],
  ['familyDoctor', '很满意', 'ask'],
  ['satisfiedTeam', '村里路不好', 'ask'],
  ['satisfiedTeam', '差强人意', 'ask'],
  ['satisfiedTeam', '工作队还行', 'ask'],
  ['satisfiedTeam', '干部不错', true],
  ['satisfiedTeam', '工作队不行', false],
  ['satisfiedBasics', '路不好', false],
  ['satisfiedLife', '挺好', true],
  ['settledWell', '挺好', true],
  ['foodClothing', '挺好的', true],
  ['elderAloneUnsafe', '老伴有糖尿病', 'none'],
  ['otherDifficulties', '一言难尽', 'ask'],
  ['otherDifficulties', '有点其他困难', true],
  ['otherDifficulties', '没欠债', 'ask'],
  ['otherDifficulties', '没对象', true],
  ['canAffordCare', '不至于掏不起', true],
  ['allInsured', '俺家没断过', true],
  ['housingAppraised', '报告在家', true],
  ['waterProblem', '不成问题', false],
  ['postPaid', '月月到', true],
  ['labourForce', '就剩俺俩老的', false],
] as const)('%s: %s → %s', (key, said, meant) => {
  expect(shown(understandAnswer(said, hint(key)))).toBe(meant);
});

test.each(['没拖', '没欠债', '没断过水'])('%s is no problem to be noted', (said) => {
  const { slots } = readMessage(said, { questions, open: hint('otherProblems') });
  const noted = slots.filter(
    ({ key, understood }) => key === 'otherProblems' && understood.status === 'value',
  );
  expect(noted).toEqual([]);
});

test('what is quoted back keeps its capitals', () => {
  const { slots } = readMessage('房子D级', { questions, open: hint('housingSafe') });
  expect(slots.map((slot) => slot.words)).toEqual(['房子D级', '房子D级']);
});

test('of 不是3口，是5口 only the five is told', () => {
  const reading = readMessage('不是3口，是5口，年收入6万', { questions });
  expect(reading.rest).toEqual([]);
  expect(reading.slots.map((slot) => [slot.key, shown(slot.understood)])).toEqual([
    ['population', 5],
    ['annualIncome', 60000],
  ]);
});
