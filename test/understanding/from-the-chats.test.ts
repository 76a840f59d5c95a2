import { describe, expect, it } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { hintsOf } from '../../conversations/reading/hints.ts';
import { readMessage, understandField } from '../../conversations/understanding/index.ts';

const questions = hintsOf(xiaoxian2021.householdForm);

/** What a message yields at an open question: values by key, `?` and the reason where it is asked back. */
function read(text: string, openKey?: string): Record<string, unknown> {
  const open = questions.find((q) => q.key === openKey);
  const reading = readMessage(text, { questions, ...(open === undefined ? {} : { open }) });
  const slots = reading.slots.map(({ key, understood: u }) => [
    key,
    u.status === 'value' ? u.value : u.status === 'ask' ? `?${u.reason}` : u.status,
  ]);
  return {
    ...Object.fromEntries(slots),
    ...(reading.control === undefined ? {} : { control: reading.control.action }),
  };
}

/** Sentences that went wrong when people chatted through whole visits. */
describe('sentences heard in whole visits', () => {
  it.each([
    ['没有上学的孩子', 'population', { schoolAgeChild: false }],
    ['报销没有拖延', 'reimbursementDelayed', { reimbursementDelayed: false }],
    ['老两口种了七八亩地', 'population', { population: '?verify', incomeSource: ['种植'] }],
    ['水其实有点黄', 'otherProblems', { waterProblem: true, waterTypes: ['水质'] }],
    [
      '不安全，没鉴定，儿子家有楼房能住',
      'housingSafe',
      { housingSafe: false, housingAppraised: false, otherSafeHousing: true },
    ],
    ['收入不清楚，打工', 'annualIncome', { annualIncome: '?hedged', incomeSource: ['务工'] }],
    // At the question of other problems good news is nothing found, and what tells of trouble is.
    ['其他没问题', 'otherProblems', { otherProblems: '无' }],
    ['啥问题都没有', 'otherProblems', { otherProblems: '无' }],
    ['户里别的没有', 'otherProblems', { otherProblems: '无' }],
    ['都参保', 'otherProblems', { allInsured: true }],
    ['没啥大病', 'otherProblems', { seriousIllness: '?verify' }],
    ['孩子没辍学', 'otherProblems', { droppedOut: false }],
    ['房子没问题，水有点咸', 'otherProblems', { otherProblems: '水有点咸', housingSafe: true }],
    ['没有路灯', 'otherProblems', { otherProblems: '没有路灯' }],
    ['孩子上学远', 'otherProblems', { otherProblems: '孩子上学远' }],
    ['没上学的孩子', 'schoolAgeChild', { schoolAgeChild: false }],
    ['工作队满意 村里满意', 'seriousIllness', { satisfiedTeam: true, satisfiedBasics: true }],
    ['村里路和水电都满意', 'satisfiedBasics', { satisfiedBasics: true }],
    ['工作队满意 村里路和水电都满意', 'satisfiedTeam', { satisfiedTeam: true, satisfiedBasics: true }],
    ['对工作队和村里都满意', 'satisfiedTeam', { satisfiedTeam: true, satisfiedBasics: true }],
    ['都满意', 'satisfiedTeam', { satisfiedTeam: true, satisfiedBasics: true }],
    ['都很满意', 'satisfiedTeam', { satisfiedTeam: true, satisfiedBasics: true }],
    ['满意，都满意', 'satisfiedTeam', { satisfiedTeam: true, satisfiedBasics: true }],
    ['住儿子家楼房', 'otherSafeHousing', { otherSafeHousing: true }],
    ['锁着门，没人在家', 'population', { control: 'notHome' }],
    ['门锁着，人不在', 'population', { control: 'notHome' }],
    ['不让进门，不配合', 'population', { control: 'refused' }],
    ['9口人 一年900', 'population', { population: 9, annualIncome: '?unusual' }],
    ['没孩子', 'schoolAgeChild', { schoolAgeChild: false }],
    ['没大病慢病', 'seriousIllness', { seriousIllness: false }],
    ['没有大病和慢性病', 'seriousIllness', { seriousIllness: false }],
    ['没人有大病慢性病', 'population', { seriousIllness: false }],
    ['付不起，都是借的', 'canAffordCare', { canAffordCare: false }],
    ['不想上', 'dropoutReason', { dropoutReason: '厌学' }],
    ['没贷款', 'supports', {}],
    ['没有产业项目也没贷款', 'supports', {}],
  ])('%s（问 %s）', (text, open, expected) => {
    expect(read(text, open)).toMatchObject(expected);
    if (Object.keys(expected).length === 0)
      expect(read(text, open)).not.toHaveProperty('supports', expect.arrayContaining(['小额贷款']));
  });

  it('a word of praise for one thing never answers a question about another', () => {
    expect(read('工作队满意 村里满意', 'seriousIllness')).not.toHaveProperty('seriousIllness');
    expect(read('村里路和水电都满意', 'satisfiedBasics')).not.toHaveProperty('waterProblem');
    expect(read('没有上学的孩子', 'population')).not.toHaveProperty('droppedOut');
  });

  it('a child taught at home by a visiting teacher', () => {
    expect(read('有孩子没上学，老师送教上门', 'schoolAgeChild')).toMatchObject({
      schoolAgeChild: true,
      dropoutReason: '送教上门',
    });
  });

  it.each([
    // Facts lost without a word.
    ['4口人5万', 'population', { population: 4, annualIncome: 50_000 }],
    ['5万4口人', 'population', { population: 4, annualIncome: 50_000 }],
    [
      '没困难 都满意，提交',
      'otherDifficulties',
      { otherDifficulties: false, satisfiedTeam: true, satisfiedBasics: true },
    ],
    // A sum said to the open money question is of that question.
    ['两千来块', 'medicalExpense', { medicalExpense: '?approximate' }],
    ['三千多', 'medicalExpense', { medicalExpense: '?approximate' }],
    // Other words than yes and no.
    // Once in a while is asked about, not stored.
    ['自来水，夏天有时候停', 'waterProblem', { waterProblem: '?verify' }],
    ['井水，有点咸', 'waterProblem', { waterProblem: true, waterTypes: ['水质'] }],
    ['房子去年翻盖的 安全', 'housingSafe', { housingSafe: true }],
    ['其他问题无', 'otherProblems', { otherProblems: '无' }],
    ['门口路灯坏了，其他没有', 'otherProblems', { otherProblems: '门口路灯坏了' }],
    ['老头干不了活', 'labourLost', { labourLost: true }],
    ['在徐州干了三年了', 'employedStable', { employedStable: true }],
    ['看病还行', 'canAffordCare', { canAffordCare: '?vague' }],
    ['一年52,000', 'annualIncome', { annualIncome: 52000 }],
    // A character nobody knows behind those who lent it: it is said of them.
    ['借了亲戚囧', 'canAffordCare', { canAffordCare: '?vague' }],
    ['习惯', 'settledWell', { settledWell: true }],
    ['公益岗没有 低保有', 'supports', { supports: ['都没有'] }],
    ['老大在外地交的', 'allInsured', { allInsured: '?verify' }],
  ])('%s（问 %s）: nothing lost, nothing guessed', (text, open, expected) => {
    expect(read(text, open)).toMatchObject(expected);
  });

  it('never takes these for what they are not', () => {
    // 少一口: of how many? The register's number is not in the sentence.
    expect(understandField('population', '少一口')).not.toMatchObject({ status: 'value', value: 1 });
    expect(read('吃饭了吗大家', 'allInsured')).not.toMatchObject({ control: 'pause' });
    expect(read('俩老的', 'medicalExpense')).not.toHaveProperty('medicalExpense');
    expect(read('及时', 'earningsGrew')).not.toMatchObject({ earningsGrew: true });
    // Words of another question's answer are no yes and no no.
    expect(read('签了', 'medicalBurdenHeavy')).not.toHaveProperty('medicalBurdenHeavy', true);
    expect(read('不愁', 'labourForce')).not.toHaveProperty('labourForce', false);
    expect(read('及时', 'labourLost')).not.toHaveProperty('labourLost', false);
    expect(read('安全 水没问题 无 没困难', 'premiumSubsidy')).not.toHaveProperty('premiumSubsidy');
    expect(read('不愁', 'incomeSwing')).not.toMatchObject({ incomeSwing: false });
    expect(read('路灯坏了一盏', 'otherProblems')).not.toHaveProperty('basicsReasons', ['道路']);
    expect(read('老大在外地交的', 'allInsured')).not.toHaveProperty('incomeSource');
  });
});
