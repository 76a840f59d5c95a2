import { describe, expect, test } from 'vitest';
import { readCells, understandAnswer, understandField } from '../../conversations/understanding/index.ts';
import { hints } from '../../src/cli/understand.ts';

/** Sentences that were once read wrong and stored without a word. `?` is asked back; `? yes` with that guess. */
const yesNo = `
housingSafe 非危房 → yes
waterProblem 除了水都没问题 → ? yes
seriousIllness 医保√ 大病慢病× 饮水无问题 → no
allInsured 医保√ 大病慢病× 饮水无问题 → yes
allInsured 问：是否全部参加新农合 答：否，户主弟弟拒缴 → no
droppedOut 没又辍学 → no
satisfiedTeam 那还能不满意房子都给俺盖上了 → yes
allInsured 老大当兵，医保没交 → ? no
waterProblem 水表冻了，这两天没水 → ? yes
seriousIllness 有老伴 → ?
seriousIllness 有工作 → ?
otherDifficulties 有低保 → ?
seriousIllness 有高血压，糖尿病 → yes
allInsured 小宝上小学 → ?
allInsured 家里二宝上幼儿园 → ?
allInsured 都宝上了 → yes
`;

describe('what was once stored wrong', () => {
  for (const line of yesNo.trim().split('\n')) {
    const [said = '', meaning = ''] = line.split(' → ');
    const [q = '', text = ''] = [said.slice(0, said.indexOf(' ')), said.slice(said.indexOf(' ') + 1)];
    test(line, () => {
      const read = understandField('yesNo', text, q, hints.get(q));
      if (meaning.startsWith('?')) expect(read.status).toBe('ask');
      else expect(read).toMatchObject({ status: 'value', value: meaning === 'yes' });
      if (meaning.startsWith('? ')) expect(read).toMatchObject({ value: meaning === '? yes' });
    });
  }

  test('a whole household is read subject by subject: a doubt about the income leaves the others alone', () => {
    const cells = readCells(
      '五口人收入也说不准一年四五万吧 新农合五个人都交了没大病也没慢性病 家里楼房安全 自来水天天有没问题',
    );
    for (const [key, said] of [
      ['allInsured', true],
      ['seriousIllness', false],
      ['housingSafe', true],
      ['waterProblem', false],
    ] as const)
      expect(cells.get(key), key).toMatchObject({ status: 'value', value: said });
    expect(cells.get('annualIncome')?.status).not.toBe('value');
  });

  test.each([
    ['户主陈立一家六口', '陈立'],
    ['户主葛小满三口人', '葛小满'],
    ['户主王三口人多', undefined],
    ['户主不在家', undefined],
    ['户主高血压三口人', undefined],
    ['户主和孩子一家三口', undefined],
  ])('the head in %s is %s', (text, name) => {
    const cell = readCells(text).get('headName');
    expect(cell?.status === 'value' ? cell.value : undefined).toBe(name);
  });

  test.each([
    ['他爸在上海，我在家种麦子', 'ask', ['种植']],
    ['儿子跑船去了，俺种地', 'ask', ['种植']],
    ['瓦工，哪有活去哪', 'value', ['零工']],
    ['木匠，有人喊就去', 'value', ['零工']],
    ['种地，一年收入两万', 'value', ['种植']],
    ['主要靠儿子在苏州打工', 'value', ['外出务工']],
    ['种地养牛，养牛为主', 'value', ['养殖', '种植']],
  ])('of %s no clause is passed over: %s %j', (text, status, sources) => {
    expect(understandField('incomeSource', text)).toMatchObject({ status, value: { sources } });
  });

  test.each([
    ['6（含在外务工2人）', 6],
    ['6人（夫妻+父母+双女）', 6],
    ['本人、妻、2子、1女', 5],
    ['1.户主 2.妻子 3.长子 4.次女', 4],
  ])('%s are %i people', (text, count) => {
    expect(understandField('population', text)).toMatchObject({ status: 'value', value: count });
  });

  test('收入3万2人口4 are four people and thirty thousand, 非低保户靠种地 lives of the land', () => {
    expect(readCells('收入3万2人口4').get('population')).not.toMatchObject({ status: 'value', value: 2 });
    expect(understandField('incomeSource', '非低保户，靠种地')).toMatchObject({
      value: { sources: ['种植'] },
    });
  });

  test('收入3万后来想了想还有四千地租 那就三万四 is never 68,000', () => {
    const read = understandField('money', '收入3万后来想了想还有四千地租 那就三万四');
    expect(read).not.toMatchObject({ value: { amount: 68_000 } });
  });

  test('还欠亲戚十五万 is no bill of one’s own', () => {
    const hint = hints.get('medicalExpense');
    if (hint === undefined) throw new Error('no such question');
    expect(understandAnswer('还欠亲戚十五万', hint).status).not.toBe('value');
  });

  test('没有 where just one of three choices is the negative one picks it', () => {
    const hint = hints.get('reimbursementTimely') ?? hints.get('reimbursementDelayed');
    if (hint?.choices === undefined) return;
    expect(understandAnswer('没有', hint).status).not.toBe('none');
  });

  test.each([
    ['allInsured', '医保怎么交'],
    ['allInsured', '新农合今年多少钱'],
    ['housingSafe', '危房改造补多少钱'],
    ['droppedOut', '啥叫辍学'],
    ['schoolAgeChild', '是不是六岁就算'],
    ['waterProblem', '水质找谁化验'],
    ['canAffordCare', '大病咋报销'],
  ])('a question at %s is no answer: %s', (q, text) => {
    expect(understandField('yesNo', text, q, hints.get(q)).status).not.toBe('value');
  });
});
