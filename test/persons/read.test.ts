import { describe, expect, it } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { FormPerson } from '../../conversations/form/form.ts';
import { questionOf } from '../../conversations/form/questionnaire.ts';
import { readPersons } from '../../conversations/reading/persons/read.ts';

const family: readonly FormPerson[] = [
  { no: 1, name: '赵大有', relation: '户主' },
  { no: 2, name: '李翠', relation: '配偶' },
  { no: 3, name: '赵小宝', relation: '长子' },
  { no: 4, name: '赵小玲', relation: '长女' },
];

/** 李翠：参军、老二 ?: who was read and what of each; ? where it isn't sure. */
function told(text: string, people = family, key = 'allInsured'): string {
  const question = questionOf(xiaoxian2021.householdForm, key);
  if (question === undefined) throw new Error('no question');
  const { persons, loose, sure } = readPersons(text, people, question);
  const each = persons.map(({ no, name, told: facts = {} }) =>
    [`${no ?? ''}${name}`, ...Object.values(facts)].join('：'),
  );
  const nobody = Object.values(loose).map((value) => `谁：${value}`);
  return `${[...each, ...nobody].join('、')}${sure ? '' : '?'}`;
}

describe('who is meant, and what is told of each', () => {
  it.each([
    ['小宝没交，当兵', '3赵小宝：参军'],
    ['老二没交，当兵', '老二：参军'],
    ['2号忘了交', '2李翠：漏缴'],
    ['3号和4号都在外地参了', '3赵小宝：外地已参保、4赵小玲：外地已参保'],
    ['老伴不愿交，闺女上大学', '2李翠：拒缴、4赵小玲：在校学生'],
    ['当兵的是小宝', '3赵小宝：参军'],
    ['当兵', '谁：参军'],
    ['儿媳妇外地交了', '儿媳妇：外地已参保'],
  ])('hears %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it.each([
    ['a word that nobody understands', '小宝下落那啥'],
    ['a denial', '小宝没当兵'],
    ['two reasons for one', '小宝当兵，拒缴'],
    ['a number nobody has', '9号当兵'],
    ['a guess', '小宝可能当兵'],
  ])('isn’t sure of %s', (_, text) => {
    expect(told(text)).toMatch(/\?$/u);
  });

  it('hears where somebody works and how many months', () => {
    expect(told('小宝在合肥打工8个月', family, 'workRecordRight')).toBe('3赵小宝：合肥：8');
    expect(told('老伴在县城上班，小玲在苏州打工', family, 'workRecordRight')).toBe(
      '2李翠：县城、4赵小玲：苏州',
    );
  });

  it('hears the stage of school, whatever the age', () => {
    expect(told('小宝上大学，小玲读初三', family, 'studentAid')).toBe('3赵小宝：大学、4赵小玲：初中');
  });

  it('takes a word of kinship for one of the members only where nobody else can be meant', () => {
    const twoSons = [...family, { no: 5, name: '赵小强', relation: '次子' }];
    expect(told('儿子当兵', twoSons)).toBe('儿子：参军');
    expect(told('二儿子当兵', twoSons)).toBe('5赵小强：参军');
    expect(told('老二当兵', twoSons)).toBe('5赵小强：参军');
  });

  it('reads a long message in time that grows with its length', () => {
    expect(told('小宝当兵，'.repeat(400))).toBe('3赵小宝：参军');
  });
});
