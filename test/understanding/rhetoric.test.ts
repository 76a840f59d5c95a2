import { describe, expect, it } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { hintsOf } from '../../conversations/understanding/hints.ts';
import { plainly, presentPart } from '../../conversations/understanding/rhetoric.ts';
import { evidenceOf } from '../../conversations/understanding/yes-no/evidence.ts';

describe('saying a sentence plainly', () => {
  it.each([
    ['哪付得起', '付不起'],
    ['谁还能不交', '都交'],
    ['没啥不安全', '都安全'],
    ['没有没交的', '都交的'],
    ['有啥不满意的', '都满意的'],
    ['稳定啥', '不稳定'],
    ['满意个啥', '不满意'],
    ['哪有别的房', '没有别的房'],
    ['咋没有', '有'],
    ['大病小病都没有', '没有大病小病'],
    ['木有参', '没有参'],
    ['算不上安全', '不安全'],
    ['谁说付不起', '付得起'],
  ])('%s means %s', (said, plain) => {
    expect(plainly(said)).toBe(plain);
  });

  it.each(['没有', '没有没有', '没有没啥', '都交了', '还没有', '一个都没有', '没问题', '不是', '从来没有'])(
    '%s stays as it is',
    (said) => {
      expect(plainly(said)).toBe(said === '没有没有' ? '没有' : said);
    },
  );

  it('takes what holds now where one time is set against another', () => {
    expect(presentPart('去年没交今年交了')).toBe('今年交了');
    expect(presentPart('今年比去年多')).toBeUndefined();
    expect(presentPart('去年没交')).toBeUndefined();
  });
});

describe('evidence for yes or no', () => {
  const question = { evidence: { yes: '到账 给…办 重残 失能', no: '拖' } };

  it.each([
    ['月月到账', 'yes'],
    ['没到账', 'no'],
    ['拖了仨月', 'no'],
    ['没拖过', 'yes'],
    ['给俺家办了低保', 'yes'],
    ['没重残失能', 'no'],
    ['到账了，就是拖', 'both'],
    ['不清楚', undefined],
  ])('%s speaks for %s', (said, meant) => {
    expect(evidenceOf(said, question)).toBe(meant);
  });

  it('lists no word for both answers of one question', () => {
    for (const { key, evidence } of hintsOf(xiaoxian2021.householdForm)) {
      const no = new Set((evidence?.no ?? '').split(' '));
      const both = (evidence?.yes ?? '').split(' ').filter((word) => word !== '' && no.has(word));
      expect(both, key).toEqual([]);
    }
  });
});
