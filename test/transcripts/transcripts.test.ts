import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { read } from '../../db/base/transaction.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import type { Inbound } from '../../src/channels/channel.ts';
import { testDatabase } from '../support/database.ts';
import { testReceiver } from '../support/receiver.ts';
import { contentOf } from './content.ts';
import { giveBack, ledgerCells, openProblems, photoKeys } from './outcome.ts';
import { parseTranscript, type Said, withAnswers } from './transcript.ts';
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
        if (said.returned !== undefined) await giveBack(database, world, said.returned);
        const reply = await hear(world, said);
        answers.set(said.line, reply);
        if (!recording) for (const line of said.expect) expect(reply, `after “${said.say}”`).toContain(line);
      }
      if (recording) writeFileSync(path, withAnswers(text, answers));
      for (const { household, cells } of transcript.ledger)
        expect(await ledgerCells(database, world, household, Object.keys(cells))).toEqual(cells);
      for (const { household, keys } of transcript.problems)
        expect(await openProblems(database, world, household)).toEqual([...keys].sort());
      for (const { household, keys } of transcript.photos)
        expect(await photoKeys(database, world, household)).toEqual([...keys].sort());
    },
  );

  it('hold the one the README shows, word for word', () => {
    const chat = parseTranscript(readFileSync(join(folder, '084-as-the-readme-shows.chat'), 'utf8'));
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    const shown = /```text\n([\s\S]*?)```/u.exec(readme)?.[1]?.trimEnd().split('\n') ?? [];
    expect(shown.filter((line) => line.startsWith('> '))).toEqual(chat.said.map(({ say }) => `> ${say}`));
    const replies = chat.said.flatMap(({ expect: lines }) => lines);
    for (const line of shown.filter((l) => l.startsWith('  ')))
      expect(replies.some((reply) => reply.startsWith(line.trim().replace(/\s*…$/u, '')))).toBe(true);
  });

  it('are at least sixty', () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
  });
});

/** What was last sent by each person, to be delivered a second time. */
const lastSent = new Map<string, Inbound>();

/** Says one line through the real receiver: the dialogue's state is written and read back between turns. */
async function hear(world: World, said: Said): Promise<string[]> {
  const phone = world.phones.get(said.by) ?? '';
  const speaker = await read(database, wholeCounty(world.county), (db) => findSpeaker(db, { phone }));
  if (speaker === null) throw new Error(`nobody is called ${said.by}`);
  const { receive } = testReceiver(database, world.county, speaker.id);
  const again = said.say === '[重发]' ? lastSent.get(said.by) : undefined;
  const before = lastSent.get(said.by);
  const inbound = again ?? (await inboundOf(said, phone, before));
  if (said.say !== '[撤回]') lastSent.set(said.by, inbound);
  const { replies } = await receive(inbound);
  return replies.flatMap(({ content }) =>
    content.type === 'text' ? content.text.split('\n') : [`[${content.type}]`],
  );
}

async function inboundOf(said: Said, phone: string, before: Inbound | undefined): Promise<Inbound> {
  return {
    channel: 'terminal',
    messageId: messageId(),
    at: said.at,
    from: { externalId: phone, name: said.by },
    chat: said.inRoom
      ? { kind: 'room', externalId: '柳元村群', mentioned: said.say.startsWith('@') }
      : { kind: 'private' },
    content:
      said.say === '[撤回]'
        ? { type: 'recalled', of: before?.messageId ?? '' }
        : await contentOf(said.say.replace(/^@\S+\s+/u, '')),
  };
}
