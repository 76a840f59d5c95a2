import { expect, test } from 'vitest';
import type { Receive } from '../../src/channels/channel.ts';
import { chatApp, people } from '../support/web-chat.ts';
import { Visitor } from './visitor.ts';

const silent: Receive = async () => ({ replies: [], sent: () => {} });
const [helper] = people;
if (helper === undefined) throw new Error('there is nobody to be');

test('over demo data the first page offers people to be; choosing one opens the chat', async () => {
  const { app, bound } = chatApp({ receive: silent });
  const visitor = new Visitor(app);
  const first = await (await visitor.fetch('/')).text();
  for (const { name } of people) expect(first).toContain(name);
  const chosen = await visitor.post('/persona', { staff: helper.staffId });
  expect(chosen.status).toBe(303);
  expect(chosen.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/u);
  expect(bound).toEqual([helper.staffId]);
  expect(await (await visitor.fetch('/')).text()).toContain('王秀兰 · 李庄村排查员');
  await visitor.post('/leave', {});
  expect(await (await visitor.fetch('/')).text()).toContain('选一个身份');
});

test('over real data nobody may choose, not even with a cookie from a demonstration', async () => {
  const demo = await new Visitor(chatApp({ receive: silent }).app).be(helper.staffId);
  const { app } = chatApp({ receive: silent, mode: 'real' });
  const stranger = new Visitor(app);
  expect((await stranger.post('/persona', { staff: helper.staffId })).status).toBe(403);
  const page = await (await stranger.fetch('/')).text();
  expect(page).toContain('私聊');
  for (const { name } of people) expect(page).not.toContain(name);
  const answer = await app.request('/chat/history?chat=private', { headers: { cookie: demo.cookie } });
  expect(answer.status).toBe(401);
});

test('over real data a link lets in once, by a press and not by being looked at', async () => {
  const { app, sessions } = chatApp({ receive: silent, mode: 'real' });
  const t = await sessions.issueTicket(helper.staffId);
  const visitor = new Visitor(app);
  for (let look = 0; look < 3; look += 1)
    expect(await (await visitor.fetch(`/enter?t=${t}`)).text()).toContain('进入');
  expect(visitor.cookie).toBe('');
  expect((await visitor.post('/enter', { t })).status).toBe(303);
  expect(await (await visitor.fetch('/')).text()).toContain('王秀兰');
  const second = await new Visitor(app).post('/enter', { t });
  expect(second.status).toBe(403);
  expect(second.headers.get('set-cookie')).toBeNull();
});

test('over demo data a link that is used up sends back to choosing somebody', async () => {
  const { app } = chatApp({ receive: silent });
  const visitor = new Visitor(app);
  for (const answer of [await visitor.fetch('/enter?t=old'), await visitor.post('/enter', { t: 'old' })]) {
    expect(answer.status).toBe(403);
    const page = await answer.text();
    expect(page).toContain('不是真实数据');
    expect(page).toContain('href="/"');
    expect(page).not.toContain('这里是真实数据');
  }
});

test('a link is good for ten minutes, a session for two days', async () => {
  let now = Date.parse('2021-12-10T08:00:00+08:00');
  const { app, sessions } = chatApp({ receive: silent, mode: 'real', now: () => now });
  const late = await sessions.issueTicket(helper.staffId);
  const early = await sessions.issueTicket(helper.staffId);
  const visitor = new Visitor(app);
  now += 9 * 60_000;
  expect((await visitor.post('/enter', { t: early })).status).toBe(303);
  now += 2 * 60_000;
  expect((await new Visitor(app).post('/enter', { t: late })).status).toBe(403);
  expect((await visitor.fetch('/chat/history?chat=private')).status).toBe(200);
  now += 48 * 3_600_000;
  expect((await visitor.fetch('/chat/history?chat=private')).status).toBe(401);
});

test.each([
  ['altered', (t: string) => `${t.slice(0, -3)}abc`],
  ['of another person', (t: string) => `${btoa('{"staff":"x"}')}.${t.split('.')[1]}`],
  ['cut', (t: string) => t.slice(0, 20)],
  ['nothing', () => ''],
  ['endless', () => 'x'.repeat(9000)],
])('a link that is %s opens nothing', async (_, change) => {
  const { app, sessions } = chatApp({ receive: silent, mode: 'real' });
  const t = change(await sessions.issueTicket(helper.staffId));
  expect((await new Visitor(app).post('/enter', { t })).status).toBe(403);
});

test('a ticket is no session, and a session of another key is none', async () => {
  const { app, sessions } = chatApp({ receive: silent });
  const t = await sessions.issueTicket(helper.staffId);
  for (const cookie of [`ruhu_session=${t}`, 'ruhu_session=a.b', 'ruhu_session='])
    expect((await app.request('/chat/history?chat=private', { headers: { cookie } })).status).toBe(401);
});

test('behind TLS the cookie is for TLS only', async () => {
  const { app } = chatApp({ receive: silent });
  const body = new URLSearchParams({ staff: helper.staffId });
  const headers = { 'x-forwarded-proto': 'https' };
  const response = await app.request('/persona', { method: 'POST', body, headers });
  expect(response.headers.get('set-cookie')).toContain('Secure');
});
