import { beforeAll, describe, expect, it } from 'vitest';
import { type Scope, wholeCounty } from '../../conversations/access/scope.ts';
import { newSettings } from '../../conversations/campaigns/all.ts';
import { hechuan2022Spring } from '../../conversations/campaigns/hechuan-2022-spring/campaign.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { type CampaignId, campaignId } from '../../conversations/contract/ids.ts';
import { isFault } from '../../db/base/faults.ts';
import { read, write } from '../../db/base/transaction.ts';
import { saveCampaign } from '../../db/campaign/settings.ts';
import { countVillages } from '../../db/progress/progress.ts';
import { county, type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { december, message, open, save, saved, take, visitOf } from '../support/turns.ts';

const { database } = await testDatabase();
const first = newSettings(xiaoxian2021, 'real').id;
const second = hechuan2022Spring.id;
let seeded: SeededCounty;

beforeAll(async () => {
  seeded = await seedCounty(database);
});

const within = (campaign: CampaignId): Scope => ({ ...wholeCounty(county), campaign });

const goTo = (id: CampaignId) =>
  write(database, wholeCounty(county), (tx) =>
    saveCampaign(tx, { ...newSettings(xiaoxian2021, 'real'), mode: 'rehearsal', id }),
  );

const rows = (scope: Scope, what: string) =>
  read(database, scope, async (db) => [...(await db.sql.unsafe(what))]);

/** A submitted visit of Zhang San with this many people, and a problem of his water. */
async function visitZhangSan(people: number) {
  const visit = visitOf(
    seeded.households.get('2100001'),
    seeded.staff.helper,
    { population: { is: 'known', v: people } },
    { status: 'submitted', submittedAt: december(10) },
  );
  const changes = [
    ...saved(visit),
    {
      do: 'reconcile',
      visit,
      household: { id: visit.householdId, village: units.liuyuan, township: units.longcheng },
      findings: [
        {
          key: 'unsafeWater',
          category: 'water',
          clause: '5.13',
          description: '水不够吃',
          leadUnit: '县水利局',
          from: [],
        },
      ],
      flags: [],
    } as const,
  ];
  const stored = await take(database, seeded.staff.helper, { text: '', changes, visitId: visit.id });
  return { visit, stored };
}

describe('two campaigns in one county', () => {
  it('visit the same household, each with its own answers and problems, and neither sees the other’s', async () => {
    expect((await visitZhangSan(4)).stored).toEqual({ is: 'ok' });
    await goTo(second);
    expect((await visitZhangSan(3)).stored).toEqual({ is: 'ok' });
    const figures = 'select population from visit';
    expect(await rows(within(first), figures)).toEqual([{ population: 4 }]);
    expect(await rows(within(second), figures)).toEqual([{ population: 3 }]);
    expect(await rows(wholeCounty(county), figures)).toEqual([{ population: 3 }]);
    const problems = 'select no::int, key, status from problem';
    const [old] = await rows(within(first), problems);
    const [young] = await rows(within(second), problems);
    expect(old).toMatchObject({ key: 'unsafeWater', status: 'open' });
    expect(young).toMatchObject({ key: 'unsafeWater', status: 'open' });
    expect(young?.['no']).not.toBe(old?.['no']);
  });

  it('visit it once each', async () => {
    expect((await visitZhangSan(5)).stored).toEqual({ is: 'stale' });
  });

  it('count their own progress, over the same register', async () => {
    const submitted = async (campaign: CampaignId) =>
      (await read(database, within(campaign), (db) => countVillages(db, { today: '2021-12-14' }))).find(
        (village) => village.village === units.liuyuan,
      )?.counts;
    await goTo(first);
    const before = await submitted(first);
    await goTo(campaignId.parse('not-begun'));
    const notBegun = await submitted(campaignId.parse('not-begun'));
    expect(before).toMatchObject({ visited: 1 });
    expect(notBegun).toMatchObject({ visited: 0, total: before?.total });
  });

  it('give households to helpers anew: the second begins with none given', async () => {
    const third = campaignId.parse('third');
    const given = 'select count(*)::int as n from assignment';
    expect(await rows(within(third), given)).toEqual([{ n: 0 }]);
    expect((await rows(within(first), given))[0]?.['n']).toBeGreaterThan(0);
    await write(
      database,
      within(third),
      (tx) =>
        tx.sql`insert into assignment (county, household_id, staff_id, village)
        select county, id, ${seeded.staff.partner}, village from household where code = '2100001'`,
    );
    expect(await rows(within(third), given)).toEqual([{ n: 1 }]);
  });

  it('let nobody write into the one he isn’t in', async () => {
    const forged = write(
      database,
      within(first),
      (tx) =>
        tx.sql`insert into assignment (county, campaign, household_id, staff_id, village)
        select county, ${second}, id, ${seeded.staff.partner}, village from household where code = '2100001'`,
    );
    expect(isFault(await forged.catch((error: unknown) => error), 'forbidden')).toBe(true);
  });
});

describe('a county that goes on to the next campaign', () => {
  it('takes the visit in hand out of every open chat with the next message', async () => {
    await goTo(first);
    const incoming = message(seeded.staff.partner);
    const visit = visitOf(seeded.households.get('2200001'), seeded.staff.partner, {});
    await take(database, seeded.staff.partner, {
      text: '',
      changes: saved(visit, units.wangdian),
      visitId: visit.id,
    });
    expect((await open(database, incoming)).session.visit?.id).toBe(visit.id);
    await goTo(second);
    expect((await open(database, message(seeded.staff.partner))).session.visit).toBeNull();
    await goTo(first);
    expect((await open(database, message(seeded.staff.partner))).session.visit?.id).toBe(visit.id);
  });

  it('stores an answer that was under way in the campaign it was given in', async () => {
    await goTo(first);
    const incoming = message(seeded.staff.partner);
    const opened = await open(database, incoming);
    const { visit } = opened.session;
    if (visit === null) throw new Error('no visit');
    await goTo(second);
    const answered = { ...visit, answers: { population: { is: 'known', v: 7 } } } as const;
    const stored = await save(database, incoming, opened, {
      text: '',
      changes: saved(answered, units.wangdian),
      visitId: visit.id,
    });
    expect(stored).toEqual({ is: 'ok' });
    const of = `select population from visit where id = '${visit.id}'`;
    expect(await rows(within(first), of)).toEqual([{ population: 7 }]);
    expect(await rows(within(second), of)).toEqual([]);
  });
});
