import type { Command } from '../contract/command.ts';
import { Remembered } from '../form/remembered.ts';

/** A command with what was said beside it, as its `run` wants it. */
interface SaidCommand {
  command: Command;
  args: unknown;
}

const remembered = new Remembered<readonly Command[], SaidCommand | undefined>();

/** The first of the commands that the words are; undefined when they are none, as most answers. */
export function commandSaid(among: readonly Command[], text: string): SaidCommand | undefined {
  return remembered.of(among, text, '', () => find(among, text));
}

function find(among: readonly Command[], text: string): SaidCommand | undefined {
  for (const command of among) {
    const args = command.match(text);
    if (args !== undefined) return { command, args };
  }
  return undefined;
}
