import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { sayMoment } from '../../conversations/calendar/workdays.ts';
import { rehearsalCounty } from '../../conversations/campaign/counties.ts';
import { newSettings } from '../../conversations/campaigns/all.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { isFalse, isTrue, numberOf } from '../../conversations/form/answer.ts';
import { behindDoor } from '../../conversations/rehearsal/robot.ts';
import { read } from '../../db/base/transaction.ts';
import { readCampaign } from '../../db/campaign/settings.ts';
import { streamLedger } from '../../db/visits/ledger.ts';
import { loadDemo } from '../../src/county/load-demo.ts';
import { Rehearsal } from '../../src/county/rehearsal.ts';
import { assetsFromDisk } from '../../src/http/node-assets.ts';
import { preparePhoto } from '../../src/photos/photo.ts';
import { readConfig } from '../../src/setting/config.ts';
import { makeLog } from '../../src/setting/log.ts';
import { openWeb } from '../../src/site/open-web.ts';
import { rehearsalPage } from '../../src/site/pages/rehearsal.ts';
import { Visitor } from '../http/visitor.ts';
import { county as realCounty, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { testReceiver } from '../support/receiver.ts';

const { database } = await testDatabase();
const log = makeLog('silent');
const key = { bytes: randomBytes(32), from: 'made' as const };
const app = {
  database,
  county: rehearsalCounty,
  log,
  receiver: (staff?: StaffId) => testReceiver(database, rehearsalCounty, staff).receive,
};
let rehearsal: Rehearsal;
const moment = () => sayMoment(rehearsal.clock.now());
const count = async (query: string, county = rehearsalCounty) =>
  read(
    database,
    wholeCounty(county),
    async (db) => (await db.sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${query}`))[0]?.n,
  );

beforeAll(async () => {
  await seedCounty(database);
  await loadDemo({
    database,
    key,
    households: 60,
    visited: 0,
    county: rehearsalCounty,
    asOf: new Date('2021-12-16T00:00:00+08:00'),
  });
  rehearsal = await Rehearsal.open(app);
});
afterAll(async () => expect(await count('visit', realCounty)).toBe(0));

describe('the rehearsal', () => {
  it('lies around the day it is made, its eighth; the ordered days where that is the ordered eighth', async () => {
    const campaignMade = () => read(database, wholeCounty(rehearsalCounty), readCampaign);
    expect(await campaignMade()).toMatchObject({ start: '2021-12-09', end: xiaoxian2021.settings.end });
    const other = await testDatabase();
    const asOf = new Date('2026-12-01T10:00:00+08:00');
    const made = { database: other.database, key, households: 24, visited: 0, county: rehearsalCounty };
    await loadDemo({ ...made, asOf });
    const opened = await Rehearsal.open({ ...app, database: other.database });
    expect(opened.campaign).toMatchObject({ start: '2026-11-24', year: 2026 });
    expect(sayMoment(opened.clock.now())).toBe('11月24日 7:40');
  });

  it('begins on the first morning of the campaign and sends what a morning brings', async () => {
    expect(moment()).toBe('12月9日 7:40');
    const { runs } = await rehearsal.morning();
    expect(runs.map((run) => run.due.job)).toEqual(['morning', 'villageNote']);
    expect(moment()).toBe('12月9日 8:06');
    const texts = runs.flatMap((run) => [...run.queued, ...run.unreachable]).map((push) => push.text);
    expect(
      texts.some((text) => /还剩\d+户，到12月31日还有20个工作日，今天计划走访\d+户，先去/u.test(text)),
    ).toBe(true);
  });

  it('has robots visit a day through the real receiver; the ledger holds what was behind the doors', async () => {
    const told: number[] = [];
    const { visited, notHome } = await rehearsal.visits((done) => told.push(done));
    expect(visited + notHome).toBe(told.length);
    expect(visited).toBeGreaterThan(10);
    expect(moment()).toBe('12月9日 17:20');
    let compared = 0;
    await read(database, wholeCounty(rehearsalCounty), async (db) => {
      for await (const some of streamLedger(db, {
        questionnaire: xiaoxian2021.householdForm.id,
        visited: true,
      }))
        for (const { household, visit } of some) {
          if (visit?.status !== 'submitted') continue;
          const { truth } = behindDoor(household, '2021-12-09', newSettings(xiaoxian2021, 'rehearsal'));
          for (const key of ['population', 'annualIncome'])
            expect(numberOf(visit.answers, key), `${household.code} ${key}`).toBe(numberOf(truth, key));
          for (const key of ['allInsured', 'housingSafe', 'waterProblem']) {
            expect(isTrue(visit.answers, key), `${household.code} ${key}`).toBe(isTrue(truth, key));
            expect(isFalse(visit.answers, key), `${household.code} ${key}`).toBe(isFalse(truth, key));
          }
          compared += 1;
        }
    });
    expect(compared).toBe(visited);
  });

  it('shows the evening: summaries with pictures and the digest', async () => {
    const { runs } = await rehearsal.evening();
    expect(runs.map((run) => run.due.job)).toEqual(['townshipSummary', 'eveningDigest']);
    // Townships that are done already and found no problem are left alone.
    expect(runs[0]?.queued.length).toBeGreaterThan(10);
    expect(runs[1]?.queued[0]?.text).toMatch(/^演练县大排查日报 12月9日\n已查\d+\/60户/u);
    expect(moment()).toBe('12月9日 19:12');
  });

  it('goes on to the next working morning, over a Sunday, and stays where it was after a restart', async () => {
    await rehearsal.morning();
    expect(moment()).toBe('12月10日 8:06');
    await rehearsal.morning();
    expect(moment()).toBe('12月11日 8:06');
    await rehearsal.morning();
    expect(moment()).toBe('12月13日 8:06');
    const reopened = await Rehearsal.open(app);
    expect(sayMoment(reopened.clock.now())).toBe('12月13日 8:06');
  });

  it('sends nothing twice when a part of a day is asked for again', async () => {
    const before = await count('outbox');
    expect((await rehearsal.evening()).runs).toHaveLength(2);
    const after = await count('outbox');
    expect((await rehearsal.evening()).runs).toEqual([]);
    expect(after).toBeGreaterThan(before ?? 0);
    expect(await count('outbox')).toBe(after);
  });

  it('is led from a page', async () => {
    const place = { ...app, key, mode: 'rehearsal' as const, config: readConfig({}) };
    const web = openWeb({
      place,
      preparePhoto,
      version: 'test',
      assets: assetsFromDisk(),
      now: rehearsal.clock.now,
      pages: [rehearsalPage(rehearsal)],
    });
    const [leader] = await read(
      database,
      wholeCounty(rehearsalCounty),
      (db) =>
        db.sql<
          { id: string }[]
        >`select id from staff where county = ${rehearsalCounty} and 'leader' = any (roles) limit 1`,
    );
    const visitor = await new Visitor(web.app).be(leader?.id ?? '');
    const page = await (await visitor.fetch('/rehearsal')).text();
    expect(page).toContain('12月13日 19:12');
    expect(page).toContain('大排查日报');
    const picture = /href="(\/rehearsal\/picture\.png\?key=[^"]+)"/u.exec(page)?.[1] ?? '';
    const png = await visitor.fetch(picture);
    expect(png.headers.get('content-type')).toBe('image/png');
    const svg = await visitor.fetch(picture.replace('.png', '.svg'));
    expect(svg.headers.get('content-type')).toContain('image/svg+xml');
    expect(await svg.text()).toContain('大排查进度');
    // A step that runs is followed by the page itself, without a reload.
    expect(page).not.toContain('data-refresh');
    expect((await visitor.post('/rehearsal/nonsense', {})).status).toBe(404);
    expect((await visitor.post('/rehearsal/morning', {})).status).toBe(303);
    await expect.poll(() => moment(), { timeout: 10_000 }).toBe('12月14日 8:06');
  });
});
