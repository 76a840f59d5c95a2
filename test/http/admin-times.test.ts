import { expect, test } from 'vitest';
import { sayTime } from '../../src/site/pages/admin-views.ts';

test('administrators’ pages write a moment as everything else does', () => {
  expect(sayTime(new Date('2021-12-18T09:05:00Z'))).toBe('12月18日 17:05');
  expect(sayTime(Date.parse('2021-12-31T16:00:00Z'))).toBe('1月1日 0:00');
});
