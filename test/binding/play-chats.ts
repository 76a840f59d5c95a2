import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Database } from '../../db/base/connect.ts';
import { withAnswers } from '../transcripts/transcript.ts';
import { CodeNames, readChat, type Step } from './chat-file.ts';
import { type BindingWorld, bindingWorld, type Person } from './world.ts';

const recording = process.env['RUHU_RECORD'] === '1';

/** Plays the chats of a folder, each in a county of its own; RUHU_RECORD=1 writes down what was answered. */
export function playChats(folder: string, database: Database, more: readonly Person[] = []): void {
  const files = readdirSync(folder).filter((name) => name.endsWith('.chat'));
  it.each(files.map((name) => [readChat(readFileSync(join(folder, name), 'utf8')).title, name]))(
    '%s',
    async (_, name) => {
      const path = join(folder, name);
      const text = readFileSync(path, 'utf8');
      const chat = readChat(text);
      const world = await bindingWorld(database, more);
      const codes = new CodeNames();
      const answers = new Map<number, readonly string[]>();
      let now = chat.now;
      for (const step of chat.steps) {
        now += step.is === 'wait' ? step.ms : 20_000;
        const heard = await take(world, step, now, codes);
        if (step.is !== 'said') continue;
        answers.set(step.line, heard);
        if (!recording) expect(heard, `after “${step.text}”`).toEqual(step.expect);
      }
      if (recording) writeFileSync(path, withAnswers(text, answers));
    },
  );
}

async function take(world: BindingWorld, step: Step, at: number, codes: CodeNames): Promise<string[]> {
  if (step.is === 'bound') await world.bind(step.who, step.channel, at);
  if (step.is === 'removed') await world.remove(step.who, at);
  if (step.is !== 'said') return [];
  const { channel, from, room } = step;
  const heard = await world.say({ channel, from, room, at, text: codes.typed(step.text) });
  return heard.length === 0 ? ['（不作声）'] : codes.named(heard, step.expect);
}
