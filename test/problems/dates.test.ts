import { describe, expect, it } from 'vitest';
import { daysBetween, endOfDay, isoDate, readDay } from '../../conversations/calendar/days.ts';

describe('days as people say them', () => {
  const today = '2021-12-28';
  it.each([
    ['今天', '2021-12-28'],
    ['后天', '2021-12-30'],
    ['3天内', '2021-12-31'],
    ['12月31日', '2021-12-31'],
    ['12.30', '2021-12-30'],
    ['1月5号', '2022-01-05'],
    ['30号', '2021-12-30'],
    ['5日', '2022-01-05'],
    ['2022-02-28', '2022-02-28'],
  ])('%s on 28 December is %s', (said, date) => {
    expect(readDay(said, today)).toBe(date);
  });
  it.each(['', '下周吧', '13月1日', '2月30日', '12'])('“%s” says no day', (said) => {
    expect(readDay(said, today)).toBeUndefined();
  });
});

it('midnight in Shanghai separates the days', () => {
  expect(isoDate(Date.parse('2021-12-10T23:59:59+08:00'))).toBe('2021-12-10');
  expect(isoDate(Date.parse('2021-12-11T00:00:00+08:00'))).toBe('2021-12-11');
  expect(isoDate(endOfDay('2021-12-10'))).toBe('2021-12-10');
  expect(isoDate(endOfDay('2021-12-10') + 1)).toBe('2021-12-11');
  expect(daysBetween('2021-12-10', '2021-12-31')).toBe(21);
});
