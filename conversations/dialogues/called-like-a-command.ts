import type { Conversation } from '../contract/conversation.ts';
import { type Asking, ask } from '../contract/needs.ts';
import { commandSaid } from './command-said.ts';
import { dialogueCommands } from './commands.ts';

/** 排查 进度, 查 进度: behind these words a name is expected. */
const opening = /^(?:(?<visit>开始排查|排查|入户|走访)|查)[\s:：]+(?<name>[\p{Script=Han}·]{2,12})$/u;

/**
 * Where a name is expected a household of exactly that name comes before the command or the question that its name
 * is; the other reading is offered. False where nobody is called so.
 */
export function* calledLikeACommand(c: Conversation): Asking<boolean> {
  const { visit, name = '' } = opening.exec(c.text.normalize('NFKC').trim())?.groups ?? {};
  if (name === '') return false;
  const wanted = visit === undefined ? 'household' : 'visit';
  if (commandSaid(dialogueCommands, c.text)?.command.name === wanted) return false;
  const command = dialogueCommands.find((one) => one.name === wanted);
  const may = command?.roles === undefined || c.speaker.roles.some((role) => command.roles?.includes(role));
  if (command === undefined || !may) return false;
  const found = yield* ask('findHouseholds', { words: name, limit: 3 });
  if (!found.some((h) => h.headName === name)) return false;
  yield* command.run(c, name);
  if (!c.inRoom && commandSaid(dialogueCommands, name) !== undefined)
    c.sayBefore(`（按户主姓名“${name}”开的；要的不是这户，单独回“${name}”。）`);
  return true;
}
