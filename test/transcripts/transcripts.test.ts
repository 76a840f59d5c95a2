import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { householdQuestionnaire } from '../../conversations/household/questionnaire.ts';
import { findSpeaker } from '../../db/staff.ts';
import { read } from '../../db/transaction.ts';
import type { Inbound } from '../../src/channels/channel.ts';
import { testDatabase } from '../support/database.ts';
import { testReceiver } from '../support/receiver.ts';
import { parseTranscript, type Said, type Transcript, withAnswers } from './transcript.ts';
import { makeWorld, messageId, type World } from './world.ts';

const folder = join(import.meta.dirname, 'chats');
const recording = process.env['RUHU_RECORD'] === '1';
const files = readdirSync(folder).filter((name) => name.endsWith('.chat'));
const { database } = await testDatabase();

describe('chats with a helper', () => {
  it.each(files.map((name) => [parseTranscript(readFileSync(join(folder, name), 'utf8')).title, name]))(
    '%s',
    async (_, name) => {
      const path = join(folder, name);
      const text = readFileSync(path, 'utf8');
      const transcript = parseTranscript(text);
      const world = await makeWorld(database);
      const answers = new Map<number, readonly string[]>();
      for (const said of transcript.said) {
        const reply = await say(world, transcript, said);
        answers.set(said.line, reply);
        if (!recording) for (const line of said.expect) expect(reply, `after “${said.say}”`).toContain(line);
      }
      if (recording) writeFileSync(path, withAnswers(text, answers));
      for (const { household, cells } of transcript.ledger)
        expect(await ledgerCells(world, household, Object.keys(cells))).toEqual(cells);
      for (const { household, keys } of transcript.problems)
        expect(await openProblems(world, household)).toEqual([...keys].sort());
    },
  );

  it('are at least thirty', () => {
    expect(files.length).toBeGreaterThanOrEqual(30);
  });
});

/** Says one line through the real receiver: the dialogue's state is written and read back between turns. */
async function say(world: World, transcript: Transcript, said: Said): Promise<string[]> {
  const phone = world.phones.get(said.by) ?? '';
  const speaker = await read(database, wholeCounty(world.county), (db) => findSpeaker(db, { phone }));
  if (speaker === null) throw new Error(`nobody is called ${said.by}`);
  const { receive } = testReceiver(database, world.county, speaker.id);
  const inbound: Inbound = {
    channel: 'terminal',
    messageId: messageId(),
    at: said.at,
    from: { externalId: phone, name: said.by },
    chat:
      transcript.room === undefined
        ? { kind: 'private' }
        : { kind: 'room', externalId: transcript.room, mentioned: said.say.startsWith('@') },
    content: { type: 'text', text: said.say.replace(/^@\S+\s+/u, '') },
  };
  const { replies } = await receive(inbound);
  return replies.flatMap(({ content }) =>
    content.type === 'text' ? content.text.split('\n') : [`[${content.type}]`],
  );
}

/** The ledger's cells of a household (`name` or `name/group`) as the transcript writes them. */
async function ledgerCells(
  world: World,
  household: string,
  keys: readonly string[],
): Promise<Record<string, string>> {
  const [name = '', group] = household.split('/');
  const row = await read(database, wholeCounty(world.county), async (db) => {
    const [found] = await db.sql<Record<string, unknown>[]>`
      select v.*, s.name as helper_name from household h
      left join visit v on v.county = h.county and v.household_id = h.id and v.questionnaire = ${householdQuestionnaire.id}
      left join staff s on s.county = v.county and s.id = v.helper
      where h.county = ${world.county} and h.head_name = ${name} and (${group ?? null}::text is null or h.grp = ${group ?? null})
      order by v.id is null limit 1`;
    return found ?? {};
  });
  return Object.fromEntries(
    keys.map((key) => [key, cell(key === 'helper' ? row['helper_name'] : row[snake(key)])]),
  );
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? value.join(',') : String(value);
}

const snake = (key: string): string => key.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

async function openProblems(world: World, household: string): Promise<string[]> {
  return read(database, wholeCounty(world.county), async (db) => {
    const rows = await db.sql<{ key: string }[]>`
      select p.key from problem p join household h on h.county = p.county and h.id = p.household_id
      where p.county = ${world.county} and h.head_name = ${household} and p.status not in ('withdrawn', 'merged', 'closed') order by p.key`;
    return rows.map((row) => row.key);
  });
}
