import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { householdId, staffId, unitCode, visitId } from '../../conversations/contract/ids.ts';
import { type Candidate, defaultDraw, draw } from '../../conversations/supervision/draw.ts';
import { signalsOf } from '../../conversations/supervision/signals.ts';
import { differencesOf, spotQuestionnaire } from '../../conversations/supervision/spot-questions.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const candidate = (n: number, village = n % 5, signals: string[] = []): Candidate => ({
  visit: visitId.parse(id(n)),
  household: householdId.parse(id(10_000 + n)),
  village: unitCode.parse(`34132210020${village}`),
  township: unitCode.parse('341322100000'),
  helper: staffId.parse(id(20_000 + village)),
  signals,
});
const many = Array.from({ length: 400 }, (_, n) => candidate(n));
const rules = { ...defaultDraw, seed: '341322100000/2021-12-15/1' };

describe('drawing spot-checks', () => {
  it('the same seed draws the same, in whatever order the visits come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(many, { minLength: 400 }), (shuffled) => {
        expect(draw(shuffled, rules)).toEqual(draw(many, rules));
      }),
      { numRuns: 20 },
    );
  });

  it('another seed draws others', () => {
    const other = draw(many, { ...rules, seed: '341322100000/2021-12-16/1' });
    expect(other.map((d) => d.visit)).not.toEqual(draw(many, rules).map((d) => d.visit));
  });

  it('takes the share of every village, and at least one', () => {
    const drawn = draw([...many, candidate(999, 9)], rules);
    const counts = new Map<string, number>();
    for (const d of drawn) counts.set(d.village, (counts.get(d.village) ?? 0) + 1);
    expect([...counts.values()].sort()).toEqual([1, 4, 4, 4, 4, 4]);
  });

  it('takes those with signals too, most signals first, each once', () => {
    const suspects = [
      candidate(500, 1, ['tooFast']),
      candidate(501, 1, ['tooFast', 'atNight']),
      candidate(502, 2, ['sameAnswers']),
    ];
    const drawn = draw([...many, ...suspects], rules);
    expect(drawn.slice(0, 3).map((d) => d.why.length)).toEqual([2, 1, 1]);
    expect(new Set(drawn.map((d) => d.visit)).size).toBe(drawn.length);
  });

  it('over many seeds every visit has the same chance', () => {
    const hits = new Map<string, number>();
    for (let n = 0; n < 2000; n += 1)
      for (const d of draw(many.slice(0, 100), { ...rules, seed: `s${n}` }))
        hits.set(d.visit, (hits.get(d.visit) ?? 0) + 1);
    const counts = many.slice(0, 100).map((c) => hits.get(c.visit) ?? 0);
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(Math.max(...counts)).toBeLessThan(145);
  });
});

describe('what a check finds otherwise', () => {
  const known = (v: boolean | number) => ({ is: 'known' as const, v });

  it('asks the hard facts, whether anybody came and what it thinks of the work, and shows nothing of what the visit said', () => {
    expect(spotQuestionnaire(xiaoxian2021).questions.map((q) => q.key)).toEqual([
      'visitedInPerson',
      'population',
      'annualIncome',
      'allInsured',
      'seriousIllness',
      'schoolAgeChild',
      'droppedOut',
      'housingSafe',
      'waterProblem',
      ...xiaoxian2021.satisfaction.questions.map((q) => q.key),
    ]);
    expect(spotQuestionnaire(xiaoxian2021).questions.every((q) => q.prefill === undefined)).toBe(true);
  });

  it('a difference is a difference; what was left open is none, nor an income within a fifth', () => {
    const visit = {
      population: known(4),
      annualIncome: known(50_000),
      allInsured: known(true),
      housingSafe: { is: 'unsure' as const },
    };
    const check = {
      visitedInPerson: known(false),
      population: known(5),
      annualIncome: known(42_000),
      allInsured: known(true),
      housingSafe: known(false),
    };
    expect(differencesOf(xiaoxian2021, visit, check).map((d) => `${d.title}：${d.visit}→${d.check}`)).toEqual(
      ['真上门：上门→没上门', '人口：4口人→5口人'],
    );
    expect(differencesOf(xiaoxian2021, visit, { annualIncome: known(20_000) })).toHaveLength(1);
  });
});

it('signals look at each helper’s own visits and the village’s median', () => {
  const at = Date.parse('2021-12-15T10:00:00+08:00');
  const visit = (helper: string, minute: number, income: number) => ({
    helper,
    village: 'v',
    startedAt: at + minute * 60_000 - 300_000,
    submittedAt: at + minute * 60_000,
    answers: {
      population: { is: 'known' as const, v: 4 },
      annualIncome: { is: 'known' as const, v: income },
    },
  });
  const list = [
    ...Array.from({ length: 12 }, (_, i) => visit('a', i * 10, 40_000 + i * 1000)),
    visit('a', 130, 900_000),
    ...[0, 10, 20].map((m) => visit('b', m, 50_000)),
  ];
  const keys = signalsOf(list).map((s) => s.map((x) => x.key).join(','));
  expect(keys.slice(0, 12).every((k) => k === '')).toBe(true);
  expect(keys[12]).toBe('farFromMedian');
  expect(keys.slice(13)).toEqual(['', '', 'sameAnswers']);
});
