import { describe, expect, it } from 'vitest';
import { ledgerOutcomes } from '../../conversations/campaign/outcomes.ts';
import { maskId, maskName, maskNumbers, maskPhone } from '../../conversations/language/masking.ts';

describe('masking', () => {
  it.each([
    ['张三', '张*'],
    ['张小三', '张*三'],
    ['欧阳小三', '欧**三'],
    ['张', '张'],
    ['', ''],
    ['𠮷小三', '𠮷*三'],
  ])('the name %s becomes %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('hides the middle of a phone and of an ID number', () => {
    expect(maskPhone('13812341234')).toBe('138****1234');
    expect(maskPhone('123')).toBe('***');
    expect(maskId('341322197001011234')).toBe('341322********1234');
  });

  it('finds them inside words', () => {
    expect(maskNumbers('身份证34132219700101123X，电话13812341234，收入36000')).toBe(
      '身份证341322********123X，电话138****1234，收入36000',
    );
  });
});

describe('endings without answers', () => {
  it('a household not at home or refusing stays on the list and is not counted as visited', () => {
    for (const outcome of ['notHome', 'refused'] as const)
      expect(ledgerOutcomes[outcome]).toMatchObject({ visited: false, again: true, offRegister: false });
  });

  it('one that moved, died out or was merged leaves the list', () => {
    for (const outcome of ['moved', 'deceased', 'merged'] as const)
      expect(ledgerOutcomes[outcome]).toMatchObject({ visited: true, again: false, offRegister: true });
  });
});
