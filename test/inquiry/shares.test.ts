import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentSaid } from '../../conversations/language/percent.ts';

describe('a share', () => {
  it.each([
    [1, 6, '16.7%'],
    [1, 3, '33.3%'],
    [2, 3, '66.7%'],
    [1, 2000, '0.1%'],
    [2, 5, '40%'],
    [5, 5, '100%'],
    [2999, 3000, '99.9%'],
  ])('of %i in %i is %s, as a spreadsheet rounds it', (part, whole, said) => {
    expect(percentSaid(part, whole)).toBe(said);
  });

  it('is 100% only of the whole, and never further than half a tenth off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.nat(), (whole, n) => {
        const part = n % (whole + 1);
        const said = Number(percentSaid(part, whole).replace('%', ''));
        expect(said === 100).toBe(part === whole);
        if (said !== 99.9) expect(Math.abs(said - (part / whole) * 100)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });
});
