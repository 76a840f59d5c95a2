import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { staffId } from '../../conversations/contract/ids.ts';
import { read, write } from '../../db/base/transaction.ts';
import { Sessions } from '../../src/http/session.ts';
import { verification } from '../channels/wecom/caller.ts';
import { WecomPlatform } from '../channels/wecom/platform.ts';
import { wecomRig } from '../channels/wecom/rig.ts';
import { giveAccount, queue } from '../delivery/people.ts';
import { messages, talks } from '../delivery/talks.ts';
import { county, type Person, type SeededCounty, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { testReceiver } from '../support/receiver.ts';
import { type WorkerRig, workerRig } from './worker-rig.ts';

const made = await testDatabase();
const onNode = await testDatabase();
const platform = new WecomPlatform();
let seeded: SeededCounty;
let worker: WorkerRig;

async function seed(database: typeof made.database, members: Set<string>): Promise<SeededCounty> {
  const result = await seedCounty(database);
  for (const name of Object.keys(talks) as Person[]) {
    await giveAccount(database, result.staff[name], name, 'wecom');
    members.add(name);
  }
  return result;
}

beforeAll(async () => {
  seeded = await seed(made.database, platform.members);
  worker = await workerRig(made.appUrl, platform, await platform.open());
});
afterAll(async () => {
  await worker?.close();
  await platform.close();
});

const textsOf = (from: WecomPlatform, to: string) =>
  from.arrived
    .filter((one) => one.to === to)
    .map(({ body }) => (body['text'] as { content: string }).content);

/** Connections of the application to the test's database, seen from outside. */
async function connections(): Promise<number> {
  const sql = postgres(made.adminUrl, { max: 1, fetch_types: false });
  try {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity where datname = current_database() and usename = 'ruhu_app'`;
    return row?.count ?? 0;
  } finally {
    await sql.end();
  }
}

describe('the bot in workerd', () => {
  it('is healthy: it reaches PostgreSQL through Hyperdrive', async () => {
    const response = await worker.fetch('/health');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ database: { reachable: true } });
  });

  it('answers the check of its WeCom address, and turns strangers away', async () => {
    const request = verification(worker.appDoor, 'http://worker/wecom/app', '8736459823');
    const { pathname, search } = new URL(request.url);
    expect(await (await worker.fetch(pathname + search)).text()).toBe('8736459823');
    const forged = verification({ ...worker.appDoor, token: 'guessed' }, 'http://worker/wecom/app', 'x');
    expect((await worker.fetch(new URL(forged.url).pathname + new URL(forged.url).search)).status).toBe(403);
  });

  it('holds the same chat as on Node, word for word', async () => {
    const node = await wecomRig();
    await seed(onNode.database, node.platform.members);
    await node.channel.start(testReceiver(onNode.database, county).receive);
    for (const said of messages) {
      for (const message of said) {
        for (const one of [worker, node]) expect((await one.app(message)).last.status).toBe(200);
        for (const from of [platform, node.platform]) {
          const answered = messages.flat().indexOf(message) + 1;
          await expect.poll(() => from.arrived.length, { timeout: 20_000 }).toBe(answered);
        }
      }
    }
    for (const name of Object.keys(talks))
      expect(textsOf(platform, name)).toEqual(textsOf(node.platform, name));
    expect(textsOf(platform, 'helper').some((text) => text.includes('已提交'))).toBe(true);
    await node.close();
  });

  it('takes nothing in twice when the platform delivers again', async () => {
    const before = platform.arrived.length;
    for (const message of messages.flat().slice(0, 6)) await worker.app(message);
    await worker.fetch('/health');
    expect(platform.arrived).toHaveLength(before);
  });

  it('marks its replies as sent, and keeps the token for the next request', async () => {
    const unsent = () =>
      read(
        made.database,
        wholeCounty(county),
        (db) => db.sql`select 1 from inbox where county = ${county} and sent_at is null`,
      );
    await expect.poll(async () => (await unsent()).length, { timeout: 10_000 }).toBe(0);
    expect(platform.tokenFetches).toBe(1);
  });

  it('answers many people at once, each request with its own handle, and leaves none open', async () => {
    const before = platform.arrived.length;
    const idle = await connections();
    // Each asks for somebody else: the same reply twice to one person within a second is dropped by the platform.
    const help = Array.from({ length: 24 }, (_, n) => ({
      from: Object.keys(talks)[n % 3] ?? '',
      id: `many${n}`,
      text: `查 无名氏${n}`,
      at: 1_639_200_000 + n,
    }));
    const answers = await Promise.all(help.map((message) => worker.app(message)));
    expect(answers.every(({ last }) => last.status === 200)).toBe(true);
    await expect.poll(() => platform.arrived.length, { timeout: 20_000 }).toBe(before + 24);
    await expect.poll(connections, { timeout: 20_000 }).toBeLessThanOrEqual(idle);
  });

  it('sends what is queued, and what a process left behind, when the clock strikes', async () => {
    const before = textsOf(platform, 'helper').length;
    const now = Date.now();
    const push = {
      kind: 'reply',
      body: { type: 'text', text: '今天还有 2 户。' },
      dueAt: now,
      usefulUntil: null,
    } as const;
    await queue(
      made.database,
      [{ ...push, key: 'morning/helper', receiver: `staff:${seeded.staff.helper}` }],
      now,
    );
    await write(made.database, wholeCounty(county), async (tx) => {
      await tx.sql`
        insert into inbox (county, channel, message_id, account_id, chat, replies, received_at)
        select ${county}, 'wecom', 'left', id, '{"kind":"private","externalId":"colleague"}', '[{"text":"您问的在这里。"}]', now() - interval '2 minutes'
        from account where county = ${county} and external_id = 'colleague'`;
    });
    await worker.scheduled();
    expect(textsOf(platform, 'helper').slice(before)).toEqual(['今天还有 2 户。']);
    expect(textsOf(platform, 'colleague').at(-1)).toBe('您问的在这里。');
    await worker.scheduled();
    expect(textsOf(platform, 'helper')).toHaveLength(before + 1);
  });

  it('makes the morning’s messages when they are due, once', async () => {
    // Near the end, when nobody who has households left is on pace: who is hears nothing.
    const morning = Date.UTC(2021, 11, 19, 23, 45);
    for (const minute of [0, 1]) await worker.scheduled(morning + minute * 60_000);
    const runs = await read(
      made.database,
      wholeCounty(county),
      (db) =>
        db.sql`select job, date, queued from push_run where county = ${county} and date = '2021-12-20' and job = 'morning'`,
    );
    expect(runs).toMatchObject([{ job: 'morning', date: '2021-12-20' }]);
    expect(Number(runs[0]?.['queued'])).toBeGreaterThan(0);
  });

  it('shows the pages', async () => {
    const page = await worker.fetch('/', { headers: { accept: 'text/html' } });
    const html = await page.text();
    const style = /\/assets\/[^"']+\.css/u.exec(html)?.[0];
    expect(style).toBeDefined();
    const asset = await worker.fetch(style ?? '');
    expect([asset.status, asset.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  });

  it('gives the phone its dialogue for where there is no network', async () => {
    const talk = await worker.fetch('/talk.js');
    expect([talk.status, talk.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(await talk.text()).toContain('export{');
  });

  it('lets a person in by a link and talks with him on the chat page', async () => {
    const ticket = await new Sessions(worker.key, Date.now).issueTicket(seeded.staff.helper);
    const body = new URLSearchParams({ t: ticket });
    const entered = await worker.fetch('/enter', { method: 'POST', body, redirect: 'manual' });
    expect(entered.status).toBe(303);
    const cookie = entered.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    const said = await worker.fetch('/chat/messages', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'web-message-1', chat: 'private', text: '我是谁' }),
    });
    const { messages: shown } = (await said.json()) as { messages: { text?: string }[] };
    expect(shown.some(({ text }) => text?.includes('王五'))).toBe(true);
  });
});

describe('the board in workerd', () => {
  const enter = async (staff: string): Promise<string> => {
    const ticket = await new Sessions(worker.key, Date.now).issueTicket(staffId.parse(staff));
    const body = new URLSearchParams({ t: ticket });
    const entered = await worker.fetch('/enter', { method: 'POST', body, redirect: 'manual' });
    return entered.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  };

  it('shows a cadre his township and the picture of it, and leaves no connection open', async () => {
    const idle = await connections();
    const headers = { cookie: await enter(seeded.staff.cadre) };
    const page = await worker.fetch('/board', { headers });
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('龙城镇 排查进度');
    expect(html).toContain('刘园村');
    const [src = ''] = /\/board\/chart\.svg[^"]+/u.exec(html) ?? [];
    const svg = await worker.fetch(src.replaceAll('&amp;', '&'), { headers });
    expect([svg.status, svg.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(await svg.text()).toContain('每天新增户数');
    // Again and again: the count behind the answer must have ended with its request.
    for (let n = 0; n < 5; n += 1) expect((await worker.fetch('/board', { headers })).status).toBe(200);
    await expect.poll(connections, { timeout: 20_000 }).toBeLessThanOrEqual(idle);
  });

  it('shows a helper and a stranger nothing', async () => {
    const cookie = await enter(seeded.staff.helper);
    expect((await worker.fetch('/board', { headers: { cookie } })).status).toBe(403);
    expect((await worker.fetch('/board')).status).toBe(401);
  });
});

describe('a Worker that is set up wrongly', () => {
  it('says in /health that wechaty can’t run there', async () => {
    const other = new WecomPlatform();
    const rig = await workerRig(made.appUrl, other, await other.open(), {
      WECHATY_PUPPET: 'wechaty-puppet-service',
    });
    expect(await (await rig.fetch('/health')).json()).toMatchObject({
      channels: { wechaty: false, wecom: true },
    });
    await rig.close();
    await other.close();
  });

  it('does not run without the key, and does not tell strangers why', async () => {
    const other = new WecomPlatform();
    const rig = await workerRig(made.appUrl, other, await other.open(), { RUHU_KEY: '' });
    const response = await rig.fetch('/health');
    expect([response.status, await response.text()]).toEqual([503, 'not set up']);
    await rig.close();
    await other.close();
  });
});
