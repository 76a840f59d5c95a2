import { describe, expect, it } from 'vitest';
import { qualitySignals, type VisitTrace } from '../../conversations/supervision/quality.ts';
import { allWell, answered } from '../household/people.ts';

const noon = Date.parse('2021-12-15T12:00:00+08:00');
const minutes = 60_000;
const trace = (over: Partial<VisitTrace> = {}): VisitTrace => ({
  startedAt: noon,
  submittedAt: noon + 5 * minutes,
  answers: answered(allWell),
  ...over,
});
const village = { medianIncomePerHead: 12_000, visits: 40 };
const keys = (visit: VisitTrace, before: VisitTrace[] = []) =>
  qualitySignals(visit, { before, village }).map((s) => s.key);

describe('signs that a visit is worth a spot-check', () => {
  it('none for an ordinary visit', () => {
    expect(keys(trace())).toEqual([]);
  });

  it('a household done in twenty seconds', () => {
    expect(keys(trace({ submittedAt: noon + 20_000 }))).toEqual(['tooFast']);
  });

  it('a household finished seconds after the one before, however long it lay open', () => {
    const other = trace({
      startedAt: noon - 60 * minutes,
      submittedAt: noon + 5 * minutes - 5000,
      answers: {},
    });
    expect(keys(trace({ startedAt: noon - 60 * minutes }), [other])).toEqual(['tooFast']);
  });

  it('the third household in a row with the very same answers', () => {
    const before = [1, 2].map((n) =>
      trace({ startedAt: noon - n * 20 * minutes, submittedAt: noon - n * 15 * minutes }),
    );
    expect(keys(trace(), before)).toEqual(['sameAnswers']);
    const [first, second] = before;
    const differing = { ...second, ...trace({ answers: answered({ ...allWell, annualIncome: 42_000 }) }) };
    expect(
      keys(trace(), first === undefined ? [] : [first, { ...differing, submittedAt: noon - 30 * minutes }]),
    ).toEqual([]);
  });

  it.each([
    ['2021-12-15T20:55:00+08:00', []],
    ['2021-12-15T23:30:00+08:00', ['atNight']],
    ['2021-12-15T05:00:00+08:00', ['atNight']],
    ['2021-12-15T06:45:00+08:00', []],
  ])('submitted at %s', (at, expected) => {
    const submittedAt = Date.parse(at);
    expect(keys(trace({ startedAt: submittedAt - 5 * minutes, submittedAt }))).toEqual(expected);
  });

  it('an income far from the village, once the village has enough visits', () => {
    const rich = trace({ answers: answered({ ...allWell, annualIncome: 400_000 }) });
    expect(keys(rich)).toEqual(['farFromMedian']);
    expect(qualitySignals(rich, { before: [], village: { ...village, visits: 5 } })).toEqual([]);
  });
});
