import { wholeCounty } from '../../conversations/access/scope.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { Database } from '../../db/base/connect.ts';
import { read, write } from '../../db/base/transaction.ts';
import type { World } from './world.ts';

/** The ledger's cells of a household (`name` or `name/group`) as the transcript writes them. */
export async function ledgerCells(
  database: Database,
  world: World,
  household: string,
  keys: readonly string[],
): Promise<Record<string, string>> {
  const [name = '', group] = household.split('/');
  const row = await read(database, wholeCounty(world.county), async (db) => {
    const [found] = await db.sql<Record<string, unknown>[]>`
      select v.*, s.name as helper_name from household h
      left join visit v on v.county = h.county and v.household_id = h.id and v.questionnaire = ${xiaoxian2021.householdForm.id}
      left join staff s on s.county = v.county and s.id = v.helper
      where h.county = ${world.county} and h.head_name = ${name} and (${group ?? null}::text is null or h.grp = ${group ?? null})
      order by v.id is null limit 1`;
    return found ?? {};
  });
  return Object.fromEntries(
    keys.map((key) => [key, cell(key === 'helper' ? row['helper_name'] : row[snake(key)])]),
  );
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? value.join(',') : String(value);
}

const snake = (key: string): string => key.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

/** Keys of the household's problems that are not settled. */
export async function openProblems(database: Database, world: World, household: string): Promise<string[]> {
  return read(database, wholeCounty(world.county), async (db) => {
    const rows = await db.sql<{ key: string }[]>`
      select p.key from problem p join household h on h.county = p.county and h.id = p.household_id
      where p.county = ${world.county} and h.head_name = ${household} and p.status not in ('withdrawn', 'merged', 'closed') order by p.key`;
    return rows.map((row) => row.key);
  });
}

/** The questions to which photos were put. */
export async function photoKeys(database: Database, world: World, household: string): Promise<string[]> {
  return read(database, wholeCounty(world.county), async (db) => {
    const rows = await db.sql<{ question: string }[]>`
      select a.question from attachment a join household h on h.county = a.county and h.id = a.household_id
      where a.county = ${world.county} and h.head_name = ${household} order by a.question`;
    return rows.map((row) => row.question);
  });
}

/** The township gives a visit back, as its page does. */
export async function giveBack(
  database: Database,
  world: World,
  { household, reason }: { household: string; reason: string },
): Promise<void> {
  await write(database, wholeCounty(world.county), async (tx) => {
    const rows = await tx.sql`
      update visit v set status = 'returned', return_reason = ${reason}, version = v.version + 1
      from household h where h.county = v.county and h.id = v.household_id and v.county = ${world.county}
        and h.head_name = ${household} and v.status = 'submitted' returning v.id`;
    if (rows.length !== 1) throw new Error(`${household} has no submitted visit to give back`);
  });
}
