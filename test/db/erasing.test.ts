import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { read, write } from '../../db/base/transaction.ts';
import { closeCampaign, eraseCounty, eraseHousehold, eraseStaff } from '../../db/erasing/erase.ts';
import { keepPeriods } from '../../db/erasing/keep-periods.ts';
import { keepPeriodsNightly } from '../../db/erasing/nightly.ts';
import { periodLines, periods } from '../../db/erasing/periods.ts';
import { county, householdBy, type SeededCounty, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { saved, take, visitOf } from '../support/turns.ts';

const { database, adminUrl, appUrl } = await testDatabase();
const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined });
const scope = wholeCounty(county);
const erasing = { url: adminUrl, county, by: 'operator', reason: '本人要求' };
const answers = { population: { is: 'known' as const, v: 4 } };
let seeded: SeededCounty;

beforeAll(async () => {
  seeded = await seedCounty(database);
});
afterAll(() => admin.end());

const count = async (table: string, where = 'true'): Promise<number> => {
  const [row] = await admin.unsafe(`select count(*)::int as n from ${table} where ${where}`);
  return row?.['n'];
};

/** How a row was before an import, kept for undoing it. */
const noteChange = (relation: string, key: object, before: object) =>
  admin`insert into import_change (county, import_id, relation, key, before)
    values (${county}, gen_random_uuid(), ${relation}, ${JSON.stringify(key)}::text::jsonb, ${JSON.stringify(before)}::text::jsonb)`;

describe('what is kept, and how long', () => {
  it('is said of every table', async () => {
    const tables = await admin<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`;
    expect([...new Set(periods.map(({ table }) => table))].sort()).toEqual(tables.map(({ name }) => name));
  });

  it('may be erased by the program that does it every night: a table it may not delete from would be passed over', async () => {
    const daily = [
      ...new Set(periods.flatMap((period) => ('days' in period && !period.byOwner ? [period.table] : []))),
    ];
    const may = await admin<{ table: string }[]>`
      select t as "table" from unnest(${daily}::text[]) t where has_table_privilege('ruhu_app', t, 'DELETE')
        and exists (select 1 from pg_policies p where p.tablename = t and p.cmd in ('ALL', 'DELETE'))`;
    expect(may.map(({ table }) => table)).toEqual(daily);
  });

  it.each(['operations.md', 'operations.zh-CN.md'])('stands in docs/%s as it is', (name) => {
    const document = readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8');
    for (const line of periodLines(name === 'operations.md' ? 'en' : 'zh')) expect(document).toContain(line);
  });

  it('is kept: replies go after a week, a push loses its words after a month and stays in the account', async () => {
    const day = 86_400_000;
    await write(database, scope, async (tx) => {
      await tx.sql`insert into inbox (county, channel, message_id, chat, replies, received_at) values
        (${county}, 'wecom', 'old', '{}', '[]', now() - interval '8 days'), (${county}, 'wecom', 'new', '{}', '[]', now())`;
      await tx.sql`insert into outbox (county, key, channel, address, kind, body, status, due_at, set_at) values
        (${county}, 'push', 'wecom', '{"kind":"private"}', 'reminder', '{"text":"张三"}', 'sent', now(), now() - interval '31 days'),
        (${county}, 'queued', 'wecom', '{"kind":"private"}', 'reminder', '{"text":"李四"}', 'queued', now(), now() - interval '31 days')`;
      await tx.sql`insert into account (county, id, channel, external_id, last_seen_at)
        values (${county}, gen_random_uuid(), 'wecom', 'stranger', now() - interval '31 days')`;
    });
    const counts = await write(database, scope, (tx) => keepPeriods(tx, Date.now()));
    expect(counts).toEqual({ inbox: 1, outbox: 1, account: 1 });
    const outbox = await admin`select key, body from outbox where key in ('push', 'queued') order by key`;
    expect(outbox.map(({ body }) => body)).toEqual([{}, { text: '李四' }]);
    expect(await write(database, scope, (tx) => keepPeriods(tx, Date.now() - day))).toEqual({});
    expect(await count('erasure', `what = 'period' and counts = '${JSON.stringify(counts)}'`)).toBe(1);
  });

  it('is not kept by a clock that is wrong: a night that comes too late or too early erases nothing, the next one does', async () => {
    const day = 86_400_000;
    const tonight = Date.now();
    const night = (at: number) => write(database, scope, (tx) => keepPeriodsNightly(tx, at));
    await write(
      database,
      scope,
      (tx) => tx.sql`insert into inbox (county, channel, message_id, chat, replies, received_at)
        values (${county}, 'wecom', 'of today', '{}', '[]', ${new Date(tonight)})`,
    );
    const erased = [];
    // The first night; the second; the clock says ten years later; it is right again; and so the night after.
    for (const at of [tonight - 2 * day, tonight - day, tonight + 3_650 * day, tonight, tonight + day])
      erased.push(await night(at));
    expect(erased).toEqual([null, {}, null, null, {}]);
    expect(await count('inbox', `message_id = 'of today'`)).toBe(1);
    expect(await night(tonight + 3 * day)).toEqual({});
    expect(await night(tonight + 9 * day)).toBeNull();
    expect(await night(tonight + 10 * day)).toMatchObject({ inbox: expect.any(Number) });
    expect(await count('inbox', `message_id = 'of today'`)).toBe(0);
  });

  it('is kept for the logs too, which the bot itself can’t touch: a year, and never less than half of one', async () => {
    await admin`insert into access_log (county, household_id, what, at)
      select ${county}, gen_random_uuid(), 'summary', now() - n * interval '100 days' from generate_series(0, 5) n`;
    await admin`insert into security_event (county, kind, at)
      select ${county}, 'codeUsed', now() - n * interval '100 days' from generate_series(0, 5) n`;
    const logs = async () => [await count('access_log'), await count('security_event')];
    expect(await logs()).toEqual([6, 6]);
    for (const log of ['access_log', 'security_event'])
      await expect(
        write(database, scope, (tx) => tx.sql`delete from ${tx.sql(log)}`),
        log,
      ).rejects.toMatchObject({ is: 'forbidden' });
    expect(await write(database, scope, (tx) => keepPeriods(tx, Date.now()))).toEqual({
      access_log: 2,
      security_event: 2,
    });
    // Whoever asks for more gets no further than half a year; and no other table is a log.
    for (const log of ['access_log', 'security_event'])
      await write(database, scope, (tx) => tx.sql`select ruhu_forget_log(${log}, now())`);
    expect(await logs()).toEqual([2, 2]);
    await expect(
      write(database, scope, (tx) => tx.sql`select ruhu_forget_log('answer', now())`),
    ).rejects.toThrow();
  });
});

describe('erasing', () => {
  it('needs a user who sees every row', async () => {
    await expect(eraseHousehold({ ...erasing, url: appUrl }, '2100001')).rejects.toMatchObject({
      is: 'blind',
    });
  });

  it('a household goes with its visits, answers and what was said of it; others stay', async () => {
    const id = householdBy('2100001', seeded);
    const visit = visitOf(id, seeded.staff.helper, answers);
    await take(database, seeded.staff.helper, { text: '4口人', changes: saved(visit) });
    await write(
      database,
      scope,
      (tx) => tx.sql`insert into outbox (county, key, channel, address, kind, body, due_at) values
      (${county}, 'about', 'wecom', '{}', 'deadline', '{"text":"张三家的问题明天到期"}', now())`,
    );
    await noteChange('household', { id }, { id, head_name: '张三' });
    await noteChange('outside_row', { id: randomUUID() }, { person: '张三', candidates: [id] });
    await noteChange('household', { id: householdBy('2100003', seeded) }, { head_name: '李四' });
    const counts = await eraseHousehold(erasing, '2100001');
    expect(await count('import_change', `before::text like '%张三%'`)).toBe(0);
    expect(await count('import_change')).toBe(1);
    expect(counts).toMatchObject({ household: 1, visit: 1, outbox: 1 });
    for (const table of ['visit', 'assignment', 'answer'])
      expect(await count(table, `household_id = '${id}'`)).toBe(0);
    expect(await count('household')).toBe(5);
    expect(await eraseHousehold(erasing, '2100001')).toBeNull();
    const [record] = await admin`select subject, by, reason from erasure where what = 'household'`;
    expect(record).toEqual({ subject: id, by: 'operator', reason: '本人要求' });
  });

  it('a person goes; what he answered stays and is nobody’s', async () => {
    const id = householdBy('2100003', seeded);
    await take(database, seeded.staff.helper, {
      text: '3口人',
      changes: saved(visitOf(id, seeded.staff.helper, answers)),
    });
    await noteChange('staff', { id: seeded.staff.helper }, { phone: '13800000001' });
    expect(await eraseStaff(erasing, '13800000001')).toMatchObject({ staff: 1, account: 1 });
    expect(await count('import_change', `relation = 'staff'`)).toBe(0);
    const [row] = await admin`select name, phone, active from staff where id = ${seeded.staff.helper}`;
    expect(row).toEqual({ name: '（已删除）', phone: null, active: false });
    expect(await count('visit', `household_id = '${id}'`)).toBe(1);
    expect(await eraseStaff(erasing, '13800000001')).toBeNull();
  });

  it('closing a campaign takes chats, assignments and photos and leaves the ledger', async () => {
    const [campaign] = await read(
      database,
      scope,
      (db) => db.sql<{ id: string }[]>`select distinct campaign as id from visit`,
    );
    const counts = await closeCampaign(erasing, campaign?.id ?? '');
    expect(counts['assignment']).toBeGreaterThan(0);
    expect(await count('inbox')).toBe(0);
    expect(await count('visit')).toBe(1);
  });

  it('a county goes as a whole, but for the record of it', async () => {
    await eraseCounty(erasing);
    for (const table of ['household', 'staff', 'unit', 'setting', 'visit'])
      expect(await count(table)).toBe(0);
    expect(await count('erasure', `what = 'county'`)).toBe(1);
  });
});
