import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
import type { Inbound, Outbound, Receive } from '../../src/channels/channel.ts';
import { chatApp, people } from '../support/web-chat.ts';
import { Visitor } from './visitor.ts';

let heard: Inbound[] = [];
beforeEach(() => {
  heard = [];
});

const back = (said: Inbound): Outbound['to'] =>
  said.chat.kind === 'private'
    ? { kind: 'private', externalId: said.from.externalId }
    : { kind: 'room', externalId: said.chat.externalId, mention: [said.from.externalId] };

/** Answers everything, the same for the same message. */
const echo: Receive = async (said) => {
  const repeated = heard.some(({ messageId }) => messageId === said.messageId);
  if (!repeated) heard.push(said);
  const text = said.content.type === 'text' ? `记下了：${said.content.text}` : '照片收到';
  return {
    replies: [{ to: back(said), content: { type: 'text', text }, key: `${said.messageId}/0` }],
    repeated,
    sent: () => {},
  };
};

const id = (n: number) => `message-${n}`;

async function open(options: Partial<Parameters<typeof chatApp>[0]> = {}) {
  const fake = chatApp({ receive: echo, ...options });
  await fake.start();
  const enter = (n: number) => new Visitor(fake.app).be(people[n]?.staffId ?? '');
  return { ...fake, enter };
}

test('what is said comes back with its reply, and both are there after reloading', async () => {
  const { enter } = await open();
  const helper = await enter(0);
  const answer = await (await helper.say(id(1), '4口人')).json();
  expect(answer).toMatchObject({
    messages: [
      { id: id(1), chat: 'private', from: { is: 'me' }, text: '4口人' },
      { chat: 'private', from: { is: 'bot' }, text: '记下了：4口人' },
    ],
  });
  expect((await helper.json('/chat/history?chat=private'))['messages']).toEqual(answer.messages);
});

test('the same message again changes nothing and gives the same answer', async () => {
  const { enter } = await open();
  const helper = await enter(0);
  const first = await (await helper.say(id(1), '4口人')).json();
  expect(await (await helper.say(id(1), '4口人')).json()).toEqual(first);
  expect(heard).toHaveLength(1);
});

test('one person’s message id is not another’s', async () => {
  const { enter } = await open();
  await (await enter(0)).say(id(1), '4口人');
  const other = await (await (await enter(1)).say(id(1), '5口人')).json();
  expect(other.messages[1].text).toBe('记下了：5口人');
});

test('in a group all see what is said there, with the names; nobody sees another’s private chat', async () => {
  const { enter } = await open();
  const [helper, colleague] = [await enter(0), await enter(1)];
  await helper.say(id(1), '家里困难');
  await helper.say(id(2), '@入户助手 进度', 'room:lizhuang');
  expect(heard[1]).toMatchObject({
    chat: { kind: 'room', externalId: 'lizhuang', mentioned: true },
    content: { text: '进度' },
  });
  const room = await colleague.json('/chat/history?chat=room:lizhuang');
  expect(room['messages']).toMatchObject([
    { from: { is: 'other', name: '王秀兰' }, text: '@入户助手 进度' },
    { from: { is: 'bot' }, text: '记下了：进度', mention: ['王秀兰'] },
  ]);
  expect((await colleague.json('/chat/history?chat=private'))['messages']).toEqual([]);
  const seen = await colleague.json('/chat/since?after=0');
  expect(JSON.stringify(seen)).not.toContain('家里困难');
});

test('somebody outside a group neither reads nor writes there', async () => {
  const { enter } = await open();
  const leader = await enter(4);
  expect((await leader.fetch('/chat/history?chat=room:lizhuang')).status).toBe(403);
  expect((await leader.say(id(1), '在吗', 'room:lizhuang')).status).toBe(403);
  const someone = people[0]?.staffId;
  expect((await leader.fetch(`/chat/history?chat=person:${someone}`)).status).toBe(403);
  expect(heard).toEqual([]);
});

test('earlier messages come page by page', async () => {
  const { enter } = await open();
  const helper = await enter(0);
  for (let n = 0; n < 30; n += 1) await helper.say(id(n), `第${n}句`);
  const last = await helper.json('/chat/history?chat=private');
  expect(last).toMatchObject({ more: true, latest: 60 });
  const messages = last['messages'] as { seq: number }[];
  expect(messages).toHaveLength(40);
  const before = await helper.json(`/chat/history?chat=private&before=${messages[0]?.seq}`);
  expect(before).toMatchObject({ more: false });
  expect(before['messages']).toHaveLength(20);
});

test('a photo is taken in without its place and camera, upright and not too large', async () => {
  const { enter, store } = await open();
  const helper = await enter(0);
  const taken = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#884422' } })
    .withExif({ IFD0: { Make: 'SECRETPHONE' }, IFD3: { GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(taken.includes('SECRETPHONE')).toBe(true);
  const answer = await (await sendPhoto(helper, taken)).json();
  expect(answer.messages).toMatchObject([{ image: { name: '照片' } }, { text: '照片收到' }]);
  const kept = await helper.fetch(answer.messages[0].image.url);
  expect(kept.headers.get('content-type')).toBe('image/jpeg');
  const bytes = Buffer.from(await kept.arrayBuffer());
  const about = await sharp(bytes).metadata();
  expect(about).toMatchObject({ width: 1024, height: 2048 });
  expect(about.exif).toBeUndefined();
  expect(bytes.includes('SECRETPHONE')).toBe(false);
  expect(store.all).toHaveLength(2);
  const leader = await enter(4);
  expect((await leader.fetch(answer.messages[0].image.url)).status).toBe(404);
});

test.each([
  ['a text called a photo', Buffer.from('户主姓名,人口\n张三,4\n'), 415],
  ['half a photo', Buffer.from('/9j/4AAQSkZJRgABAQAAAQABAAD/', 'base64'), 415],
  [
    'a page in a picture’s clothes',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    415,
  ],
  ['more than 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1, 1), 413],
])('%s is refused with its reason', async (_, data, status) => {
  const { enter } = await open();
  const response = await sendPhoto(await enter(0), data);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect((await response.json()).title).toMatch(/\p{Script=Han}/u);
  expect(heard).toEqual([]);
});

test.each([
  ['no JSON', 'x', 400],
  ['no id', JSON.stringify({ chat: 'private', text: '嗯' }), 400],
  [
    'a text as long as a book',
    JSON.stringify({ id: id(1), chat: 'private', text: '长'.repeat(20_001) }),
    400,
  ],
  ['a body as long as a library', 'x'.repeat(300_000), 413],
])('a message with %s is refused', async (_, body, status) => {
  const { enter } = await open();
  const helper = await enter(0);
  const headers = { 'content-type': 'application/json' };
  const response = await helper.fetch('/chat/messages', { method: 'POST', headers, body });
  expect(response.status).toBe(status);
});

test('a message of any odd characters is taken in as it is', async () => {
  const { enter } = await open();
  const helper = await enter(0);
  for (const [n, text] of [
    '',
    '   ',
    '😀😀',
    '\u0000\u0007',
    'ﷺ🏴‍☠️مرحبا 4口人',
    '<script>alert(1)</script>',
  ].entries()) {
    expect((await helper.say(id(n), text)).status).toBe(200);
  }
  expect(heard).toHaveLength(6);
});

test('who says too much at once is asked to wait, and others are not', async () => {
  const { enter } = await open({ burst: 3, now: () => 1_639_100_000_000 });
  const [helper, colleague] = [await enter(0), await enter(1)];
  const statuses: number[] = [];
  for (let n = 0; n < 4; n += 1) statuses.push((await helper.say(id(n), '嗯')).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect((await helper.say(id(9), '嗯')).headers.get('retry-after')).toBe('1');
  expect((await colleague.say(id(1), '嗯')).status).toBe(200);
});

test('when the bot can’t take it in, nothing is shown as said', async () => {
  const { enter } = await open({
    receive: () => Promise.reject(new Error('connection refused at 10.0.0.7')),
  });
  const helper = await enter(0);
  const response = await helper.say(id(1), '4口人');
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('10.0.0.7');
  expect((await helper.json('/chat/history?chat=private'))['messages']).toEqual([]);
});

test('a picture and a file among the replies can be opened by who was meant', async () => {
  const data = Uint8Array.of(80, 75, 3, 4);
  const { enter } = await open({
    receive: async (said) => ({
      replies: [{ to: back(said), content: { type: 'file', name: '李庄村 台账.xlsx', data } }],
      sent: () => {},
    }),
  });
  const helper = await enter(0);
  const { messages } = await (await helper.say(id(1), '导出')).json();
  expect(messages[1].file).toMatchObject({ name: '李庄村 台账.xlsx', bytes: 4 });
  const file = await helper.fetch(messages[1].file.url);
  expect(file.headers.get('content-disposition')).toContain('attachment');
  expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('李庄村 台账.xlsx'));
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(data);
});

function sendPhoto(visitor: Visitor, data: Buffer): Promise<Response> {
  const body = new FormData();
  body.set('id', 'photo-0001');
  body.set('chat', 'private');
  body.set('photo', new Blob([Uint8Array.from(data)], { type: 'image/jpeg' }), 'photo.jpg');
  return visitor.fetch('/chat/photos', { method: 'POST', body });
}
