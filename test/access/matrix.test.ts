import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Action,
  actions,
  allows,
  reachOf,
  rolesFor,
  type Target,
  type PlacedPerson as Who,
} from '../../conversations/access/policy.ts';
import { scopeOf, wholeCounty } from '../../conversations/access/scope.ts';
import type { StaffId, UnitCode } from '../../conversations/contract/ids.ts';
import { type Role, roles, type Speaker } from '../../conversations/contract/session.ts';
import { dialogueCommands } from '../../conversations/dialogues/commands.ts';
import { read, write } from '../../db/base/transaction.ts';
import { saveHouseholds } from '../../db/households/households.ts';
import { saveUnits } from '../../db/places/units.ts';
import { county, registerHousehold, type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const everything = wholeCounty(county);
let seeded: SeededCounty;

/** One person of every role at every unit where there is such a role. */
const places = {
  village: { unit: units.liuyuan, unitKind: 'village', township: units.longcheng },
  township: { unit: units.longcheng, unitKind: 'township', township: units.longcheng },
  county: { unit: units.county, unitKind: 'county' },
  department: { unit: units.housing, unitKind: 'department' },
} as const satisfies Record<string, Omit<Who, 'roles'>>;
const people: [role: Role, at: keyof typeof places][] = [
  ['helper', 'village'],
  ['helper', 'township'],
  ['villageCadre', 'village'],
  ['townshipCadre', 'township'],
  ['departmentOfficer', 'department'],
  ['countyOffice', 'county'],
  ['leader', 'village'],
  ['leader', 'township'],
  ['leader', 'county'],
  ['leader', 'department'],
  ['inspector', 'county'],
  ['admin', 'county'],
  ['admin', 'township'],
];

const targets: Record<string, Target> = {
  county: { unit: units.county, kind: 'county' },
  'own township': { unit: units.longcheng, kind: 'township', township: units.longcheng },
  'sibling township': { unit: units.huangkou, kind: 'township', township: units.huangkou },
  'own village': { unit: units.liuyuan, kind: 'village', township: units.longcheng },
  'sibling village': { unit: units.wangdian, kind: 'village', township: units.longcheng },
  'village elsewhere': { unit: units.zhangzhuang, kind: 'village', township: units.huangkou },
  department: { unit: units.housing, kind: 'department' },
};

const who = (role: Role, at: keyof typeof places): Who => ({ roles: [role], ...places[at] });
const speaker = (role: Role, at: keyof typeof places): Speaker => ({
  ...places[at],
  roles: [role],
  id: seeded.staff.neighbour,
  name: '某人',
  unitName: at === 'department' ? '县住建局' : '某单位',
  muted: false,
});

/** The villages a person is entitled to by the words of the design: own subtree, and nothing beside or above. */
const entitled = (role: Role, at: keyof typeof places): string[] => {
  if (role === 'admin' || at === 'department') return [];
  if (at === 'village') return ['own village'];
  if (at === 'township') return role === 'helper' ? [] : ['own village', 'sibling village'];
  return ['own village', 'sibling village', 'village elsewhere'];
};

beforeAll(async () => {
  seeded = await seedCounty(database);
  await write(database, everything, async (tx) => {
    await saveUnits(tx, []);
    await saveHouseholds(
      tx,
      [registerHousehold({ code: '2200009', headName: '周周', village: units.wangdian })],
      'register',
    );
    await tx.sql`delete from assignment where county = ${county} and staff_id = ${seeded.staff.neighbour}`;
    await tx.sql`
      insert into visit (county, id, household_id, village, township, helper, status, questionnaire, questionnaire_version, answers, started_at, version)
      select county, gen_random_uuid(), id, village, township, ${seeded.staff.partner}, 'submitted', 'household', 1, '{}', now(), 1 from household where county = ${county}`;
    await tx.sql`
      insert into answer (county, visit_id, household_id, village, question, channel, message_id, at)
      select county, id, household_id, village, 'population', 'test', id::text, now() from visit where county = ${county}`;
    await tx.sql`
      insert into monitoring_lead (county, id, household_id, village, township, reasons, flagged_at, stage_at)
      select county, gen_random_uuid(), id, village, township, '[]', now(), now() from household where county = ${county}`;
    await tx.sql`
      insert into problem (county, id, household_id, village, township, category, clause, key, description, source, lead_unit, opened_at)
      select county, gen_random_uuid(), id, village, township, 'water', '5.13', 'water', '饮水', 'visit', '县水利局', now() from household where county = ${county}`;
    await tx.sql`insert into access_log (county, household_id, village, what, at) select county, id, village, 'test', now() from household where county = ${county}`;
    await tx.sql`
      insert into progress_summary (county, village, township, counts, days, as_of, took_ms)
      select county, code, parent, '{}', '{}', now(), 1 from unit where county = ${county} and kind = 'village'`;
  });
});

const cases = people.flatMap(([role, at]) =>
  actions.flatMap((action) => Object.keys(targets).map((target) => [role, at, action, target] as const)),
);

describe('the policy', () => {
  it.each(people)(
    '%s of a %s reaches own subtree and nothing beside or above, for every action',
    (role, at) => {
      for (const action of actions) {
        const reached = Object.entries(targets)
          .filter(([, target]) => allows(who(role, at), action, target))
          .map(([name]) => name);
        const reach = reachOf(role, action);
        const own = {
          village: 'own village',
          township: 'own township',
          county: 'county',
          department: 'department',
        }[at];
        const below =
          at === 'county'
            ? Object.keys(targets)
            : at === 'township'
              ? ['own township', 'own village', 'sibling village']
              : [own];
        const expected =
          reach === 'unit'
            ? [own]
            : reach === 'subtree'
              ? below
              : reach === 'areas' && at === 'department'
                ? [own]
                : [];
        expect(reached.sort(), `${role} ${action}`).toEqual([...expected].sort());
      }
    },
  );

  it('gives nobody a sibling, a parent or a unit elsewhere', () => {
    const outside = {
      village: ['sibling village', 'village elsewhere', 'own township', 'county'],
      township: ['sibling township', 'village elsewhere', 'county'],
      department: ['county', 'own village'],
      county: [],
    };
    const leaks = cases.filter(([role, at, action, target]) => {
      const found = targets[target];
      return (
        found !== undefined &&
        (outside[at] as string[]).includes(target) &&
        allows(who(role, at), action, found)
      );
    });
    expect(cases.length).toBe(people.length * actions.length * Object.keys(targets).length);
    expect(leaks).toEqual([]);
  });

  it('lets an admin see no household, problem or figure', () => {
    const looking: Action[] = [
      'visit',
      'household',
      'progress',
      'unvisited',
      'problems',
      'leads',
      'export',
      'dashboard',
      'digest',
      'whoLooked',
    ];
    for (const action of looking) expect(rolesFor(action)).not.toContain('admin');
  });
});

/** Which action each chat command is; a new command has to be put here, so that none goes unconsidered. */
const actionOf: Record<string, Action | 'everybody'> = {
  visit: 'visit',
  nextHousehold: 'visit',
  resume: 'everybody',
  review: 'everybody',
  openForCorrection: 'visit',
  handOver: 'visit',
  addHousehold: 'visit',
  issueCodes: 'codes',
  revokeCodes: 'codes',
  bindRoom: 'bindRoom',
  leave: 'everybody',
  whoAmI: 'everybody',
  alreadyBound: 'everybody',
  agreeToCode: 'everybody',
  startRectifying: 'rectify',
  rectify: 'rectify',
  rectifyByName: 'rectify',
  ownProblems: 'rectify',
  closeProblem: 'closeProblem',
  sendBackProblem: 'closeProblem',
  reopenProblem: 'closeProblem',
  mergeProblems: 'closeProblem',
  strikers: 'closeProblem',
  lead: 'leads',
  leads: 'leads',
  leadOf: 'leads',
  selfCheckProgress: 'selfCheck',
  selfCheck: 'selfCheck',
  selfCheckArea: 'selfCheck',
  webPage: 'everybody',
  assign: 'assign',
  takeOn: 'takeOn',
  split: 'assign',
  standIn: 'assign',
  endStandIn: 'assign',
  unvisited: 'unvisited',
  problems: 'problems',
  settings: 'settings',
  whoLooked: 'whoLooked',
  household: 'household',
  digest: 'digest',
  dashboard: 'dashboard',
  // These look at what the speaker may see before they answer: the scope decides, not the role.
  progress: 'everybody',
  why: 'everybody',
  more: 'everybody',
  sheet: 'everybody',
  definitions: 'everybody',
  receipt: 'everybody',
  mute: 'everybody',
  showProblem: 'everybody',
  help: 'everybody',
  human: 'everybody',
};

describe('every role × every command', () => {
  it.each(roles)('%s is refused exactly the commands that are none of his business', (role) => {
    for (const { name, roles: door } of dialogueCommands) {
      const action = actionOf[name];
      if (action === undefined) continue;
      const open = door === undefined || door.includes(role);
      expect(open, `${role} ${name}`).toBe(action === 'everybody' || reachOf(role, action) !== 'none');
    }
  });
});

describe('the database holds the same reach', () => {
  const tables = [
    'household',
    'visit',
    'answer',
    'problem',
    'monitoring_lead',
    'access_log',
    'progress_summary',
  ];
  const villageNames: Record<string, UnitCode> = {
    'own village': units.liuyuan,
    'sibling village': units.wangdian,
    'village elsewhere': units.zhangzhuang,
  };

  const seenBy = (someone: Speaker, table: string): Promise<string[]> =>
    read(database, scopeOf(county, someone), async (db) => {
      const rows = await db.sql.unsafe<{ village: string }[]>(
        `select distinct village from ${table} where county = $1`,
        [county],
      );
      return Object.entries(villageNames)
        .filter(([, code]) => rows.some((row) => row.village === code))
        .map(([name]) => name);
    });

  it.each(people)('%s of a %s sees these villages and no other, in every table', async (role, at) => {
    for (const table of tables)
      expect(await seenBy(speaker(role, at), table), table).toEqual(entitled(role, at));
    for (const [name, village] of Object.entries(villageNames)) {
      const target = {
        unit: village,
        kind: 'village',
        township: name === 'village elsewhere' ? units.huangkou : units.longcheng,
      } as const;
      const byPolicy = allows(who(role, at), 'household', target);
      expect(byPolicy, `${role} ${name}`).toBe(entitled(role, at).includes(name));
    }
  });

  it.each(people)('%s of a %s changes nothing elsewhere', async (role, at) => {
    const mine = entitled(role, at);
    for (const [name, village] of Object.entries(villageNames)) {
      const changed = await write(database, scopeOf(county, speaker(role, at)), async (tx) => {
        const result =
          await tx.sql`update visit set warnings = '{}' where county = ${county} and village = ${village}`;
        return result.count;
      });
      expect(changed > 0, `${role} ${name}`).toBe(mine.includes(name));
    }
  });

  it('a helper of elsewhere sees his own households and no other of their village, as long as they are his', async () => {
    const away = { ...speaker('helper', 'township'), id: seeded.staff.partner as StaffId };
    const mine = seeded.households.get('2200001');
    for (const [table, column] of [
      ['household', 'id'],
      ['visit', 'household_id'],
      ['answer', 'household_id'],
      ['problem', 'household_id'],
      ['monitoring_lead', 'household_id'],
    ]) {
      const rows = await read(database, scopeOf(county, away), (db) =>
        db.sql.unsafe<{ id: string }[]>(`select distinct ${column} as id from ${table}`),
      );
      expect(
        rows.map(({ id }) => id),
        table,
      ).toEqual([mine]);
    }
    await write(
      database,
      everything,
      (tx) =>
        tx.sql`update assignment set until = '2020-01-01' where county = ${county} and staff_id = ${seeded.staff.partner}`,
    );
    expect(await seenBy(away, 'household')).toEqual([]);
  });

  it('a department sees a household through a problem of its own, and no other', async () => {
    const officer = speaker('departmentOfficer', 'department');
    expect(await seenBy(officer, 'household')).toEqual([]);
    await write(
      database,
      everything,
      (tx) =>
        tx.sql`update problem set lead_unit = '县住建局' where county = ${county} and village = ${units.zhangzhuang}`,
    );
    expect(await seenBy(officer, 'household')).toEqual(['village elsewhere']);
    expect(await seenBy(officer, 'problem')).toEqual(['village elsewhere']);
    expect(await seenBy(officer, 'visit')).toEqual([]);
  });

  it('without a scope there is nothing at all', async () => {
    const counts = await database.lines.lend(async ({ sql }) =>
      Promise.all(
        tables.map((table) => sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table}`)),
      ),
    );
    expect(counts.flat().map((row) => row.n)).toEqual(tables.map(() => 0));
  });
});
