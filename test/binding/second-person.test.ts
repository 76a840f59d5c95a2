import { describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { alarmAt, brakeAt, codesIn } from '../../conversations/dialogues/binding/code.ts';
import { read, write } from '../../db/base/transaction.ts';
import { noteSecurity, securityEvents } from '../../db/people/security-log.ts';
import { beginSession, endSessions, sessionSeen } from '../../db/people/web-sessions.ts';
import { testDatabase } from '../support/database.ts';
import { type BindingWorld, bindingWorld, idOf } from './world.ts';

const { database } = await testDatabase();
const at = Date.parse('2021-12-15T09:00:00+08:00');
const session = '00000000-0000-4000-8000-00000000abcd';

async function world(): Promise<BindingWorld> {
  const made = await bindingWorld(database);
  for (const who of ['孙镇长', '周主任', '冯管理', '赵支书']) await made.bind(who, 'wecom', at);
  await made.bind('李帮扶', 'wechaty', at);
  await write(database, wholeCounty(made.county), (tx) =>
    beginSession(tx, { id: session, staff: idOf(made.staff, '李帮扶'), by: 'link', device: 'iPhone', at }),
  );
  return made;
}

const say = (w: BindingWorld, from: string, text: string, channel = 'wecom', minute = 1) =>
  w.say({ channel, from, text, at: at + minute * 60_000 });

async function codeFor(w: BindingWorld, giver: string, who: string): Promise<string> {
  return codesIn((await say(w, giver, `发码 ${who}`)).join('\n'))[0] ?? '';
}

const told = async (w: BindingWorld): Promise<string[]> => {
  const rows = await read(
    database,
    wholeCounty(w.county),
    (db) => db.sql<{ to: string; text: string }[]>`
      select o.channel || ' ' || (o.address->>'externalId') as to, o.body->>'text' as text from outbox o
      where o.county = ${w.county} order by o.created_at, o.key`,
  );
  return rows.map(({ to, text }) => `${to}: ${text}`);
};

const kinds = async (w: BindingWorld): Promise<string[]> => {
  const events = await read(database, wholeCounty(w.county), (db) =>
    securityEvents(db, { since: new Date(0), limit: 500 }),
  );
  return events.map(({ kind }) => kind).reverse();
};

const isIn = async (w: BindingWorld, who: string): Promise<boolean> =>
  (await read(database, wholeCounty(w.county), (db) => sessionSeen(db, session, idOf(w.staff, who)))) !==
  null;

describe('a code for somebody who is bound already', () => {
  it('opens nothing for the one who gave it, however he came by it', async () => {
    const w = await world();
    const code = await codeFor(w, '冯管理', '李帮扶');
    expect((await say(w, '冯管理', `绑定 ${code}`)).join()).toContain('要多一个人点头');
    expect((await say(w, '冯管理', '同意换号 李帮扶')).join()).toContain('码是您发的，要另一位同志点头');
    expect((await say(w, '冯管理', `绑定 ${code}`)).join()).toContain('要多一个人点头');
    expect((await say(w, '李帮扶', '我是谁', 'wechaty')).join()).toContain('您是李帮扶');
    expect(await isIn(w, '李帮扶')).toBe(true);
  });

  it('asks the holder on the account he has, and others who may give codes there', async () => {
    const w = await world();
    await codeFor(w, '冯管理', '李帮扶');
    const asked = await told(w);
    expect(asked.filter((line) => line.startsWith('wechaty 李帮扶: '))).toHaveLength(1);
    expect(asked.find((line) => line.startsWith('wechaty 李帮扶: '))).toContain('回“同意换号”');
    expect(asked.some((line) => line.startsWith('wecom 孙镇长: ') && line.includes('同意换号 李帮扶'))).toBe(
      true,
    );
    expect(asked.some((line) => line.startsWith('wecom 冯管理: '))).toBe(false);
  });

  it('works once the holder agreed; then his old account and the village’s cadre are told and his pages are closed', async () => {
    const w = await world();
    const code = await codeFor(w, '孙镇长', '李帮扶');
    expect((await say(w, '李帮扶', '同意换号', 'wechaty')).join()).toContain('您的换号码可以用了');
    const before = (await told(w)).length;
    expect((await say(w, 'wx-新', `绑定 ${code}`, 'wechaty', 2)).join()).toContain('绑定好了，李帮扶');
    const after = (await told(w)).slice(before);
    expect(after).toHaveLength(2);
    expect(after.find((line) => line.startsWith('wechaty 李帮扶: '))).toContain('这个号从此不再是您的');
    expect(after.find((line) => line.startsWith('wecom 赵支书: '))).toContain('李帮扶（柳元村）');
    expect(await isIn(w, '李帮扶')).toBe(false);
    expect(await kinds(w)).toEqual(
      expect.arrayContaining(['codeIssued', 'codeAgreed', 'codeUsed', 'rebound']),
    );
    const [used] = await read(
      database,
      wholeCounty(w.county),
      (db) => db.sql<{ channel: string; at: Date; account: string; now: string }[]>`
        select used_channel as channel, used_at as at, used_account as account,
          (select external_id from account a where a.county = b.county and a.id = b.used_account) as now
        from bind_code b where county = ${w.county} and second_needed and used_at is not null`,
    );
    expect(used).toMatchObject({ channel: 'wechaty', now: 'wx-新', at: new Date(at + 120_000) });
  });

  it('works once a second cadre agreed, for whom the telephone is lost', async () => {
    const w = await world();
    const code = await codeFor(w, '孙镇长', '李帮扶');
    expect((await say(w, '周主任', '同意换号 李帮扶')).join()).toContain('李帮扶（柳元村）的换号码可以用了');
    expect((await say(w, 'wx-新', `绑定 ${code}`, 'wechaty', 2)).join()).toContain('绑定好了');
  });

  it('is void once the holder says no', async () => {
    const w = await world();
    const code = await codeFor(w, '孙镇长', '李帮扶');
    expect((await say(w, '李帮扶', '不同意换号', 'wechaty')).join()).toContain('作废了');
    expect((await say(w, 'wx-新', `绑定 ${code}`, 'wechaty')).join()).toContain('已经作废');
  });

  it('is agreed to by nobody without the right to give codes there', async () => {
    const w = await world();
    const code = await codeFor(w, '孙镇长', '李帮扶');
    expect((await say(w, '赵支书', '同意换号 李帮扶')).join()).toContain('不在您的范围里');
    expect((await say(w, 'wx-新', `绑定 ${code}`, 'wechaty')).join()).toContain('要多一个人点头');
  });
});

describe('sessions on the pages', () => {
  it('end with leaving the chat account', async () => {
    const w = await world();
    await say(w, '李帮扶', '解绑', 'wechaty');
    expect(await isIn(w, '李帮扶')).toBe(false);
    expect(await kinds(w)).toContain('unbound');
  });

  it('end with removal from the roster, and do not come back with the next roster', async () => {
    const w = await world();
    await w.remove('李帮扶', at + 1000);
    expect(await isIn(w, '李帮扶')).toBe(false);
    await write(
      database,
      wholeCounty(w.county),
      (tx) => tx.sql`update staff set active = true where county = ${w.county} and name = '李帮扶'`,
    );
    expect(await isIn(w, '李帮扶')).toBe(false);
    expect(await kinds(w)).toContain('removed');
  });

  it('are ended one by one or all', async () => {
    const w = await world();
    const ended = await write(database, wholeCounty(w.county), (tx) =>
      endSessions(tx, idOf(w.staff, '李帮扶'), new Date(at), session),
    );
    expect(ended).toBe(1);
    expect(await isIn(w, '李帮扶')).toBe(false);
  });
});

describe('codes that are guessed', () => {
  it('are told to the administrators, and beyond a number nobody binds for ten minutes', async () => {
    const w = await world();
    const fail = (count: number) =>
      write(database, wholeCounty(w.county), (tx) =>
        noteSecurity(
          tx,
          Array.from({ length: count }, () => ({
            kind: 'codeFailed' as const,
            channel: 'wecom',
            at: at + 60_000,
          })),
        ),
      );
    await fail(alarmAt - 1);
    await say(w, 'wx-9', '绑定 AAAA-2222', 'wechaty');
    expect((await told(w)).filter((line) => line.includes('可能有人在试码'))).toHaveLength(1);
    await say(w, 'wx-8', '绑定 AAAA-2222', 'wechaty');
    expect((await told(w)).filter((line) => line.includes('可能有人在试码'))).toHaveLength(1);
    const code = await codeFor(w, '孙镇长', '王五');
    await fail(brakeAt);
    expect((await say(w, 'wx-7', `绑定 ${code}`, 'wechaty')).join()).toContain('请过10分钟再发');
    expect((await say(w, 'wx-7', `绑定 ${code}`, 'wechaty', 12)).join()).toContain('绑定好了，王五');
  });
});

describe('conversations, codes and the queue', () => {
  it('are read by the program alone, a conversation also by its person', async () => {
    const w = await world();
    await say(w, '李帮扶', '排查 冯成', 'wechaty');
    await say(w, '孙镇长', '进度');
    await codeFor(w, '孙镇长', '李帮扶');
    const seen = (staff: string | null, table: string) =>
      read(
        database,
        {
          ...wholeCounty(w.county),
          all: staff !== null,
          staff: staff === null ? null : idOf(w.staff, staff),
        },
        async (db) => {
          const rows = await db.sql.unsafe<{ staff_id: string | null }[]>(`select * from ${table}`);
          return [...new Set(rows.map((row) => row.staff_id ?? 'somebody'))];
        },
      );
    for (const table of [
      'inbox',
      'dialogue',
      'account',
      'outbox',
      'bind_code',
      'security_event',
      'web_session',
    ])
      expect(await seen(null, table), table).toEqual([]);
    const mine = [idOf(w.staff, '李帮扶')];
    for (const table of ['inbox', 'dialogue', 'account', 'web_session'])
      expect(await seen('李帮扶', table), table).toEqual(mine);
    for (const table of ['outbox', 'bind_code', 'security_event'])
      expect(await seen('周主任', table), table).toEqual([]);
  });

  it('nobody signs a look at a household with another’s name', async () => {
    const w = await world();
    const me = { ...wholeCounty(w.county), staff: idOf(w.staff, '李帮扶') };
    const forging = write(
      database,
      me,
      (tx) => tx.sql`
        insert into access_log (county, staff_id, what, at) values (${w.county}, ${idOf(w.staff, '孙镇长')}, 'x', now())`,
    );
    await expect(forging).rejects.toMatchObject({ is: 'forbidden' });
  });
});
