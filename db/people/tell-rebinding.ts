import { and, eq, ne, notInArray } from 'drizzle-orm';
import type { StaffId } from '../../conversations/contract/ids.ts';
import {
  askedHolder,
  askedSecond,
  toldAnotherAccount,
  toldCadres,
  toldLeftBehind,
} from '../../conversations/dialogues/binding/told.ts';
import type { Actor } from '../base/actor.ts';
import type { Tx } from '../base/transaction.ts';
import { queueAddressed, queuePushes } from '../outbox/outbox-intake.ts';
import { mayGiveCodeTo } from '../places/reach.ts';
import { unit } from '../places/table.ts';
import { account as accounts } from './account-table.ts';
import { ofUnit } from './staff.ts';
import { staff as people } from './table.ts';

/** An account somebody had before he bound another one. */
type AccountBefore = Pick<typeof accounts.$inferSelect, 'id' | 'channel' | 'externalId'>;

const mostTold = 5;

/** The accounts of a person in chat programs, without the one that is being bound. */
export async function otherAccountsOf(
  tx: Tx,
  staff: string,
  account: string | null,
): Promise<AccountBefore[]> {
  const { id, channel, externalId } = accounts;
  return tx.orm
    .select({ id, channel, externalId })
    .from(accounts)
    .where(
      and(
        eq(accounts.county, tx.scope.county),
        eq(accounts.staffId, staff),
        account === null ? undefined : ne(id, account),
        notInArray(channel, ['terminal', 'web']),
      ),
    );
}

/** Tells the accounts a person had before, and the other cadres of his unit, that he is bound anew. */
export async function tellOfRebinding(
  tx: Tx,
  by: Actor,
  staff: StaffId,
  before: readonly AccountBefore[],
): Promise<void> {
  const key = `rebound:${staff}:${by.at}`;
  await queueAddressed(
    tx,
    before.map(({ id, channel, externalId }) => ({
      key: `${key}:${id}`,
      channel,
      externalId,
      text: channel === by.channel ? toldLeftBehind(by.at) : toldAnotherAccount(by.at),
    })),
    by.at,
  );
  // On the page itself there is no other account to tell: he finds it in his chat.
  if (before.length === 0)
    await queuePushes(tx, [push(`${key}:${staff}`, staff, toldAnotherAccount(by.at), by.at)], by.at);
  const cadres = await tx.sql<{ id: string; name: string; unitName: string }[]>`
    select c.id, s.name, u.short as "unitName" from staff s
    join unit u on u.county = s.county and u.code = s.unit
    join staff c on c.county = s.county and c.unit = s.unit and c.active and c.id <> s.id
      and c.roles && array['villageCadre', 'townshipCadre', 'departmentOfficer', 'countyOffice', 'admin']
    where s.county = ${tx.scope.county} and s.id = ${staff} order by c.name, c.id limit ${mostTold}`;
  await queuePushes(
    tx,
    cadres.map((c) => push(`${key}:${c.id}`, c.id, toldCadres(c.name, c.unitName, by.at), by.at)),
    by.at,
  );
}

/**
 * Asks for a second person's word on codes that would move somebody who is bound: himself on the account he has, and
 * others than the giver who may give codes there.
 */
export async function askForSecond(
  tx: Tx,
  giver: string | null,
  waiting: readonly { hash: string; staff: string }[],
  at: number,
): Promise<void> {
  const issuer = giver === null ? undefined : await nameAndUnit(tx, giver);
  const who = issuer === undefined ? '县里的管理员' : `${issuer.name}（${issuer.unitName}）`;
  for (const { hash, staff } of waiting) {
    const key = `second:${hash.slice(0, 16)}`;
    const others = await secondsFor(tx, giver, staff);
    await queuePushes(
      tx,
      [
        push(`${key}:${staff}`, staff, askedHolder(who), at),
        ...others.map((o) => push(`${key}:${o.id}`, o.id, askedSecond(who, o.name, o.unitName), at)),
      ],
      at,
    );
  }
}

async function nameAndUnit(tx: Tx, id: string): Promise<{ name: string; unitName: string } | undefined> {
  const [person] = await tx.orm
    .select({ name: people.name, unitName: unit.short })
    .from(people)
    .innerJoin(unit, ofUnit)
    .where(and(eq(people.county, tx.scope.county), eq(people.id, id as StaffId)));
  return person;
}

/** Others who may give this person a code, the nearest first. */
async function secondsFor(tx: Tx, giver: string | null, staff: string) {
  const rows = await tx.sql<{ id: string; name: string; unitName: string; roles: string[] }[]>`
    select c.id, s.name, u.short as "unitName", c.roles from staff s
    join unit u on u.county = s.county and u.code = s.unit
    join staff c on c.county = s.county and c.active and c.id <> s.id and c.id is distinct from ${giver}
      and c.roles && array['townshipCadre', 'countyOffice', 'admin']
    join unit cu on cu.county = c.county and cu.code = c.unit and (cu.kind = 'county' or cu.code in (u.code, u.parent))
    where s.county = ${tx.scope.county} and s.id = ${staff}
    order by cu.kind = 'county', c.name, c.id limit 20`;
  const may = await Promise.all(rows.map(async (row) => ((await reaches(tx, row.id, staff)) ? [row] : [])));
  return may.flat().slice(0, mostTold);
}

async function reaches(tx: Tx, by: string, staff: string): Promise<boolean> {
  const rows = await tx.sql`
    select 1 from staff s join unit u on u.county = s.county and u.code = s.unit
    where s.county = ${tx.scope.county} and s.id = ${staff} and ${mayGiveCodeTo(tx, by)}`;
  return rows.length > 0;
}

function push(key: string, staff: string, text: string, at: number) {
  return {
    key,
    receiver: `staff:${staff}`,
    kind: 'reply' as const,
    body: { type: 'text' as const, text },
    dueAt: at,
    usefulUntil: null,
  };
}
