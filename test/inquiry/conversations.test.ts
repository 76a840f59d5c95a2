import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { type DemoRole, demoChat } from './demo-chat.ts';

const { database } = await testDatabase();
const say = await demoChat(database, 3000);

const folder = new URL('conversations/', import.meta.url);

/** `role> what is said`, and behind it what comes back, each line with `< `; `role@群>` is said in a group. */
function turnsOf(text: string): { who: string; said: string; heard: string }[] {
  return text
    .trim()
    .split(/\n(?=\w+(?:@\S+)?> )/u)
    .map((turn) => {
      const [first = '', ...lines] = turn.split('\n');
      const [, who = '', said = ''] = /^(\S+?)> (.*)$/u.exec(first) ?? [];
      return {
        who,
        said,
        heard: lines
          .map((line) => line.replace(/^< ?/u, ''))
          .join('\n')
          .trim(),
      };
    });
}

/**
 * What stays whatever the demo draws: the first line, numbers left out, and of an inquiry only what was understood. Names
 * and figures in the files are those of one day's demo.
 */
function gist(heard: string): string {
  const [first = ''] = heard.split('\n');
  const numberless = first.replace(/\d+(?:\.\d+)?/gu, '#');
  return numberless.includes('·')
    ? numberless.replace(/：.*$/u, '')
    : numberless.replace(/。照近.*$|；.*$/u, '');
}

it.each(readdirSync(folder).sort())('%s goes as written', async (name) => {
  const turns = turnsOf(readFileSync(new URL(name, folder), 'utf8'));
  expect(turns.length).toBeGreaterThanOrEqual(10);
  for (const { who, said, heard } of turns) {
    const [role = '', room] = who.split('@');
    const replies = (await say(role as DemoRole, said, room)).join('\n');
    expect(`${said}：${gist(replies)}`).toBe(`${said}：${gist(heard)}`);
  }
});
