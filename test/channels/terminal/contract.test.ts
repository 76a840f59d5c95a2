import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Address, Channel, Receive } from '../../../src/channels/channel.ts';
import { TerminalChannel } from '../../../src/channels/terminal/terminal-channel.ts';
import { channelContract, type Platform, type Seen } from '../contract.ts';

/** One person's terminal, in private or in a group. */
function terminal(person: string, room: string | undefined, receive: Receive | undefined) {
  const input = new PassThrough();
  const output = new PassThrough();
  let printed = '';
  output.on('data', (chunk: Buffer) => {
    printed += chunk.toString('utf8');
  });
  const channel = new TerminalChannel({
    input,
    output,
    as: { externalId: person },
    interactive: false,
    ...(room === undefined ? {} : { room: { externalId: room } }),
  });
  const started = receive === undefined ? Promise.resolve() : channel.start(receive);
  const to: Seen['to'] =
    room === undefined ? { kind: 'private', externalId: person } : { kind: 'room', externalId: room };
  return {
    channel,
    say: async (line: string) => {
      await started;
      input.write(`${line}\n`);
    },
    seen: (): Seen[] =>
      printed
        .split('\n\n')
        .map((block) => block.trim())
        .filter((block) => block !== '' && !block.startsWith('系统暂时出错'))
        .map((text) => ({
          to,
          content: text.startsWith('[图片]') ? { type: 'image' } : { type: 'text', text },
        })),
    close: async () => {
      input.end();
      await channel.stop();
    },
  };
}

/** Everybody sits at a terminal of his own. */
function terminals(): Platform {
  const folder = mkdtempSync(join(tmpdir(), 'ruhu-terminals-'));
  const all = new Map<string, ReturnType<typeof terminal>>();
  let receive: Receive | undefined;
  const at = (person: string, room?: string) => {
    const key = `${person} ${room ?? ''}`;
    const found = all.get(key) ?? terminal(person, room, receive);
    all.set(key, found);
    return found;
  };
  const of = (to: Address) => (to.kind === 'private' ? at(to.externalId) : at('anybody', to.externalId));
  const channel: Channel = {
    name: 'terminal',
    capabilities: at('zhang').channel.capabilities,
    start: async (given) => {
      receive = given;
      all.clear();
    },
    send: (message) => of(message.to).channel.send(message),
    stop: async () => {},
  };
  return {
    channel,
    say: async (from, text, place) => {
      await at(from, place?.room).say(text);
      return { again: async () => {} };
    },
    photo: async (from, data) => {
      const path = join(folder, 'photo.png');
      writeFileSync(path, data);
      await at(from).say(`[图片] ${path}`);
    },
    seen: () => [...all.values()].flatMap((one) => one.seen()),
    close: async () => {
      for (const one of all.values()) await one.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

channelContract(
  'the terminal',
  { rooms: 'mentions', photos: true, pictures: true, redelivers: false, strangers: false },
  async () => terminals(),
);
