import { describe, expect, it } from 'vitest';
import { householdSaid } from '../../conversations/dialogues/household-said.ts';
import { PlainVillage } from './plain-village.ts';

describe('a household as people name one', () => {
  it.each([
    ['李四', { name: '李四' }],
    ['李四家', { name: '李四' }],
    ['zs', { name: 'zs' }],
    ['李四 3组', { name: '李四', group: '3组' }],
    ['李四3组', { name: '李四', group: '3组', whole: '李四3组' }],
    ['周三组', { name: '周', group: '三组', whole: '周三组' }],
    ['3组李四', { name: '李四', group: '3组' }],
    ['第三组 李四', { name: '李四', group: '第三组' }],
    ['李四 东组', { name: '李四', group: '东组' }],
    ['柳元村 李四', { name: '李四', place: '柳元村' }],
    ['柳元村 李四 3组', { name: '李四', place: '柳元村', group: '3组' }],
    ['２１００００１', { name: '2100001' }],
  ])('%s', (words, said) => {
    expect(householdSaid(words)).toEqual(said);
  });

  it.each(['3组', '', '路灯坏了好几个月 一直没有人来修过', '4口人，一年5万', '=cmd()'])(
    '%s names none',
    (words) => {
      expect(householdSaid(words)).toBeUndefined();
    },
  );
});

describe('half-done visits of one helper', () => {
  it('are offered instead of another fresh one when there are fifty', () => {
    const village = new PlainVillage();
    for (let i = 0; i < 50; i += 1)
      expect(village.say(`新增 ${name(i)} 1组`).replies[0]?.text).toContain('开始排查');
    const { replies } = village.say('新增 诸葛亮 1组');
    expect(replies[0]?.text).toContain('您手上有50户答了一半');
    expect(village.say('排查 钱二嫂').replies[0]?.text).toContain('您手上有50户答了一半');
    expect(village.say('1').replies[0]?.text).toContain(`【${name(0)}·1组】家里几口人？`);
    // One that ends makes room for the next.
    village.say('不在家');
    expect(village.say('排查 钱二嫂').replies[0]?.text).toContain('开始排查：钱二嫂');
  });
});

const name = (i: number) => `甲${'乙丙丁戊己庚辛壬癸子'[i % 10]}${'丑寅卯辰巳'[Math.floor(i / 10)]}`;
