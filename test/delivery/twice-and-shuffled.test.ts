import { afterAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import type { Database } from '../../db/base/connect.ts';
import { read } from '../../db/base/transaction.ts';
import { type LedgerEntry, streamLedger } from '../../db/visits/ledger.ts';
import { type WecomRig, wecomRig } from '../channels/wecom/rig.ts';
import { county, type Person, seedCounty } from '../support/county.ts';
import { makeDatabase, type TestDatabase } from '../support/database.ts';
import { testReceiver } from '../support/receiver.ts';
import { giveAccount } from './people.ts';
import { type Message, messages, talks } from './talks.ts';

/** Numbers that look random and are the same for the same seed. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const made: TestDatabase[] = [];
const rigs: WecomRig[] = [];
afterAll(async () => {
  await Promise.all(rigs.map((rig) => rig.close()));
  await Promise.all(made.map((one) => one.close()));
});

/** A bot of its own: a fresh county, the platform's double, the real receiver. */
async function newBot(): Promise<{ rig: WecomRig; database: Database }> {
  const one = await makeDatabase();
  made.push(one);
  const seeded = await seedCounty(one.database);
  const rig = await wecomRig();
  rigs.push(rig);
  for (const name of Object.keys(talks) as Person[]) {
    await giveAccount(one.database, seeded.staff[name], name, 'wecom');
    rig.platform.members.add(name);
  }
  await rig.channel.start(testReceiver(one.database, county).receive);
  return { rig, database: one.database };
}

/** Everything the county would export, without our own random ids. */
function ledgerOf(database: Database) {
  return read(database, wholeCounty(county), async (db) => {
    const rows: { head: string; village: string; visit: LedgerEntry['visit'] }[] = [];
    for await (const entries of streamLedger(db, { questionnaire: 'household' })) {
      for (const { household, visit } of entries)
        rows.push({ head: household.headName, village: household.villageName, visit });
    }
    const problems = await db.sql`
      select key, clause, description, village, status, opened_at from problem where county = ${county} order by village, key, description`;
    const answers = await db.sql`
      select question, before, after, message_id, at from answer where county = ${county} order by message_id, question`;
    return { rows, problems: [...problems], answers: [...answers] };
  });
}

/** What each person got to read, in order. */
function saidTo(rig: WecomRig): Map<string, string[]> {
  const said = new Map<string, string[]>();
  for (const { to, body } of rig.platform.arrived) {
    // Which household is offered next depends on how far the colleagues are at that moment.
    const words = (body['text'] as { content: string }).content.replace(/下一户：[^\n]*/u, '下一户：…');
    said.set(to, [...(said.get(to) ?? []), words]);
  }
  return said;
}

async function settled(rig: WecomRig): Promise<void> {
  const expected = messages.flat().length;
  await expect.poll(() => rig.platform.arrived.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(expected);
}

/** Every message twice: people mixed at random, each second delivery at any time after its first. */
async function deliverTwice(rig: WecomRig, chance: () => number): Promise<void> {
  const waiting = messages.map((one) => [...one]);
  const again: Message[] = [];
  const underway: Promise<unknown>[] = [];
  while (waiting.some((one) => one.length > 0) || again.length > 0) {
    const open = waiting.filter((one) => one.length > 0);
    if (open.length === 0 || (again.length > 0 && chance() < 0.4)) {
      const [message] = again.splice(Math.floor(chance() * again.length), 1);
      if (message) underway.push(rig.app(message));
    } else {
      const message = open[Math.floor(chance() * open.length)]?.shift();
      if (!message) continue;
      again.push(message);
      const first = rig.app(message);
      underway.push(first);
      // Some are delivered a second time while the first delivery is still being worked on.
      if (chance() < 0.3) underway.push(rig.app(message));
      if (chance() < 0.7) await first;
    }
  }
  await Promise.all(underway);
}

describe('messages that the platform delivers twice and mixed', () => {
  const plain = (async () => {
    const { rig, database } = await newBot();
    for (const one of messages) for (const message of one) await rig.app(message);
    await settled(rig);
    return { ledger: await ledgerOf(database), said: saidTo(rig) };
  })();

  it('make a ledger to compare with: submitted visits, a problem, a correction', async () => {
    const { ledger } = await plain;
    const visits = ledger.rows.flatMap(({ visit }) => visit ?? []);
    expect(visits).toHaveLength(4);
    expect(visits.filter(({ status }) => status === 'submitted').length).toBeGreaterThanOrEqual(2);
    expect(ledger.problems.length).toBeGreaterThan(0);
    expect(visits).toContainEqual(
      expect.objectContaining({
        answers: expect.objectContaining({ annualIncome: { is: 'known', v: 40_000 } }),
      }),
    );
  });

  for (const seed of [1, 22, 333]) {
    it(`leave the same ledger and say the same, each answer once (mixture ${seed})`, async () => {
      const { rig, database } = await newBot();
      await deliverTwice(rig, chances(seed));
      await settled(rig);
      const { ledger, said } = await plain;
      expect(await ledgerOf(database)).toEqual(ledger);
      expect(saidTo(rig)).toEqual(said);
    });
  }
});
