import { afterEach, expect, test } from 'vitest';
import type { Receive } from '../../../src/channels/channel.ts';
import { type HttpServer, serveHttp } from '../../../src/site/serve.ts';
import { Visitor } from '../../http/visitor.ts';
import { chatApp, people } from '../../support/web-chat.ts';

const silent: Receive = async () => ({ replies: [], sent: () => {} });
const helper = people[0]?.staffId ?? '';

let server: HttpServer | undefined;
const streams: AbortController[] = [];
afterEach(async () => {
  for (const stream of streams) stream.abort();
  await server?.close();
  server = undefined;
});

async function open(events?: Parameters<typeof chatApp>[0]['events']) {
  const fake = chatApp({ receive: silent, ...(events === undefined ? {} : { events }) });
  await fake.start();
  const { cookie } = await new Visitor(fake.app).be(helper);
  const running = await serveHttp(fake.app, { host: '127.0.0.1', port: 0 });
  server = running;
  const push = (text: string, to = helper) =>
    fake.channel.send({
      to: { kind: 'private', externalId: to },
      content: { type: 'text', text },
      key: text,
    });
  /** Events of a stream as they come: the text and the id of each. */
  const listen = async (headers: Record<string, string> = {}) => {
    const stop = new AbortController();
    streams.push(stop);
    const response = await fetch(`${running.url}/chat/events`, {
      headers: { cookie, ...headers },
      signal: stop.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    return eventsOf(response);
  };
  return { ...fake, push, listen };
}

async function* eventsOf(response: Response): AsyncGenerator<{ id: string; text: string }> {
  if (response.body === null) return;
  let rest = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    rest += chunk;
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.*)$/mu.exec(block)?.[1];
      const id = /^id: (.*)$/mu.exec(block)?.[1];
      if (data !== undefined && id !== undefined) yield { id, text: JSON.parse(data).text };
    }
  }
}

async function next(events: AsyncGenerator<{ id: string; text: string }>) {
  const found = await events.next();
  return found.done === true ? undefined : found.value;
}

test('what comes while one listens is heard at once, each message once', async () => {
  const { push, listen } = await open();
  await push('早先的');
  const events = await listen();
  await push('第一条');
  expect(await next(events)).toEqual({ id: '2', text: '第一条' });
  await push('第一条');
  await push('第二条');
  expect(await next(events)).toEqual({ id: '3', text: '第二条' });
});

test('who comes back with the number of his last message hears what he missed', async () => {
  const { push, listen } = await open();
  for (let n = 1; n <= 120; n += 1) await push(`第${n}条`);
  const events = await listen({ 'last-event-id': '60' });
  const heard = new Set<string>();
  while (!heard.has('第120条')) heard.add((await next(events))?.text ?? '');
  for (let n = 61; n <= 120; n += 1) expect(heard.has(`第${n}条`)).toBe(true);
});

test('what another process kept is found at the next look', async () => {
  const { store, listen } = await open({ lookEveryMs: 10, maxStreamMs: 60_000 });
  const events = await listen();
  await store.add([
    {
      id: 'elsewhere',
      chat: `person:${helper}`,
      at: 1,
      author: { is: 'bot' },
      content: { type: 'text', text: '别处来的' },
    },
  ]);
  expect(await next(events)).toMatchObject({ text: '别处来的' });
});

test('nobody hears another’s private chat', async () => {
  const { push, listen } = await open();
  const events = await listen();
  await push('给别人的', people[1]?.staffId);
  await push('给我的');
  expect(await next(events)).toMatchObject({ text: '给我的' });
});

test('a stream ends by itself, so that its listener is looked at anew', async () => {
  const { listen } = await open({ lookEveryMs: 5, maxStreamMs: 20 });
  expect(await next(await listen())).toBeUndefined();
});

test('who has gone is no longer listened for', async () => {
  const { channel, listen } = await open({ lookEveryMs: 5, maxStreamMs: 60_000 });
  const events = await listen();
  const waiting = next(events).catch(() => undefined);
  expect(channel.hub.size).toBeGreaterThan(0);
  for (const stream of streams) stream.abort();
  await waiting;
  await expect.poll(() => channel.hub.size).toBe(0);
});
