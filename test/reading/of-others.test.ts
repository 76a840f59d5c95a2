import { describe, expect, it } from 'vitest';
import { readYesNo } from '../../conversations/reading/yes-no.ts';
import { askedByQuestion } from '../../conversations/subjects/asked.ts';

/** What is sure, what would be asked with its guess, and nothing at all. */
function read(question: string, text: string): string {
  const asked = askedByQuestion.get(question);
  if (asked === undefined) throw new Error(question);
  const { value, sure } = readYesNo(text, asked);
  if (value === undefined) return '没说';
  return `${sure ? '' : '问：'}${value ? '是' : '否'}`;
}

describe('what is told of another household is no answer of this one', () => {
  it.each([
    ['seriousIllness', '他哥有尿毒症,不跟他一户', '没说'],
    ['seriousIllness', '隔壁老张家有人得癌', '没说'],
    ['seriousIllness', '俺姐家有病人', '没说'],
    ['housingSafe', '俺哥家房子塌了', '没说'],
    ['housingSafe', '邻居家评了d级,俺家没问题,b级', '是'],
    ['waterProblem', '他二叔家水不好,俺家没事', '否'],
    ['allInsured', '隔墙老赵家没交,俺家四口都交了', '是'],
  ])('%s: %s → %s', (question, text, meant) => {
    expect(read(question, text)).toBe(meant);
  });
});

describe('what may pass, or is settled elsewhere, is asked about', () => {
  it.each([
    ['waterProblem', '上冻了管子冻住了,这两天没水', '问：是'],
    ['allInsured', '就他儿子没交,有职工医保', '问：否'],
    ['seriousIllness', '刚去县医院拍的片子,说肺上有个东西,结果还没出来', '问：否'],
    ['otherDifficulties', '现在没有,怕就怕过了年工地不要他了', '问：否'],
  ])('%s: %s → %s', (question, text, meant) => {
    expect(read(question, text)).toBe(meant);
  });
});

describe('cells of a form', () => {
  it.each([
    ['schoolAgeChild', '适龄儿童否', '否'],
    ['schoolAgeChild', '无6-16周岁适龄儿童', '否'],
    ['schoolAgeChild', '没上学孩子', '否'],
    // 饮水√: a tick is no yes to whether something is wrong with it.
    ['waterProblem', '饮水是', '问：否'],
    ['waterProblem', '饮水有问题:是', '是'],
  ])('%s: %s → %s', (question, text, meant) => {
    expect(read(question, text)).toBe(meant);
  });
});
