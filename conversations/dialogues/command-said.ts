import { Remembered } from '../engine/remembered.ts';
import type { Command } from './command.ts';

/** A command with what was said beside it, as its `run` wants it. */
export interface SaidCommand {
  command: Command;
  args: unknown;
}

const remembered = new WeakMap<readonly Command[], Remembered<SaidCommand | undefined>>();
const mostRemembered = 2_000;
const shortLength = 16;

/** The first of the commands that the words are; undefined when they are none, as most answers. */
export function commandSaid(among: readonly Command[], text: string): SaidCommand | undefined {
  if (text.length > shortLength) return find(among, text);
  const known = remembered.get(among) ?? new Remembered<SaidCommand | undefined>(mostRemembered);
  remembered.set(among, known);
  return known.of(text, () => find(among, text));
}

function find(among: readonly Command[], text: string): SaidCommand | undefined {
  for (const command of among) {
    const args = command.match(text);
    if (args !== undefined) return { command, args };
  }
  return undefined;
}
