import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { codeFrom, codesIn } from '../../conversations/dialogues/binding/code.ts';
import { openDatabase } from '../../db/base/connect.ts';
import { read, type Tx, write } from '../../db/base/transaction.ts';
import { queuePushes } from '../../db/outbox/outbox-intake.ts';
import { issueCodes } from '../../db/people/codes.ts';
import { testDatabase } from '../support/database.ts';
import { testReceiver } from '../support/receiver.ts';
import { type BindingWorld, bindingWorld, idOf, inboundOf } from './world.ts';

const { database, appUrl } = await testDatabase();
const at = Date.parse('2021-12-15T09:00:00+08:00');

/** What is in the database; the test that asks knows the columns. */
const rows = <T extends object>(
  world: BindingWorld,
  ask: (tx: Tx) => PromiseLike<Iterable<unknown>>,
): Promise<T[]> => write(database, wholeCounty(world.county), async (tx) => [...(await ask(tx))] as T[]);

/** 孙镇长 hands out a code by chat. */
async function codeFor(world: BindingWorld, who: string): Promise<string> {
  const said = await world.say({ channel: 'wecom', from: '孙镇长', text: `发码 ${who}`, at });
  return codesIn(said.join('\n'))[0] ?? '';
}

/** The holder says yes from the account he has. */
async function agreed(world: BindingWorld): Promise<void> {
  await world.say({ channel: 'wechaty', from: '李帮扶', text: '同意换号', at });
}

async function withCadre(): Promise<BindingWorld> {
  const world = await bindingWorld(database);
  await world.bind('孙镇长', 'wecom', at);
  return world;
}

const accounts = (world: BindingWorld) =>
  rows<{ id: string; channel: string }>(
    world,
    (tx) => tx.sql`
      select external_id as id, channel from account where county = ${world.county} and staff_id = ${idOf(world.staff, '李帮扶')}
      order by channel, external_id`,
  );

describe('a binding code', () => {
  it('sent by several people at the same moment binds one of them', async () => {
    const world = await withCadre();
    const code = await codeFor(world, '李帮扶');
    const from = ['wx-1', 'wx-2', 'wx-3', 'wx-4'];
    const answers = await Promise.all(
      from.map((id) => world.say({ channel: 'wechaty', from: id, text: `绑定 ${code}`, at })),
    );
    expect(answers.filter(([line]) => line?.startsWith('绑定好了'))).toHaveLength(1);
    expect(answers.filter(([line]) => line?.includes('已经用过了'))).toHaveLength(3);
    expect(await accounts(world)).toHaveLength(1);
  });

  it('is not found by trying many at the same moment in many places: five are looked at', async () => {
    const world = await withCadre();
    const code = await codeFor(world, '李帮扶');
    const wrong = Array.from({ length: 16 }, (_, n) => codeFrom(n.toString(16).padStart(40, '7')));
    // As on Workers, where nothing but the database is shared: each message in a process of its own.
    const processes = await Promise.all(
      [...wrong, code].map(() =>
        openDatabase({ dataDir: '', databaseUrl: appUrl, migrate: false, connections: 2 }),
      ),
    );
    const said = await Promise.all(
      [...wrong, code].map(async (tried, n) => {
        const { receive } = testReceiver(processes[n] ?? database, world.county);
        const text = `绑定 ${tried}`;
        const { replies } = await receive(inboundOf({ channel: 'wechaty', from: 'guesser', text, at }));
        return replies.map(({ content }) => (content.type === 'text' ? content.text : '')).join();
      }),
    );
    await Promise.all(processes.map((one) => one.close()));
    const failed = await rows(
      world,
      (tx) => tx.sql`select 1 from security_event where county = ${world.county} and kind = 'codeFailed'`,
    );
    const found = said.filter((text) => text.startsWith('绑定好了')).length;
    // Whoever has the right one among his first five is bound, and his count begins anew.
    expect(failed.length + found).toBeLessThanOrEqual(found === 0 ? 5 : 10);
    expect(said.filter((text) => text.startsWith('绑定码输错次数太多'))).toHaveLength(
      17 - failed.length - found,
    );
  });

  it('delivered twice by the platform is answered the same and counts once', async () => {
    const world = await withCadre();
    const code = await codeFor(world, '李帮扶');
    const good = inboundOf({ channel: 'wechaty', from: 'wx-1', text: `绑定 ${code}`, at });
    const first = await world.receive(good);
    const again = await world.receive(good);
    expect(again.replies).toEqual(first.replies);
    expect(again.repeated).toBe(true);

    const wrong = inboundOf({ channel: 'wechaty', from: 'wx-2', text: '绑定 AAAA-2222', at });
    for (let i = 0; i < 6; i += 1) await world.receive(wrong);
    const tries = await rows<{ tries: number }>(
      world,
      (tx) => tx.sql`select tries from account where county = ${world.county} and external_id = 'wx-2'`,
    );
    expect(tries).toEqual([{ tries: 1 }]);
  });

  it('is read however it is typed, and eight-letter words are none', () => {
    const same = [
      '8K3F-2M7Q',
      '8k3f2m7q',
      '８Ｋ３Ｆ－２Ｍ７Ｑ',
      '绑定 8K3F 2M7Q',
      '绑定码：8K3F-2M7Q。',
      '我的码是8K3F-2M7Q，谢谢',
    ];
    for (const typed of same) expect(codesIn(typed), typed).toEqual(['8K3F2M7Q']);
    for (const typed of ['你好', '绑定', 'thankyou', '13900001111', '4口人 一年5万', '2021-12-15'])
      expect(codesIn(typed), typed).toEqual([]);
  });

  it('holds nothing that is mistaken when read aloud, and two are never alike', () => {
    const codes = Array.from({ length: 2000 }, () => codeFrom(randomUUID().replaceAll('-', '')));
    expect(new Set(codes).size).toBe(2000);
    for (const code of codes) {
      expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9][2-9A-HJKMNP-Z]{3}$/u);
      expect(codesIn(code.replace('-', '').toLowerCase())).toEqual([code.replace('-', '')]);
    }
  });

  it('is kept only as a keyed hash', async () => {
    const world = await withCadre();
    const code = await codeFor(world, '李帮扶');
    const kept = await rows<{ code_hash: string }>(
      world,
      (tx) => tx.sql`select code_hash from bind_code where county = ${world.county}`,
    );
    expect(kept.map((row) => row.code_hash)).toContain(world.hashOf(code));
    expect(JSON.stringify(kept)).not.toContain(code.slice(0, 4));
  });

  it('for somebody outside the giver’s subtree is refused by the database itself, and nothing is stored', async () => {
    const world = await withCadre();
    const giver = idOf(world.staff, '孙镇长');
    const times = { at: new Date(at), expiresAt: new Date(at + 1000) };
    for (const who of ['钱外乡', '郑外镇', '周主任', '冯管理']) {
      const codes = [
        { staffId: idOf(world.staff, '李帮扶'), hash: randomUUID() },
        { staffId: idOf(world.staff, who), hash: randomUUID() },
      ];
      const issuing = write(database, wholeCounty(world.county), (tx) => issueCodes(tx, giver, codes, times));
      await expect(issuing, who).rejects.toMatchObject({ is: 'forbidden' });
    }
    const open = await rows(
      world,
      (tx) => tx.sql`select 1 from bind_code where county = ${world.county} and issued_by = ${giver}`,
    );
    expect(open).toEqual([]);
  });
});

describe('one person', () => {
  it('who binds anew on a channel leaves the old account there, keeps the other channel, and misses no message', async () => {
    const world = await withCadre();
    await world.bind('李帮扶', 'wechaty', at);
    const wecom = await codeFor(world, '李帮扶');
    await agreed(world);
    await world.say({ channel: 'wecom', from: 'libangfu', text: wecom, at });
    await world.say({ channel: 'wechaty', from: '李帮扶', text: '进度', at });
    await rows(world, async (tx) => {
      await tx.sql`update account set last_seen_at = ${new Date(at + 5000)} where county = ${world.county} and channel = 'wechaty'`;
      const receiver = `staff:${idOf(world.staff, '李帮扶')}`;
      const body = { type: 'text' as const, text: '今天还有3户' };
      await queuePushes(
        tx,
        [{ key: 'k1', receiver, kind: 'reminder', body, dueAt: at, usefulUntil: null }],
        at,
      );
      return [];
    });
    const code = await codeFor(world, '李帮扶');
    await agreed(world);
    await world.say({ channel: 'wechaty', from: 'wx-新', text: code, at: at + 60_000 });
    expect(await accounts(world)).toEqual([
      { id: 'wx-新', channel: 'wechaty' },
      { id: 'libangfu', channel: 'wecom' },
    ]);
    const waiting = await read(
      database,
      wholeCounty(world.county),
      (db) =>
        db.sql<
          { address: unknown }[]
        >`select address from outbox where county = ${world.county} and key = 'k1'`,
    );
    expect([...waiting]).toEqual([{ address: { kind: 'private', externalId: 'wx-新' } }]);
  });

  it('answering in two chat programs and two groups at once has one visit, and no answer is lost', async () => {
    const world = await bindingWorld(database);
    await world.bind('孙镇长', 'wecom', at);
    await world.bind('李帮扶', 'wechaty', at);
    const code = await codeFor(world, '李帮扶');
    await agreed(world);
    await world.say({ channel: 'wecom', from: 'libangfu', text: code, at });
    await world.say({ channel: 'wecom', from: 'libangfu', text: '排查 冯成', at });
    const room = (name: string) => ({ name, mentioned: true });
    await Promise.all([
      world.say({ channel: 'wecom', from: 'libangfu', text: '4口人', at: at + 1000 }),
      world.say({ channel: 'wechaty', from: '李帮扶', text: '年收入5万', at: at + 1001 }),
      world.say({
        channel: 'wechaty',
        from: '李帮扶',
        text: '收入稳定',
        at: at + 1002,
        room: room('柳元村工作群'),
      }),
      world.say({
        channel: 'wechaty',
        from: '李帮扶',
        text: '都参保了',
        at: at + 1003,
        room: room('帮扶工作群'),
      }),
    ]);
    const visits = await rows<{ answers: Record<string, unknown> }>(
      world,
      (tx) => tx.sql`select answers from visit where county = ${world.county}`,
    );
    expect(visits).toHaveLength(1);
    expect(visits[0]?.answers).toMatchObject({
      population: { is: 'known', v: 4 },
      annualIncome: { is: 'known', v: 50_000 },
      incomeStable: { is: 'known', v: true },
      allInsured: { is: 'known', v: true },
    });
  });
});

describe('who isn’t bound', () => {
  it('gets the same words whatever he sends, leaves no photo and no dialogue', async () => {
    const world = await bindingWorld(database);
    const base = inboundOf({ channel: 'wechaty', from: 'wx-生人', text: '', at });
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
    const contents = [
      ...['排查', '查 赵大有', '问题', '日报', '未排查 柳元村', '发码 李帮扶', '网页', '台账', '销号 1'].map(
        (text) => ({
          type: 'text' as const,
          text,
        }),
      ),
      { type: 'image' as const, data: png },
      { type: 'pressed' as const, button: '提交' },
      { type: 'unreadable' as const, what: 'voice' as const },
    ];
    const heard = new Set<string>();
    for (const content of contents) {
      const { replies } = await world.receive({ ...base, messageId: randomUUID(), content });
      for (const reply of replies) heard.add(JSON.stringify(reply.content));
    }
    expect([...heard]).toEqual([expect.stringContaining('您还没绑定身份')]);
    const left = await rows<{ n: number }>(
      world,
      (tx) => tx.sql`
        select (select count(*)::int from dialogue where county = ${world.county})
          + (select count(*)::int from attachment where county = ${world.county}) as n`,
    );
    expect(left).toEqual([{ n: 0 }]);
  });
});
