import { wholeCounty } from '../../conversations/access/scope.ts';
import { read } from '../../db/base/transaction.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import { openTerminalRoom, roomNamed } from '../../db/places/counties.ts';
import { runTerminalChat } from '../channels/terminal/run-terminal-chat.ts';
import { openApp } from '../composition/compose.ts';
import type { Streams } from './streams.ts';
import { timeOf } from './time.ts';

interface ChatOptions {
  as: string;
  room?: string;
  now?: string;
  record?: string;
}

/** `ruhu chat --as <phone>`: the terminal trusts its operator, so the number binds by itself. */
export async function runChat(options: ChatOptions, streams: Streams): Promise<number> {
  const now = timeOf(options.now);
  const app = await openApp({ env: streams.env, say: (line) => streams.errors.write(`${line}\n`) });
  try {
    const person = await read(app.database, wholeCounty(app.county), (db) =>
      findSpeaker(db, { phone: options.as }),
    );
    if (person === null) {
      streams.errors.write(`名单里没有手机号 ${options.as}。先用 ruhu import staff 导入人员，再试一次。\n`);
      return 1;
    }
    const room = options.room === undefined ? undefined : await terminalRoom(app, options.room);
    const interactive = streams.input.isTTY === true;
    if (interactive) streams.errors.write(`您是${person.name}。直接说话，回“帮助”看用法，Ctrl-D 结束。\n`);
    const end = await runTerminalChat({
      receive: app.receiver(person.id),
      input: streams.input,
      output: streams.output,
      as: { externalId: options.as, name: person.name },
      interactive,
      ...(room === undefined ? {} : { room }),
      ...(now === undefined ? {} : { now }),
      ...(options.record === undefined ? {} : { record: { file: options.record, as: person.name } }),
    });
    for (const failure of end.failures) app.log.error({ err: failure }, 'a line could not be answered');
    return end.failures.length === 0 ? 0 : 1;
  } finally {
    await app.close();
  }
}

/** The group by name or platform id; an unknown one is new and not yet bound to a unit. */
async function terminalRoom(app: Awaited<ReturnType<typeof openApp>>, words: string) {
  const found = (await roomNamed(app.database, app.county, words)) ?? { name: words, unit: null };
  await openTerminalRoom(app.database, app.county, found);
  return { externalId: found.name, name: found.name };
}
