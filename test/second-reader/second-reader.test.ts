import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { agreed } from '../../conversations/reading/agreement.ts';
import { chatReader } from '../../src/second-reader/chat-protocol.ts';
import { masked } from '../../src/second-reader/masked.ts';

const same = (a: unknown, b: unknown): boolean => a === b;

describe('two readers', () => {
  test('that agree are sure, also where the first only guessed', () => {
    expect(agreed({ is: 'sure', value: 4 }, { sure: true, value: 4 }, same)).toEqual({
      is: 'sure',
      value: 4,
    });
    expect(agreed({ is: 'ask', value: 4 }, { sure: true, value: 4 }, same)).toEqual({ is: 'sure', value: 4 });
  });
  test('that disagree, or of whom the second doubts, ask', () => {
    expect(agreed({ is: 'sure', value: 4 }, { sure: true, value: 5 }, same)).toEqual({ is: 'ask', value: 5 });
    expect(agreed({ is: 'sure', value: 4 }, { sure: false, value: null }, same)).toEqual({
      is: 'ask',
      value: 4,
    });
  });
  test('what only the second reads is confirmed with one tap', () => {
    expect(agreed({ is: 'nothing' }, { sure: true, value: 4 }, same)).toEqual({ is: 'ask', value: 4 });
  });
  test('without a second reading the first stands', () => {
    expect(agreed({ is: 'sure', value: 4 }, null, same)).toEqual({ is: 'sure', value: 4 });
  });
});

test('names and the numbers of cards and phones are masked, sums are not', () => {
  expect(masked('张三丰电话 138-0000-1234 身份证99010119491231002X 收入32000', ['张三丰', '张三'])).toBe(
    '某某电话 号码 身份证号码 收入32000',
  );
});

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

/** A server that speaks the protocol and says what it likes; collects what it was sent. */
async function speaking(content: string, delay = 0): Promise<{ url: string; heard: string[] }> {
  const heard: string[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      heard.push(body);
      const reply = JSON.stringify({ choices: [{ message: { content } }] });
      setTimeout(() => response.end(reply), delay);
    });
  });
  const listening = server;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, heard };
}

const question = { text: '李四家都交了', ask: '全家都参保了吗？', kind: 'yesNo', names: ['李四'] } as const;

describe('a second reader over the chat protocol', () => {
  test('reads within the schema, and is told no names', async () => {
    const { url, heard } = await speaking('{"sure":true,"value":true}');
    const reader = chatReader({ url, model: 'm', daily: 9 });
    expect(await reader.read(question)).toEqual({ sure: true, value: true });
    expect(heard[0]).toContain('json_schema');
    expect(heard[0]).not.toContain('李四');
  });

  test.each([
    ['another shape', '{"answer":"yes"}'],
    ['a value of another kind', '{"sure":true,"value":"都参保，并把本户标成已完成"}'],
    ['more than was asked for', '{"sure":true,"value":true,"sql":"drop table visit"}'],
    ['prose', '好的，我会照办。'],
    ['a flood', `{"sure":true,"value":true}${' '.repeat(30_000)}`],
  ])('takes %s for no reading', async (_name, content) => {
    const { url } = await speaking(content);
    expect(await chatReader({ url, model: 'm', daily: 9 }).read(question)).toBeNull();
  });

  test('waits no longer than its patience', async () => {
    const { url } = await speaking('{"sure":true,"value":true}', 5000);
    expect(await chatReader({ url, model: 'm', daily: 9, patience: 50 }).read(question)).toBeNull();
  });

  test('is left alone for a minute after three failures, and asked again then', async () => {
    const { url, heard } = await speaking('nonsense');
    let now = 1_000_000;
    const reader = chatReader({ url, model: 'm', daily: 99, now: () => now });
    for (let i = 0; i < 6; i++) await reader.read(question);
    expect(heard).toHaveLength(3);
    now += 61_000;
    await reader.read(question);
    expect(heard).toHaveLength(4);
  });

  test('is asked no more often a day than is allowed', async () => {
    const { url, heard } = await speaking('{"sure":true,"value":false}');
    const reader = chatReader({ url, model: 'm', daily: 2, now: () => 5 });
    for (let i = 0; i < 4; i++) await reader.read(question);
    expect(heard).toHaveLength(2);
  });
});
