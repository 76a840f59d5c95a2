import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { clearSchema } from '../../db/backup/load.ts';
import { migrate, migrationsUpTo } from '../../db/base/migrate.ts';
import { testDatabase } from '../support/database.ts';

const { adminUrl } = await testDatabase();
const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
afterAll(() => admin.end());

const journal = z
  .object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })) })
  .parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '../../db/migrations/meta/_journal.json'), 'utf8')),
  );

/** A lead in a household of its own, in a county. */
async function addLead(county: string, given: { no?: number } = {}): Promise<number> {
  const village = `${county}001001`;
  await admin`insert into unit (county, code, kind, name, short) values (${county}, ${village}, 'village', '某村', '某村') on conflict do nothing`;
  const [id, code] = [randomUUID(), randomUUID()];
  await admin`insert into household (county, id, source, code, head_name, head_pinyin, head_initials, type, tags, members, village, township, grp, known, extra)
    values (${county}, ${id}, 'register', ${code}, '某人', 'mouren', 'mr', 'general', '{}', '[]', ${village}, ${`${county}001`}, '1组', '{}', '{}')`;
  const no = given.no === undefined ? {} : { no: given.no };
  const row = {
    county,
    id: randomUUID(),
    household_id: id,
    village,
    township: `${county}001`,
    reasons: '[]',
    flagged_at: new Date(),
    stage_at: new Date(),
    ...no,
  };
  const [lead] = await admin<{ no: string }[]>`insert into monitoring_lead ${admin(row)} returning no`;
  return Number(lead?.no);
}

it('numbers are counted in each county, whoever else counts in the same database', async () => {
  expect([await addLead('990101'), await addLead('990102'), await addLead('990101')]).toEqual([1, 1, 2]);
});

it('two who count at the same moment get two numbers', async () => {
  const numbers = await Promise.all(Array.from({ length: 8 }, () => addLead('990103')));
  expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

it('a database of before goes on behind the highest number it has', async () => {
  await clearSchema(adminUrl);
  const before = journal.entries.filter(({ tag }) => tag < '0021');
  await migrationsUpTo(
    adminUrl,
    before.map(({ when }) => when),
  );
  for (let i = 0; i < 3; i += 1) await addLead('990101');
  await migrate(adminUrl);
  expect([await addLead('990101'), await addLead('990102')]).toEqual([4, 1]);
});

it('the tables that an import fills may be split by county: nothing asks for a row’s system columns', async () => {
  const sources = ['households/households', 'places/rooms', 'people/staff'].map((name) =>
    readFileSync(join(import.meta.dirname, `../../db/${name}.ts`), 'utf8'),
  );
  for (const text of sources) expect(text).not.toMatch(/\bxmax\b/u);
});
