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
  for (const command of tableOf(among).beginning(text)) {
    const args = command.match(text);
    if (args !== undefined) return { command, args };
  }
  return undefined;
}

/** Commands by what a message that is theirs begins with, each list in their order: an answer is held against few. */
class CommandTable {
  readonly #byBegin = new Map<string, Command[]>();
  readonly #others: readonly Command[];

  constructor(commands: readonly Command[]) {
    this.#others = commands.filter(({ match }) => match.begins === undefined);
    const begins = new Set(commands.flatMap(({ match }) => [...(match.begins ?? [])]));
    for (const begin of begins)
      this.#byBegin.set(
        begin,
        commands.filter(({ match }) => match.begins?.has(begin) !== false),
      );
  }

  beginning(text: string): readonly Command[] {
    const [first = ''] = text.trim();
    return this.#byBegin.get(first.normalize('NFKC').toLowerCase()) ?? this.#others;
  }
}

const tables = new WeakMap<readonly Command[], CommandTable>();

function tableOf(commands: readonly Command[]): CommandTable {
  const known = tables.get(commands) ?? new CommandTable(commands);
  tables.set(commands, known);
  return known;
}
