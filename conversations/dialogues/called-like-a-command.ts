import { campaignOf } from '../campaigns/all.ts';
import type { Command } from '../contract/command.ts';
import type { Conversation } from '../contract/conversation.ts';
import { type Asking, ask } from '../contract/needs.ts';
import { Phrases } from '../language/phrases.ts';
import { switchToPhrases } from '../reading/controls/switch-words.ts';
import { commandSaid } from './command-said.ts';
import { dialogueCommands } from './commands.ts';
import { slotAsks } from './inquiry/slot-asks.ts';

/** 排查 进度, 抽查 情况, 退回 岳 收入不实: words, a gap, what may be a name, and more words. */
const behindAGap = /^(?<words>\p{Script=Han}{1,6})[\s:：]+(?<name>[\p{Script=Han}·]{1,16})(?<rest>\s.+)?$/u;
/** 把名单家给王五. */
const givenAway = /^[把将](?<name>[\p{Script=Han}·]{1,16}?)[家户](?<rest>.*给.+)$/u;
const switchTo = new Phrases(switchToPhrases);
/** Stands for a name while it is seen which command wants one. */
const somebody = '某某';

/** A command that wants a name, with the name that stands where it is wanted. */
interface NameWanted {
  command: Command;
  args: unknown;
  name: string;
  /** How the other reading is said; empty where there is none. */
  other: string;
}

/**
 * Where a name is expected a household of exactly that name comes before the command or the question that its name
 * is; the other reading is offered. False where nobody is called so.
 */
export function* calledLikeACommand(c: Conversation): Asking<boolean> {
  const wanted = wantedIn(c, c.text.normalize('NFKC').trim());
  if (wanted === undefined) return false;
  const { command, name, other } = wanted;
  if (command.roles !== undefined && !c.speaker.roles.some((role) => command.roles?.includes(role)))
    return false;
  const found = yield* ask('findHouseholds', { words: name, limit: 3 });
  if (!found.some((h) => h.headName === name)) return false;
  yield* command.run(c, wanted.args);
  if (!c.inRoom && other !== '') c.sayBefore(`（按户主姓名“${name}”开的；要的不是这户，${other}。）`);
  return true;
}

function wantedIn(c: Conversation, text: string): NameWanted | undefined {
  const switched = switchTo.read(text)?.['name'];
  if (switched !== undefined) return wantedBy(c, `排查 ${somebody}`, switched, text);
  const given = givenAway.exec(text)?.groups;
  if (given !== undefined)
    return wantedBy(c, `把${somebody}家${given['rest'] ?? ''}`, given['name'] ?? '', text);
  const { words = '', name = '', rest = '' } = behindAGap.exec(text)?.groups ?? {};
  const bare = name.replace(/(?<=..)[家户]$/u, '');
  return name === '' ? undefined : wantedBy(c, `${words} ${somebody}${rest}`, bare, text, words);
}

function wantedBy(
  c: Conversation,
  asked: string,
  name: string,
  text: string,
  words = '',
): NameWanted | undefined {
  const wanted = commandSaid(dialogueCommands, asked);
  if (wanted?.command.ofHousehold !== true) return undefined;
  const said = commandSaid(dialogueCommands, text);
  const args: unknown = JSON.parse(JSON.stringify(wanted.args).replaceAll(somebody, name));
  // Read so without us, unless the name is a word of questions to the data: 退回 名单.
  const plainly = said?.command === wanted.command && JSON.stringify(said.args).includes(name);
  if (plainly && !slotAsks(campaignOf(c.session.settings), text, said.args)) return undefined;
  const together = commandSaid(dialogueCommands, `${words}${name}`);
  const isOther = words !== '' && together !== undefined && together.command !== wanted.command;
  const other =
    commandSaid(dialogueCommands, name) !== undefined
      ? `单独回“${name}”`
      : isOther
        ? `连着回“${words}${name}”`
        : '';
  return { command: wanted.command, args, name, other };
}
