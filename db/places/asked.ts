import { and, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Needs } from '../../conversations/contract/needs.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';
import { unit } from './table.ts';

const most = 20;

/** Units within the speaker's subtree by code, name or part of it; exact names first, higher units first. */
export async function findUnits(
  db: Db,
  { speaker }: Asker,
  { words }: Needs['findUnits']['in'],
): Promise<Needs['findUnits']['out']> {
  const said = words.normalize('NFKC').replaceAll(/\s/g, '');
  if (speaker === null || said === '') return [];
  const { county } = db.scope;
  const within =
    speaker.unitKind === 'county'
      ? db.sql`true`
      : db.sql`(u.code = ${speaker.unit} or u.parent = ${speaker.unit})`;
  return [
    ...(await db.sql<Needs['findUnits']['out']>`
    select u.code, u.short as name, u.kind from unit u
    where u.county = ${county} and u.active and ${within} and (u.code = ${said} or strpos(u.name, ${said}) > 0 or strpos(${said}, u.short) > 0)
    order by case when ${said} in (u.code, u.name, u.short) then 0 when strpos(u.name, ${said}) > 0 then 1 else 2 end,
      array_position('{county,township,department,village}'::text[], u.kind), u.parent, u.sort, u.code
    limit ${most}`),
  ];
}

/** The villages where the speaker may add a household: his own, those of his households, or his township's. */
export async function speakerVillages(db: Db): Promise<Needs['speakerVillages']['out']> {
  const [village, township] = [alias(unit, 'village'), alias(unit, 'township')];
  const { code, short, kind, active, sort } = village;
  return db.orm
    .select({ code, name: short, township: township.code, townshipName: township.short })
    .from(village)
    .innerJoin(township, and(eq(township.county, village.county), eq(township.code, village.parent)))
    .where(
      and(
        eq(village.county, db.scope.county),
        active,
        eq(kind, 'village'),
        sql`(current_setting('ruhu.villages', true) = '*'
          or ${code} = any (string_to_array(current_setting('ruhu.villages', true), ',')))`,
      ),
    )
    .orderBy(township.sort, sort, code);
}
