import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dialogueCommands } from '../../conversations/dialogues/commands.ts';

/** What a document shows to be said: everything between `…`, also each of several with 、 or / between them. */
function shownIn(path: string): string[] {
  const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  return [...text.matchAll(/`([^`\n]+)`/gu)].flatMap(([, shown = '']) =>
    [shown, ...shown.split(/[、/]/u)].map((said) => said.replace(/\s*…$/u, '').trim()),
  );
}

describe('the list of words', () => {
  it.each(['docs/words.zh-CN.md', 'docs/words.md'])('%s holds a way to say every command', (path) => {
    const shown = shownIn(path);
    const missing = dialogueCommands
      .filter(({ match }) => !shown.some((said) => match(said) !== undefined))
      .map(({ name }) => name);
    expect(missing).toEqual([]);
  });
});
