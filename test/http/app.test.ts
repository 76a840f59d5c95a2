import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { expect, test } from 'vitest';
import type { Receive } from '../../src/channels/channel.ts';
import { createApp } from '../../src/site/app.ts';
import { nodeMetrics } from '../../src/site/metrics.ts';
import { layout } from '../../src/site/pages/layout.ts';
import type { PageVariables } from '../../src/site/pages/page.ts';
import { serveHttp } from '../../src/site/serve.ts';
import { chatApp, people } from '../support/web-chat.ts';
import { Visitor } from './visitor.ts';

const silent: Receive = async () => ({ replies: [], sent: () => {} });

test('health tells whether the database answers', async () => {
  const { app, options } = chatApp({ receive: silent });
  const well = await app.request('/health');
  expect(well.status).toBe(200);
  const told = await well.json();
  expect(told).toMatchObject({ status: 'ok', database: { reachable: true } });
  // Everybody may ask: which versions run is for the operator.
  expect(JSON.stringify(told)).not.toMatch(/version|0\.0\.0-test/u);
  const ill = createApp({
    ...options,
    health: async () => ({ database: { reachable: false }, channels: {} }),
  });
  const answer = await ill.request('/health');
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ status: 'unavailable', database: { reachable: false } });
});

test('pages load nothing from elsewhere, are not framed, and run no script but their own', async () => {
  const { app } = chatApp({ receive: silent });
  const response = await app.request('/');
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const addresses = [...(await response.text()).matchAll(/(?:src|href|action)="([^"]+)"/gu)].map(
    (m) => m[1] ?? '',
  );
  expect(addresses.length).toBeGreaterThan(2);
  for (const address of addresses) expect(address.startsWith('/')).toBe(true);
});

test('style and scripts come from here and may be kept for good; nothing else of the folder does', async () => {
  const { app, options } = chatApp({ receive: silent });
  const { version } = options.assets;
  for (const name of ['base.css', 'chat.css', 'chat.js', 'icon.svg']) {
    const asset = await app.request(`/assets/${version}/${name}`);
    expect(asset.status).toBe(200);
    expect(asset.headers.get('cache-control')).toContain('immutable');
  }
  for (const name of ['../app.ts', '..%2Fapp.ts', 'chat.ts', '.env']) {
    expect((await app.request(`/assets/${version}/${name}`)).status).toBe(404);
  }
});

test('scripts and styles cross the village’s slow network packed, and read the same', async () => {
  const { app, options } = chatApp({ receive: silent });
  const address = `/assets/${options.assets.version}/chat.js`;
  const plain = await (await app.request(address)).text();
  const packed = await app.request(address, { headers: { 'accept-encoding': 'gzip' } });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  const bytes = Buffer.from(await packed.arrayBuffer());
  expect(bytes.length).toBeLessThan(plain.length / 2);
  expect(gunzipSync(bytes).toString()).toBe(plain);
});

const staff = people[0]?.staffId ?? '';
test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a sandboxed page', { origin: 'null' }],
  ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site', origin: 'http://other.localhost' }],
])('a POST from %s is refused', async (_, headers: Record<string, string>) => {
  const { app } = chatApp({ receive: silent });
  const response = await app.request('http://localhost/persona', {
    method: 'POST',
    headers,
    body: new URLSearchParams({ staff }),
  });
  expect(response.status).toBe(403);
  expect(response.headers.get('set-cookie')).toBeNull();
});

test('a POST from the page itself is let through, also behind a proxy with the public address', async () => {
  const { app } = chatApp({ receive: silent, publicUrl: 'https://ruhu.example.gov.cn' });
  for (const origin of ['http://localhost', 'https://ruhu.example.gov.cn']) {
    const response = await app.request('http://localhost/persona', {
      method: 'POST',
      headers: { origin, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ staff }),
    });
    expect(response.status).toBe(303);
  }
});

test('a wrong address gets a page in a browser and a problem document elsewhere', async () => {
  const { app } = chatApp({ receive: silent });
  const page = await app.request('/nothing', { headers: { accept: 'text/html' } });
  expect(page.status).toBe(404);
  expect(await page.text()).toContain('没有这个页面');
  const problem = await app.request('/nothing');
  expect(problem.headers.get('content-type')).toContain('application/problem+json');
  expect(await problem.json()).toEqual({
    type: 'urn:ruhu:problem:notFound',
    title: '没有这个页面',
    status: 404,
  });
});

test('platforms’ callbacks are reached without a browser’s rules', async () => {
  const { options } = chatApp({ receive: silent });
  const routes = new Hono().post('/', (c) => c.text('success'));
  const app = createApp({ ...options, mounts: [{ path: '/wecom', routes }] });
  const response = await app.request('/wecom', {
    method: 'POST',
    headers: { origin: 'https://work.weixin.qq.com' },
  });
  expect(await response.text()).toBe('success');
});

test('a page beside the chat is for its roles, and is named in the navigation of those alone', async () => {
  const { options } = chatApp({ receive: silent });
  const routes = new Hono<PageVariables>().get('/', (c) =>
    c.html(
      layout({
        title: '看板',
        assetVersion: c.get('assetVersion'),
        nav: c.get('nav'),
        here: '/board',
        body: html`<main class="card"><h1>看板 ${c.get('visitor').name}</h1></main>`,
      }),
    ),
  );
  const app = createApp({
    ...options,
    pages: [{ path: '/board', label: '看板', roles: ['leader'], routes }],
  });
  const [helper, , , , leader] = people;
  const asLeader = await new Visitor(app).be(leader?.staffId ?? '');
  const page = await (await asLeader.fetch('/board')).text();
  expect(page).toContain('看板 周敏');
  expect(page).toContain('<a href="/board" aria-current="page">看板</a>');
  expect(await (await asLeader.fetch('/')).text()).toContain('href="/board"');
  const asHelper = await new Visitor(app).be(helper?.staffId ?? '');
  expect((await asHelper.fetch('/board')).status).toBe(403);
  expect(await (await asHelper.fetch('/')).text()).not.toContain('href="/board"');
  const stranger = await app.request('/board', { headers: { accept: 'text/html' } });
  expect(stranger.status).toBe(401);
  expect(await stranger.text()).toContain('还没有进入');
});

test('figures are shown on this machine only', async () => {
  const { options } = chatApp({ receive: silent });
  const metrics = nodeMetrics({ token: undefined, isPublic: false });
  const server = await serveHttp(createApp({ ...options, metrics }), {
    host: '127.0.0.1',
    port: 0,
  });
  try {
    await fetch(`${server.url}/health`);
    const figures = await (await fetch(`${server.url}/metrics`)).text();
    expect(figures).toMatch(/http_requests_total\{[^}]*route="\/health/u);
    const passedOn = await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(passedOn.status).toBe(404);
  } finally {
    await server.close();
  }
});

test('figures behind a proxy are shown to who brings the token, and without one to nobody', async () => {
  const { options } = chatApp({ receive: silent });
  const at = { host: '127.0.0.1', port: 0 };
  const token = 'a token for the test';
  const open = await serveHttp(
    createApp({ ...options, metrics: nodeMetrics({ token, isPublic: true }) }),
    at,
  );
  const shut = await serveHttp(
    createApp({ ...options, metrics: nodeMetrics({ token: undefined, isPublic: true }) }),
    at,
  );
  const statusOf = async (url: string, brought?: string) =>
    (
      await fetch(`${url}/metrics`, {
        headers: brought === undefined ? {} : { authorization: `Bearer ${brought}` },
      })
    ).status;
  try {
    expect(await statusOf(open.url, token)).toBe(200);
    for (const brought of [undefined, '', 'a token for the tesT', `${token} `])
      expect(await statusOf(open.url, brought?.trim() === token ? `${token}x` : brought)).toBe(404);
    expect(await statusOf(shut.url)).toBe(404);
  } finally {
    await open.close();
    await shut.close();
  }
});

test('one person has six streams of messages open at once, others are not concerned', async () => {
  const chat = chatApp({ receive: silent });
  await chat.start();
  const [me, other] = [new Visitor(chat.app), new Visitor(chat.app)];
  await me.be('00000000-0000-4000-8000-000000000001');
  await other.be('00000000-0000-4000-8000-000000000002');
  const streams = await Promise.all(Array.from({ length: 6 }, () => me.fetch('/chat/events')));
  expect(streams.map(({ status }) => status)).toEqual(Array(6).fill(200));
  await new Promise((opened) => setTimeout(opened, 0));
  expect((await me.fetch('/chat/events')).status).toBe(429);
  const others = await other.fetch('/chat/events');
  expect(others.status).toBe(200);
  await Promise.all([...streams, others].map((stream) => stream.body?.cancel()));
});

test('a message whose id holds a zero byte is refused in words', async () => {
  const chat = chatApp({ receive: silent });
  await chat.start();
  const me = await new Visitor(chat.app).be('00000000-0000-4000-8000-000000000001');
  expect((await me.say('12345678\u0000', '你好')).status).toBe(400);
});

test('a port that is taken is told', async () => {
  const { app } = chatApp({ receive: silent });
  const server = await serveHttp(app, { host: '127.0.0.1', port: 0 });
  await expect(serveHttp(app, { host: '127.0.0.1', port: server.port })).rejects.toThrow(/EADDRINUSE/u);
  await server.close();
});
