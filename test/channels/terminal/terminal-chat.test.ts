import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Inbound, Outbound, Receive } from '../../../src/channels/channel.ts';
import { runTerminalChat } from '../../../src/channels/terminal/run-terminal-chat.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ruhu-terminal-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const helper = { externalId: '13800000001' };

/** Answers each line as told, and remembers what came in and what was marked as sent. */
function bot(answer: (said: Inbound) => readonly Outbound[]) {
  const heard: Inbound[] = [];
  let sent = 0;
  const receive: Receive = async (inbound) => {
    heard.push(inbound);
    return {
      replies: answer(inbound),
      sent: () => {
        sent += 1;
      },
    };
  };
  return { receive, heard, sent: () => sent };
}

const text = (words: string): Outbound => ({
  to: { kind: 'private', externalId: helper.externalId },
  content: { type: 'text', text: words },
});

const echo = (inbound: Inbound) =>
  inbound.content.type === 'text' ? [text(`听到：${inbound.content.text}`)] : [];

async function chat(
  input: string | readonly string[],
  more: Partial<Parameters<typeof runTerminalChat>[0]> = {},
) {
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  const end = await runTerminalChat({
    input: Readable.from(typeof input === 'string' ? [input] : input),
    output,
    as: helper,
    interactive: false,
    receive: bot(echo).receive,
    ...more,
  });
  return { printed: Buffer.concat(chunks).toString('utf8'), ...end };
}

test('each reply ends with a blank line, also where there is nothing to say', async () => {
  const silentOnce = bot((said) =>
    said.content.type === 'text' && said.content.text === '嗯' ? [] : echo(said),
  );
  const { printed } = await chat('排查\n嗯\n进度\n', { receive: silentOnce.receive });
  expect(printed).toBe('听到：排查\n\n\n听到：进度\n\n');
  expect(silentOnce.sent()).toBe(3);
});

test('blank lines inside a reply are closed up, so that a script can tell where it ends', async () => {
  const card = bot(() => [text('一、张三家\n\n  4 口人\r\n\n对吗？')]);
  expect((await chat('排查\n', { receive: card.receive })).printed).toBe('一、张三家\n  4 口人\n对吗？\n\n');
});

test('lines are answered one after the other, however quickly they come', async () => {
  let running = 0;
  const slow: Receive = async (inbound) => {
    running += 1;
    expect(running).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return { replies: echo(inbound), sent: () => {} };
  };
  const lines = Array.from({ length: 200 }, (_, i) => `${i}`);
  const { printed } = await chat(`${lines.join('\n')}\n`, { receive: slow });
  expect(printed).toBe(lines.map((line) => `听到：${line}\n\n`).join(''));
});

test('the last line counts also without a line end; a byte order mark and Windows line ends do no harm', async () => {
  expect((await chat('\uFEFF排查\r\n4口人')).printed).toBe('听到：排查\n\n听到：4口人\n\n');
});

test('a fixed clock starts there and keeps the order of the lines; ids differ from run to run', async () => {
  const now = new Date('2021-12-10T09:00:00+08:00');
  const first = bot(echo);
  const second = bot(echo);
  await chat('一\n二\n', { receive: first.receive, now });
  await chat('一\n', { receive: second.receive, now });
  expect(first.heard.map((said) => said.at - now.getTime())).toEqual([0, 1000]);
  const ids = [...first.heard, ...second.heard].map((said) => said.messageId);
  expect(new Set(ids).size).toBe(3);
});

test('in a group every line is spoken to the bot, and what is answered in private is marked', async () => {
  const groupBot = bot((said) => [
    { to: { kind: 'room', externalId: 'g1' }, content: { type: 'text', text: '好的' } },
    ...echo(said),
  ]);
  const { printed } = await chat('排查\n', {
    receive: groupBot.receive,
    room: { externalId: 'g1', name: '李庄村群' },
  });
  expect(printed).toBe('好的\n（私聊）\n听到：排查\n\n');
  expect(groupBot.heard[0]?.chat).toEqual({
    kind: 'room',
    externalId: 'g1',
    name: '李庄村群',
    mentioned: true,
  });
});

test('a photo is sent by naming its file; a missing one is told and the chat goes on', async () => {
  const path = join(folder, '屋顶.jpg');
  await writeFile(path, Uint8Array.of(0xff, 0xd8, 0xff));
  const photoBot = bot((said) =>
    said.content.type === 'image' ? [text(`${said.content.data.length} 字节`)] : echo(said),
  );
  const { printed } = await chat(`[图片] ${path}\n[图片] ${path}x\n好了\n`, { receive: photoBot.receive });
  expect(printed).toContain('3 字节\n\n找不到图片');
  expect(printed.endsWith('听到：好了\n\n')).toBe(true);
});

test('files among the replies are written where the operator wants them', async () => {
  const file = bot(() => [
    {
      to: { kind: 'private', externalId: '1' },
      content: { type: 'file', name: '../台账.xlsx', data: Uint8Array.of(1, 2) },
    },
  ]);
  const { printed } = await chat('台账\n', { receive: file.receive, saveTo: join(folder, 'out') });
  const where = join(folder, 'out', '台账.xlsx');
  expect(printed).toBe(`[文件] ${where}\n\n`);
  expect(await readFile(where)).toEqual(Buffer.of(1, 2));
});

test('a line that fails is told in one sentence and the next one is answered', async () => {
  const shaky: Receive = async (inbound) => {
    if (inbound.content.type === 'text' && inbound.content.text === '二') throw new Error('database gone');
    return { replies: echo(inbound), sent: () => {} };
  };
  const { printed, failures } = await chat('一\n二\n三\n', { receive: shaky });
  expect(printed).toMatch(/^听到：一\n\n系统暂时出错.*\n\n听到：三\n\n$/u);
  expect(failures).toHaveLength(1);
});

test('a chat is recorded as a transcript with what was said and the whole reply', async () => {
  const file = join(folder, 'record.chat');
  const card = bot(() => [text('张三家\n4 口人，对吗？')]);
  await chat('排查 张三\n', {
    receive: card.receive,
    now: new Date('2021-12-10T01:00:00Z'),
    record: { file, as: 'helper', title: '张三家一次说完' },
  });
  expect(await readFile(file, 'utf8')).toBe(
    [
      '# 张三家一次说完',
      'now: 2021-12-10T09:00:00+08:00',
      'as: helper',
      '',
      '> 排查 张三',
      '< 张三家',
      '< 4 口人，对吗？',
      '',
    ].join('\n'),
  );
});

test('a chat that breaks off is recorded as far as it came', async () => {
  const file = join(folder, 'broken-off.chat');
  const recorded: string[] = [];
  const receive: Receive = async () => {
    recorded.push(await readFile(file, 'utf8'));
    return { replies: [text('好')], sent: () => undefined };
  };
  await chat('排查 张三\n4口人\n', { receive, record: { file, as: 'helper' } });
  expect(recorded[1]).toContain('> 排查 张三\n< 好\n');
});

test('a record that can not be written is known before anything is said', async () => {
  const { receive, heard } = bot(() => [text('好')]);
  const record = { file: join(folder, 'nowhere', 'x.chat'), as: 'helper' };
  await expect(chat('排查 张三\n', { receive, record })).rejects.toThrow('ENOENT');
  expect(heard).toEqual([]);
});

test('at a real terminal a prompt is shown and an empty line is let pass', async () => {
  const { printed } = await chat(['排查\r', '\r'], { interactive: true });
  expect(printed).toContain('› ');
  expect(printed.match(/听到：/gu)).toHaveLength(1);
});
