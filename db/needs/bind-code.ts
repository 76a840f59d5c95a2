import type { Needs } from '../../conversations/dialogues/needs.ts';
import type { Asker } from '../asker.ts';
import type { Db } from '../transaction.ts';

/** A code that may still be used. */
export async function findBindCode(
  db: Db,
  { at }: Asker,
  { hash }: Needs['bindCode']['in'],
): Promise<Needs['bindCode']['out']> {
  const [row] = await db.sql<NonNullable<Needs['bindCode']['out']>[]>`
    select s.id as "staffId", s.name, u.short as "unitName"
    from bind_code b
    join staff s on s.county = b.county and s.id = b.staff_id and s.active
    join unit u on u.county = s.county and u.code = s.unit
    where b.county = ${db.scope.county} and b.code_hash = ${hash} and b.used_at is null and b.revoked_at is null
      and b.expires_at > ${new Date(at)}`;
  return row ?? null;
}
