import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heardInRoom, type Scope, scopeOf, wholeCounty } from '../../conversations/access/scope.ts';
import { demoCounty } from '../../conversations/campaign/counties.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { UnitCode } from '../../conversations/contract/ids.ts';
import type { RoomFacts, Speaker } from '../../conversations/contract/session.ts';
import { known } from '../../conversations/form/answer.ts';
import type { Condition, Inquiry } from '../../conversations/inquiry/inquiry.ts';
import { read } from '../../db/base/transaction.ts';
import { counted } from '../../db/inquiry/counted.ts';
import { householdsBehind, problemsBehind } from '../../db/inquiry/rows.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import { type LedgerEntry, streamLedger } from '../../db/visits/ledger.ts';
import { loadDemo } from '../../src/county/load-demo.ts';
import { testDatabase } from '../support/database.ts';
import { conditions } from './any-condition.ts';

const { database } = await testDatabase();
const asOf = new Date('2021-12-15T10:00:00+08:00');
await loadDemo({ database, key: { bytes: randomBytes(32) }, households: 900, visited: 0.6, asOf });
const at = asOf.getTime();
const today = '2021-12-15';

/** One of each role of the demo, by phone. */
const phones = {
  helper: '19900002001',
  villageCadre: '19900001001',
  townshipCadre: '19900000201',
  leader: '19900000003',
  department: '19900000105',
} as const;
type Role = keyof typeof phones;
const roles = Object.keys(phones) as Role[];

async function speakerOf(role: Role): Promise<Speaker> {
  const found = await read(database, wholeCounty(demoCounty), (db) =>
    findSpeaker(db, { phone: phones[role] }),
  );
  if (found === null) throw new Error(`The demo has nobody at ${phones[role]}.`);
  return found;
}

/** What the export of the ledger holds for somebody: the households he may see, with their visits. */
async function ledgerOf(scope: Scope): Promise<LedgerEntry[]> {
  return read(database, scope, async (db) => {
    const all: LedgerEntry[] = [];
    for await (const some of streamLedger(db, { questionnaire: xiaoxian2021.householdForm.id }))
      all.push(...some);
    return all;
  });
}

interface Seen {
  scope: Scope;
  speaker: Speaker;
  ledger: readonly LedgerEntry[];
}

const townshipRoom = (unit: UnitCode, name: string): RoomFacts =>
  ({
    id: '00000000-0000-4000-8000-0000000000aa',
    name: '群',
    unit,
    unitName: name,
    unitKind: 'township',
  }) as unknown as RoomFacts;

async function seenBy(role: Role, inRoom: boolean): Promise<Seen> {
  const speaker = await speakerOf(role);
  const own = scopeOf(demoCounty, speaker);
  const cadre = await speakerOf('townshipCadre');
  const scope = inRoom ? heardInRoom(own, townshipRoom(cadre.unit, cadre.unitName)) : own;
  return { scope, speaker, ledger: await ledgerOf(scope) };
}

const seen = new Map<string, Seen>();
for (const role of roles)
  for (const inRoom of [false, true]) seen.set(`${role}/${inRoom}`, await seenBy(role, inRoom));

const compare = {
  lt: (a: number, b: number) => a < b,
  le: (a: number, b: number) => a <= b,
  gt: (a: number, b: number) => a > b,
  ge: (a: number, b: number) => a >= b,
  eq: (a: number, b: number) => a === b,
};
const ofRegister = new Set(['type', 'tag', 'group']);
const ofAnswers = new Set(['answer', 'amount', 'perHead', 'unsure', 'opinion']);

const dayOf = (at: number | null | undefined): string =>
  at === null || at === undefined ? '' : new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

const left: readonly unknown[] = ['moved', 'deceased', 'merged'];

/** Handed in as moved away, deceased or merged: out of the base. */
function isExplained({ visit }: LedgerEntry): boolean {
  return visit !== null && /^(?:submitted|verified)$/u.test(visit.status) && left.includes(visit.outcome);
}

function isVisited(entry: LedgerEntry): boolean {
  const { visit } = entry;
  return (
    !isExplained(entry) && visit !== null && (visit.status === 'submitted' || visit.status === 'verified')
  );
}

/** Does a condition hold for one row of the ledger? Written down once more, without SQL. */
function holds(c: Condition, { household, visit }: LedgerEntry): boolean {
  const answers = visit?.answers ?? {};
  switch (c.on) {
    case 'answer': {
      const value = known(answers, c.key);
      const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
      return c.values.some((v) => list.some((one) => String(one) === String(v)));
    }
    case 'amount': {
      const value = known(answers, c.key);
      return typeof value === 'number' && compare[c.op](value, c.than);
    }
    case 'perHead': {
      const income = known(answers, 'annualIncome');
      const people = known(answers, 'population');
      return (
        typeof income === 'number' &&
        typeof people === 'number' &&
        people > 0 &&
        compare[c.op](income, c.than * people)
      );
    }
    case 'opinion': {
      const said = c.keys.map((key) => known(answers, key));
      return c.good ? said.includes(true) && !said.includes(false) : said.includes(false);
    }
    case 'unsure':
      return visit?.toVerify.includes(c.key) === true;
    case 'type': {
      const is = c.values.some((v) => v === household.type || v === household.monitoredKind);
      return c.not === true ? !is : is;
    }
    case 'tag':
      return c.values.some((tag) => household.tags.includes(tag));
    case 'group':
      return c.values.includes(household.group);
    case 'standing': {
      const done = isVisited({ household, visit });
      switch (c.values[0]) {
        case 'visited':
          return done;
        case 'remaining':
          return !done;
        case 'untouched':
          return visit === null;
        case 'notHome':
          return visit?.status === 'draft' && visit.outcome === 'notHome';
        case 'withProblems':
          return done && (visit?.problemCount ?? 0) > 0;
        case 'toVerify':
          return done && (visit?.toVerify.length ?? 0) > 0;
        default:
          return visit?.status === 'submitted';
      }
    }
    default:
      throw new Error(`Not generated: ${c.on}`);
  }
}

/** Counts as a plain loop over the ledger does. */
function looped(ledger: readonly LedgerEntry[], { where, place, by, period, having }: Inquiry) {
  const inPlace = ledger.filter((entry) => {
    const { household: h } = entry;
    if (isExplained(entry)) return false;
    if (place.is !== 'unit' || place.kind === 'county') return true;
    return place.kind === 'township' ? h.township === place.unit : h.village === place.unit;
  });
  const answers = where.some((c) => ofAnswers.has(c.on));
  const visited = answers || period !== undefined ? inPlace.filter(isVisited) : inPlace;
  const looked = visited.filter(({ visit }) => {
    const day = dayOf(visit?.submittedAt);
    return period === undefined || (day >= period.from && day <= period.to);
  });
  const register = where.filter((c) => ofRegister.has(c.on));
  const others = where.filter((c) => !ofRegister.has(c.on));
  const whole = others.length > 0 ? looked.filter((row) => register.every((c) => holds(c, row))) : looked;
  const meant = whole.filter((row) => where.every((c) => holds(c, row)));
  const unitOf = ({ household: h }: LedgerEntry) => (by === 'township' ? h.township : h.village);
  const parts = Map.groupBy(meant, unitOf);
  const overs = Map.groupBy(whole, unitOf);
  const fits = ([key, rows]: [string, LedgerEntry[]]) => {
    if (having === undefined) return true;
    const of = overs.get(key as UnitCode)?.length ?? 0;
    return having.as === 'count'
      ? compare[having.op](rows.length, having.than)
      : compare[having.op](rows.length * 100, having.than * of);
  };
  return {
    n: meant.length,
    over: whole.length,
    parts: new Map(
      [...parts]
        .map(([key, rows]): [string, LedgerEntry[]] => [String(key), rows])
        .filter(fits)
        .map(([key, rows]) => [key, rows.length]),
    ),
  };
}

const asked = (ledger: readonly LedgerEntry[]): fc.Arbitrary<Inquiry> => {
  const places = new Map<UnitCode, Inquiry['place']>();
  for (const { household: h } of ledger) {
    places.set(h.village, { is: 'unit', unit: h.village, name: h.villageName, kind: 'village' });
    places.set(h.township, { is: 'unit', unit: h.township, name: h.townshipName, kind: 'township' });
  }
  return fc
    .record({
      want: fc.constantFrom('count', 'list', 'share'),
      of: fc.constant('households' as const),
      where: fc.array(conditions, { minLength: 1, maxLength: 3 }),
      place: fc.constantFrom<Inquiry['place']>(
        { is: 'seen', name: '全部' },
        ...[...places.values()].slice(0, 12),
      ),
      by: fc.constantFrom(undefined, 'township' as const, 'village' as const),
      period: fc.constantFrom(undefined, undefined, { from: '2021-12-10', to: '2021-12-13', said: '四天' }),
      having: fc.constantFrom(
        undefined,
        { as: 'share' as const, op: 'lt' as const, than: 30 },
        { as: 'count' as const, op: 'ge' as const, than: 2 },
      ),
    })
    .map(
      ({ by, period, having, ...rest }): Inquiry => ({
        ...rest,
        ...(by === undefined ? {} : { by }),
        ...(period === undefined ? {} : { period }),
        ...(by === undefined || having === undefined ? {} : { having }),
      }),
    );
};

const runs = 60;

describe('an inquiry counts what a plain loop over the exported ledger counts', () => {
  for (const role of roles)
    for (const inRoom of [false, true])
      it(`for a ${role} ${inRoom ? 'in a group' : 'in private'}`, { timeout: 120_000 }, async () => {
        const { scope, speaker, ledger } = seen.get(`${role}/${inRoom}`) ?? (await seenBy(role, inRoom));
        await fc.assert(
          fc.asyncProperty(asked(ledger), async (inquiry) => {
            const result = await read(database, scope, (db) =>
              counted(db, { speaker, at }, inquiry, { today }),
            );
            const expected = looped(ledger, inquiry);
            expect({ n: result.n, over: result.over }).toEqual({ n: expected.n, over: expected.over });
            if (inquiry.by === undefined) return;
            const parts = new Map(result.parts.filter((p) => p.n > 0).map((p) => [p.key, p.n]));
            expect(parts).toEqual(expected.parts);
          }),
          { numRuns: runs },
        );
      });
});

describe('nothing outside the scope', () => {
  const strange = Number(process.env['RUHU_INQUIRIES'] ?? 200);

  for (const role of roles)
    it(`reaches a ${role}, whatever is asked`, { timeout: 600_000 }, async () => {
      const { scope, speaker, ledger } = seen.get(`${role}/false`) ?? (await seenBy(role, false));
      const county = await ledgerOf(wholeCounty(demoCounty));
      const mine = new Set(ledger.map(({ household }) => household.id));
      await fc.assert(
        fc.asyncProperty(asked(county), async (inquiry) => {
          const page = { offset: 0, limit: 50 };
          const [rows, problems] = await read(
            database,
            scope,
            async (db) =>
              [
                (await householdsBehind(db, { speaker, at }, inquiry, { today }, page)).rows,
                (
                  await problemsBehind(
                    db,
                    { speaker, at },
                    { ...inquiry, of: 'problems', where: [] },
                    { today },
                    page,
                  )
                ).rows,
              ] as const,
          );
          expect(rows.filter((row) => !mine.has(row.id))).toEqual([]);
          if (role === 'department')
            expect(problems.filter((p) => p.leadUnit !== speaker.unitName)).toEqual([]);
          else expect(problems.filter((p) => p.householdId !== null && !mine.has(p.householdId))).toEqual([]);
        }),
        { numRuns: strange },
      );
    });
});

describe('people of the inspection', () => {
  for (const role of roles)
    it(`a ${role} counts those of his own units and no others, bound or not, whole and by village`, async () => {
      const { scope, speaker, ledger } = seen.get(`${role}/false`) ?? (await seenBy(role, false));
      const everybody = await read(
        database,
        wholeCounty(demoCounty),
        (db) => db.sql<{ unit: string; parent: string | null; kind: string; bound: boolean }[]>`
          select s.unit, u.parent, u.kind, exists (select 1 from account a where a.county = s.county and a.staff_id = s.id
            and a.channel not in ('terminal', 'web')) as bound
          from staff s join unit u on u.county = s.county and u.code = s.unit where s.county = ${demoCounty} and s.active`,
      );
      const villages = new Set<string>(ledger.map(({ household }) => household.village));
      const whole = scope.all;
      const inSight = everybody.filter(
        (p) =>
          whole ||
          villages.has(p.unit) ||
          scope.villages.some((v) => v === p.unit) ||
          scope.townships.some((t) => t === p.unit),
      );
      const places: Inquiry['place'][] = [
        { is: 'seen', name: '' },
        ...[...new Set(everybody.filter((p) => p.kind === 'village').map((p) => p.unit))]
          .slice(0, 40)
          .map((unit): Inquiry['place'] => ({
            is: 'unit',
            unit: unit as UnitCode,
            name: '',
            kind: 'village',
          })),
      ];
      for (const place of role === 'department' ? [] : places)
        for (const is of [true, false]) {
          const inquiry: Inquiry = {
            want: 'count',
            of: 'staff',
            where: [{ on: 'bound', is }],
            place,
            by: 'village',
          };
          const { n, over, parts } = await read(database, scope, (db) =>
            counted(db, { speaker, at }, inquiry, { today }),
          );
          const here = inSight.filter((p) => place.is !== 'unit' || p.unit === place.unit);
          expect({ n, over }).toEqual({ n: here.filter((p) => p.bound === is).length, over: here.length });
          const known = new Set(here.map((p) => p.unit));
          expect(parts.filter((part) => !known.has(part.key))).toEqual([]);
        }
    });
});

describe('so many and no more', () => {
  it('lists the households with the highest incomes, as a loop over the ledger orders them', async () => {
    const { scope, speaker, ledger } = seen.get('leader/false') ?? (await seenBy('leader', false));
    const incomes = ledger
      .filter(isVisited)
      .map(({ visit }) => known(visit?.answers ?? {}, 'annualIncome'))
      .filter((income) => typeof income === 'number')
      .toSorted((a, b) => b - a);
    for (const limit of [1, 5, 17]) {
      const inquiry: Inquiry = {
        want: 'list',
        of: 'households',
        where: [],
        place: { is: 'seen', name: '' },
        key: 'annualIncome',
        order: 'most',
        limit,
      };
      const { rows, total } = await read(database, scope, (db) =>
        householdsBehind(db, { speaker, at }, inquiry, { today }, { offset: 0, limit: 10 }),
      );
      expect(total).toBe(limit);
      expect(rows.map((row) => row.value)).toEqual(incomes.slice(0, Math.min(limit, 10)));
    }
  });
});
