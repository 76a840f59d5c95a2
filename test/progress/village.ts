import { randomUUID } from 'node:crypto';
import { wholeCounty } from '../../conversations/access/scope.ts';
import type { StaffId } from '../../conversations/contract/ids.ts';
import type { Role } from '../../conversations/contract/session.ts';
import type { Database } from '../../db/base/connect.ts';
import { read, write } from '../../db/base/transaction.ts';
import { saveStaff, staffIdsByPhone } from '../../db/people/staff.ts';
import { saveRooms } from '../../db/places/rooms.ts';
import { county, type Person, type SeededCounty, seedCounty, units } from '../support/county.ts';

export const everything = wholeCounty(county);

export interface Visited {
  status?: string;
  outcome?: string | null;
  toVerify?: string[];
  problems?: number;
  /** ISO moment of submission. */
  on?: string | null;
  helper?: StaffId;
}

export type Everybody = Record<Person | 'villageCadre' | 'leader' | 'admin' | 'head', StaffId>;

/** The small county of test/support with a village cadre, a leader, an admin, a township's head, and its groups. */
export async function seedVillage(database: Database): Promise<SeededCounty & { people: Everybody }> {
  const seeded = await seedCounty(database);
  const more: Record<string, { name: string; phone: string; roles: Role[]; unit: (typeof units)['county'] }> =
    {
      villageCadre: { name: '钱主任', phone: '13800000011', roles: ['villageCadre'], unit: units.liuyuan },
      leader: { name: '高县长', phone: '13800000012', roles: ['leader'], unit: units.county },
      admin: { name: '管系统', phone: '13800000013', roles: ['admin'], unit: units.county },
      head: { name: '吴镇长', phone: '13800000014', roles: ['leader'], unit: units.longcheng },
    };
  await write(database, everything, async (tx) => {
    await saveStaff(
      tx,
      Object.values(more).map((p) => ({ ...p, duty: null })),
    );
    await saveRooms(tx, [
      { channel: 'terminal', externalId: 'liuyuan', name: '刘园村排查群', unit: units.liuyuan },
      { channel: 'terminal', externalId: 'longcheng', name: '龙城镇排查群', unit: units.longcheng },
    ]);
  });
  const byPhone = await read(database, everything, staffIdsByPhone);
  const added = Object.fromEntries(Object.entries(more).map(([key, p]) => [key, byPhone.get(p.phone)]));
  return { ...seeded, people: { ...seeded.staff, ...added } as Everybody };
}

/** Puts a visit of a household straight into the table. */
export async function visited(
  database: Database,
  seeded: SeededCounty,
  code: string,
  v: Visited,
): Promise<void> {
  await write(database, everything, async (tx) => {
    await tx.sql`
      insert into visit (county, id, household_id, village, township, helper, status, outcome, questionnaire, questionnaire_version, answers,
        problem_count, to_verify, started_at, submitted_at, version)
      select county, ${randomUUID()}, id, village, township, ${v.helper ?? seeded.staff.helper}, ${v.status ?? 'submitted'},
        ${v.outcome === undefined ? 'answered' : v.outcome}, 'household', 1, '{}', ${v.problems ?? 0}, ${v.toVerify ?? []}::text[],
        ${v.on ?? '2021-12-14T10:00:00+08:00'}::timestamptz, ${v.on ?? null}::timestamptz, 1
      from household where county = ${county} and code = ${code}`;
  });
}
