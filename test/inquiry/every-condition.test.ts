import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { demoCounty } from '../../conversations/campaign/counties.ts';
import { addCondition } from '../../conversations/inquiry/conditions.ts';
import type { Condition, Inquiry, Of } from '../../conversations/inquiry/inquiry.ts';
import { read } from '../../db/base/transaction.ts';
import { counted } from '../../db/inquiry/counted.ts';
import { householdsBehind, leadsBehind, problemsBehind } from '../../db/inquiry/rows.ts';
import { loadDemo } from '../../src/county/load-demo.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const asOf = new Date('2021-12-15T10:00:00+08:00');
await loadDemo({ database, key: { bytes: randomBytes(32) }, households: 300, visited: 0.6, asOf });
const moment = { today: '2021-12-15' };
const asker = { speaker: null, at: asOf.getTime() };

/** One of each kind. */
const conditions: readonly Condition[] = [
  { on: 'answer', key: 'allInsured', values: [false] },
  { on: 'amount', key: 'annualIncome', op: 'lt', than: 20_000 },
  { on: 'perHead', op: 'lt', than: 6_000 },
  { on: 'unsure', key: 'housingSafe' },
  { on: 'opinion', keys: ['satisfiedTeam', 'satisfiedBasics'], good: false },
  { on: 'spent', op: 'lt', than: 10 },
  { on: 'type', values: ['povertyAlleviated'] },
  { on: 'tag', values: ['subsistence'] },
  { on: 'group', values: ['1组'] },
  { on: 'standing', values: ['visited'] },
  { on: 'category', values: ['water'] },
  { on: 'problemState', values: ['overdue'] },
  { on: 'status', values: ['open'] },
  { on: 'source', values: ['visit'] },
  { on: 'leadUnit', values: ['县水利局'] },
  { on: 'finding', values: ['unsafeHousing'], label: '房子不安全' },
  { on: 'finding', values: ['water'], label: '水质不好', says: ['水质'] },
  { on: 'due', is: 'within', days: 7 },
  { on: 'due', is: 'over', days: 1 },
  { on: 'stage', values: ['flagged'] },
];

const asked = (of: Of, where: readonly Condition[]): Inquiry => ({
  want: 'count',
  of,
  where: [...where],
  place: { is: 'seen', name: '全县' },
});

const count = (inquiry: Inquiry) =>
  read(database, wholeCounty(demoCounty), async (db) => (await counted(db, asker, inquiry, moment)).n);

describe('any condition may be asked of anything', () => {
  for (const of of ['households', 'persons', 'problems', 'leads'] as const)
    it(`of ${of}, alone and with another, counted and listed`, async () => {
      for (const [i, first] of conditions.entries()) {
        const second = conditions[(i + 5) % conditions.length] ?? first;
        const alone = await count(asked(of, [first]));
        const both = await count(asked(of, [first, second]));
        expect(both, `${first.on} and ${second.on}`).toBeLessThanOrEqual(alone);
        const page = { offset: 0, limit: 3 };
        const one = asked(of, [first]);
        await read(database, wholeCounty(demoCounty), async (db): Promise<unknown> => {
          if (of === 'problems') return problemsBehind(db, asker, one, moment, page);
          return of === 'leads'
            ? leadsBehind(db, asker, one, moment, page)
            : householdsBehind(db, asker, one, moment, page);
        });
      }
    });

  it('a lead is overdue by the date of its own step', async () => {
    const overdue = await count(asked('leads', [{ on: 'problemState', values: ['overdue'] }]));
    expect(overdue).toBeLessThanOrEqual(await count(asked('leads', [])));
  });
});

describe('states said together', () => {
  const state = (...values: ('open' | 'overdue' | 'today')[]): Condition => ({ on: 'problemState', values });

  it('逾期没销号 are the overdue ones, in whichever order it is said', () => {
    expect(addCondition([state('open')], state('overdue'))).toEqual([state('overdue')]);
    expect(addCondition([state('overdue')], state('open'))).toEqual([state('overdue')]);
  });

  it('今天新增没销号 are those of today that are open', () => {
    expect(addCondition([state('today')], state('open'))).toEqual([state('today'), state('open')]);
  });

  it('已排查待核实 are those to verify; 不在家和拒访 are both', () => {
    const standing = (...values: ('visited' | 'toVerify' | 'notHome' | 'refused')[]): Condition => ({
      on: 'standing',
      values,
    });
    expect(addCondition([standing('visited')], standing('toVerify'))).toEqual([standing('toVerify')]);
    expect(addCondition([standing('notHome')], standing('refused'))).toEqual([
      standing('notHome', 'refused'),
    ]);
  });
});
