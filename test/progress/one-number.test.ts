import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { demoCounty } from '../../conversations/campaign/counties.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { unitCode } from '../../conversations/contract/ids.ts';
import type { HouseholdFilter } from '../../conversations/progress/needs.ts';
import { byTownship, total } from '../../conversations/progress/rollup.ts';
import { read, write } from '../../db/base/transaction.ts';
import { counted } from '../../db/inquiry/counted.ts';
import { householdsBehind } from '../../db/inquiry/rows.ts';
import { listUnits } from '../../db/places/units.ts';
import { countVillages } from '../../db/progress/progress.ts';
import { readSummary, refreshSummary } from '../../db/progress/summary.ts';
import { readReportFacts } from '../../db/reports/facts.ts';
import { readCheckFacts } from '../../db/self-checks/read.ts';
import { streamLedger } from '../../db/visits/ledger.ts';
import { loadDemo } from '../../src/county/load-demo.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const scope = wholeCounty(demoCounty);
const today = '2021-12-16';
const asOf = new Date('2021-12-16T18:30:00+08:00');

it('chat, stored count, report, ledger and the lists behind the numbers say the same of a whole county', async () => {
  await loadDemo({ database, key: { bytes: randomBytes(32) }, households: 1200, visited: 0.4, asOf });
  await write(database, scope, refreshSummary);
  await read(database, scope, async (db) => {
    const villages = await countVillages(db, { today });
    const { counts } = total(villages);
    expect(counts.visited).toBeGreaterThan(300);
    expect((await readSummary(db, { today }))?.villages).toEqual(villages);

    const units = await listUnits(db);
    const county = units.find((u) => u.kind === 'county');
    const report = await readReportFacts(
      db,
      { code: unitCode.parse(county?.code), short: county?.short ?? '', kind: 'county' },
      today,
    );
    expect(report).toMatchObject({
      households: counts.total,
      visited: counts.visited,
      explained: counts.explained,
      notHome: counts.notHome,
      refused: counts.refused,
      toVerify: counts.toVerify,
    });
    for (const township of byTownship(villages).slice(0, 3)) {
      const own = await readReportFacts(
        db,
        { code: township.unit, short: township.name, kind: 'township' },
        today,
      );
      expect(own).toMatchObject({ households: township.counts.total, visited: township.counts.visited });
    }

    let visited = 0;
    for await (const some of streamLedger(db, {
      questionnaire: xiaoxian2021.householdForm.id,
      visited: true,
    }))
      visited += some.filter((e) => e.visit?.status === 'submitted' || e.visit?.status === 'verified').length;
    // The ledger tells of every household handed in; those that left the base with what became of them.
    expect(counts.explained).toBeGreaterThan(0);
    expect(visited).toBe(counts.visited + counts.explained);

    for (const { unit, counts: own } of byTownship(villages).slice(0, 3))
      expect(await readCheckFacts(db, unit, today)).toMatchObject({
        households: own.total,
        visited: own.visited,
      });

    const asker = { speaker: null, at: Date.parse(`${today}T12:00:00+08:00`) };
    const behind = (filter: HouseholdFilter) =>
      householdsBehind(
        db,
        asker,
        {
          want: 'list',
          of: 'households',
          where: [{ on: 'standing', values: [filter] }],
          place: { is: 'seen', name: '' },
        },
        { today },
        { offset: 0, limit: 1 },
      );
    for (const filter of [
      'visited',
      'submitted',
      'verified',
      'explained',
      'draft',
      'notHome',
      'refused',
      'returned',
      'untouched',
      'toVerify',
      'withProblems',
      'visitedToday',
    ] as const) {
      const list = await behind(filter);
      expect(list.total, filter).toBe(counts[filter]);
    }
    const inAll = await counted(
      db,
      asker,
      {
        want: 'share',
        of: 'households',
        where: [{ on: 'standing', values: ['visited'] }],
        place: { is: 'seen', name: '' },
      },
      { today },
    );
    expect(inAll).toMatchObject({ n: counts.visited, over: counts.total });
    const left = await behind('remaining');
    expect(left.total).toBe(counts.total - counts.visited);
  });
});
