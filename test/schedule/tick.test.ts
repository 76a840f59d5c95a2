import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { startingSettings } from '../../conversations/pushes/schedule.ts';
import { write } from '../../db/base/transaction.ts';
import { saveSetting } from '../../db/campaign/settings.ts';
import { tick } from '../../src/pushes/tick.ts';
import { rowsOf } from '../problems/chat.ts';
import { type Everybody, everything, seedVillage, visited } from '../progress/village.ts';
import { county, type SeededCounty } from '../support/county.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';

let test: TestDatabase;
let seeded: SeededCounty;
let people: Everybody;

const at = (clock: string, date = '2021-12-15') => Date.parse(`${date}T${clock}:00+08:00`);
const ticked = (clock: string, date?: string) => tick({ database: test.database, county }, at(clock, date));

/** Whoever wrote to the bot once has an account that pushes go to. */
const reachable = (...staff: StaffId[]) =>
  write(test.database, everything, async (tx) => {
    for (const id of staff)
      await tx.sql`insert into account (county, id, channel, external_id, staff_id, bound_at, last_seen_at)
        values (${county}, gen_random_uuid(), 'web', ${id}, ${id}, now(), now())`;
  });

interface Queued {
  key: string;
  kind: string;
  receiver: string;
  channel: string;
  text: string;
  picture: string | null;
  useful_until: Date | null;
}
const outbox = () =>
  rowsOf<Queued>(
    test.database,
    `select key, kind, receiver, channel, body ->> 'text' as text, body -> 'document' ->> 'kind' as picture, useful_until from outbox order by key`,
  );

beforeEach(async () => {
  test = await makeDatabase();
  const made = await seedVillage(test.database);
  seeded = made;
  people = made.people;
  await reachable(people.helper, people.leader, people.head, people.cadre);
  return () => test.close();
});

describe('a tick', () => {
  it('queues the township summary with its picture at its time, once', async () => {
    const { runs } = await ticked('17:40');
    expect(runs.map((run) => run.due.job)).toEqual(['townshipSummary']);
    const rows = await outbox();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ kind: 'digest', channel: 'terminal', picture: 'progressPicture' });
    expect(rows[0]?.key).toMatch(/^townshipSummary\/2021-12-15\/room:/u);
    expect(rows[0]?.text).toContain('龙城镇（12月15日 17:40）：已查0/5户（0%）。');
    expect(rows[0]?.useful_until?.toISOString()).toBe('2021-12-15T12:26:00.000Z');
    expect((await ticked('17:40')).runs).toEqual([]);
    expect((await ticked('18:10')).runs).toEqual([]);
    expect(await outbox()).toHaveLength(1);
  });

  it('from many machines at the same moment sends once', async () => {
    await ticked('17:40');
    const all = await Promise.all(Array.from({ length: 8 }, () => ticked('07:45', '2021-12-16')));
    expect(all.flatMap((one) => one.runs.map((run) => run.due.job)).sort()).toEqual([
      'eveningDigest',
      'morning',
    ]);
    const keys = (await outbox()).map((row) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('of a county that has just begun makes up nothing for the day before', async () => {
    expect((await ticked('07:42')).runs.map((run) => run.due.job)).toEqual(['morning']);
  });

  it('follows a whole day: lists in the morning, notes, the summary, the digest', async () => {
    for (const clock of ['07:42', '08:06', '12:00', '17:36', '19:12', '20:40']) await ticked(clock);
    const rows = await outbox();
    expect(rows.map((row) => row.key.split('/')[0]).sort()).toEqual(
      ['eveningDigest', 'eveningDigest', 'morning', 'townshipSummary', 'villageNote'].sort(),
    );
    expect(rows.find((row) => row.key.startsWith('morning'))?.text).toBe(
      '王五，早上好。\n还剩3户，到12月31日还有15个工作日，今天计划走访1户，先去2组张三、2组李四、10组章三。\n回“排查”开始。',
    );
    expect(rows.find((row) => row.key.startsWith('villageNote'))?.text).toBe(
      '刘园村早上好：已查0户（0%），还剩4户，按12月31日前完成入户，全村每天至少1户。\n还没查完的组：2组2户、3组1户、10组1户。',
    );
    expect(
      rows
        .filter((row) => row.key.startsWith('eveningDigest'))
        .map((row) => row.receiver)
        .sort(),
    ).toEqual([`staff:${people.leader}`, `staff:${people.head}`].sort());
  });

  it('catches up in the morning what the night kept, and drops what is no longer useful', async () => {
    await ticked('17:40');
    expect((await ticked('21:00')).runs).toEqual([]);
    expect((await ticked('02:00', '2021-12-16')).runs).toEqual([]);
    expect((await ticked('07:31', '2021-12-16')).runs.map((run) => `${run.due.job} ${run.due.date}`)).toEqual(
      ['eveningDigest 2021-12-15'],
    );
    expect((await ticked('13:00', '2021-12-16')).runs).toEqual([]);
  });

  it('goes on across the end of the year with keys that don’t meet', async () => {
    await write(
      test.database,
      everything,
      (tx) =>
        tx.sql`update setting set value = value || '{"end":"2022-01-10"}', version = version + 1 where county = ${county} and key = 'campaign'`,
    );
    await ticked('17:40', '2021-12-31');
    await ticked('17:40', '2022-01-04');
    expect((await outbox()).map((row) => row.key.split('/')[1])).toEqual(['2021-12-31', '2022-01-04']);
  });

  it('that fails in the middle leaves nothing behind and is made by the next', async () => {
    await write(
      test.database,
      everything,
      (tx) =>
        tx.sql`update setting set value = value || '{"end":"kaputt"}' where county = ${county} and key = 'campaign'`,
    );
    await expect(ticked('17:40')).rejects.toThrow();
    await write(
      test.database,
      everything,
      (tx) =>
        tx.sql`update setting set value = value || '{"end":"2021-12-31"}' where county = ${county} and key = 'campaign'`,
    );
    expect((await ticked('17:41')).runs).toHaveLength(1);
  });

  it('tells how many people have no account yet', async () => {
    const { runs } = await ticked('07:42');
    const morning = runs.find((run) => run.due.job === 'morning');
    expect(morning?.queued.map((push) => push.key)).toEqual([`morning/2021-12-15/staff:${people.helper}`]);
    // 冯一 has a household and no account; the village cadre has households nobody looks after.
    expect(morning?.unreachable).toHaveLength(2);
  });

  it('keeps to mute and budget, but tells deadlines', async () => {
    await write(test.database, everything, async (tx) => {
      await tx.sql`update staff set muted = true where county = ${county} and id = any (${[people.helper, people.leader]}::uuid[])`;
      await tx.sql`
        insert into problem (county, id, household_id, village, township, category, clause, key, description, source, lead_unit, responsible_staff, due, opened_at)
        select county, gen_random_uuid(), id, village, township, 'water', '5.13', 'water', '饮水', 'visit', '县水利局', ${people.helper}, '2021-12-16', now()
        from household where county = ${county} and code = '2100001'`;
    });
    await ticked('07:42');
    await ticked('19:12');
    const rows = await outbox();
    const [mine] = rows.filter((row) => row.receiver === `staff:${people.helper}`);
    expect(mine).toMatchObject({ kind: 'deadline', useful_until: null });
    expect(mine?.text).toMatch(/^王五，早上好。\n要整改的问题：\d+号刘园村2组张某户“饮水”（明天到期）。/u);
    expect(rows.filter((row) => row.receiver === `staff:${people.leader}`)).toEqual([]);
    const [run] = await rowsOf<{ withheld: number }>(
      test.database,
      `select withheld from push_run where job = 'eveningDigest'`,
    );
    expect(run?.withheld).toBe(1);
  });

  it('a room gets one message a day, whatever else was queued for it', async () => {
    const [room] = await rowsOf<{ id: string }>(
      test.database,
      `select id from room where external_id = 'longcheng'`,
    );
    await write(
      test.database,
      everything,
      (tx) => tx.sql`
      insert into outbox (county, key, channel, address, receiver, kind, body, due_at, created_at)
      values (${county}, 'other', 'terminal', '{}', ${`room:${room?.id}`}, 'reminder', '{}', now(), ${new Date(at('09:00'))})`,
    );
    const { runs } = await ticked('17:40');
    expect(runs[0]?.queued).toEqual([]);
    expect(runs[0]?.withheld.map((w) => w.why)).toEqual(['budget']);
  });

  it('escalates: the head of the unit after two days, the county office after five, each when it is new', async () => {
    await reachable(people.office);
    await write(
      test.database,
      everything,
      (tx) => tx.sql`
      insert into problem (county, id, household_id, village, township, category, clause, key, description, source, lead_unit, responsible_unit, due, opened_at)
      select county, gen_random_uuid(), id, village, township, 'water', '5.13', 'water', '饮水', 'visit', '县水利局', township, '2021-12-13', now()
      from household where county = ${county} and code = '2100001'`,
    );
    const told = async (staff: StaffId) =>
      (await outbox())
        .filter((row) => row.receiver === `staff:${staff}` && row.key.startsWith('morning'))
        .map((row) => row.key.split('/')[1]);
    for (let day = 14; day <= 20; day++) await ticked('07:42', `2021-12-${day}`);
    expect(await told(people.head)).toEqual(['2021-12-15']);
    expect(await told(people.office)).toEqual(['2021-12-18']);
    const cadre = (await outbox()).filter((row) => row.receiver === `staff:${people.cadre}`);
    expect(cadre.map((row) => row.key.split('/')[1])).toEqual([
      '2021-12-14',
      '2021-12-15',
      '2021-12-16',
      '2021-12-17',
      '2021-12-18',
      '2021-12-20',
    ]);
    expect(cadre.at(-1)?.text).toContain('龙城镇的自查报告12月27日截止，还有7天，还没报。');
  });

  it('is silent for who is done', async () => {
    for (const code of ['2100001', '2100002', '2100003', '2100004', '2200001', '3100001'])
      await visited(test.database, seeded, code, { status: 'verified', on: '2021-12-14T10:00:00+08:00' });
    await write(
      test.database,
      everything,
      (tx) => tx.sql`
      insert into self_report (county, id, unit, as_of, made_at, filed_at, figures)
      select county, gen_random_uuid(), code, '2021-12-15', now(), now(), '{}' from unit where county = ${county} and kind in ('township', 'department')`,
    );
    for (const clock of ['07:42', '08:06', '17:36']) await ticked(clock);
    expect(await outbox()).toEqual([]);
  });

  it('follows the county’s own schedule, which is data', async () => {
    await write(test.database, everything, (tx) =>
      saveSetting(tx, 'pushes', {
        ...startingSettings(),
        jobs: { ...startingSettings().jobs, townshipSummary: { at: '16:17', usefulForMinutes: 60 } },
      }),
    );
    expect((await ticked('16:16')).runs).toEqual([]);
    expect((await ticked('16:17')).runs).toHaveLength(1);
  });
});
