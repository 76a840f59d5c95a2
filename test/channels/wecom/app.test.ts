import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Taker, until } from '../contract.ts';
import { appCall, appXml, verification } from './caller.ts';
import { type WecomRig, wecomRig } from './rig.ts';

const HOST = 'http://ruhu.test/app';

describe('the address the platform calls for the app', () => {
  let rig: WecomRig;
  let taker: Taker;

  beforeEach(async () => {
    rig = await wecomRig();
    taker = new Taker();
    await rig.channel.start(taker.receive);
  });
  afterEach(() => rig.close());

  it('answers the console’s check with the bare word', async () => {
    const response = await rig.fetch(verification(rig.appDoor, HOST, '8736459823'));
    expect([response.status, await response.text()]).toEqual([200, '8736459823']);
  });

  it('turns away what does not come from the platform', async () => {
    const xml = appXml(rig.platform.corpId, rig.platform.agentId, { from: 'zhang', id: '1', text: '排查' });
    const strange = [
      appCall({ ...rig.appDoor, token: 'guessed' }, HOST, xml),
      appCall({ ...rig.appDoor, receiver: 'ww-another-corp' }, HOST, xml),
      verification({ ...rig.appDoor, token: 'guessed' }, HOST, 'word'),
    ];
    for (const request of strange) expect((await rig.fetch(request)).status).toBe(403);
    const unreadable = ['', 'no xml', '<xml><Other>1</Other></xml>', '<!DOCTYPE x [<!ENTITY a "b">]><xml/>'];
    for (const body of unreadable) {
      const query = new URL(appCall(rig.appDoor, HOST, xml).url).search;
      expect((await rig.fetch(new Request(HOST + query, { method: 'POST', body }))).status).toBe(400);
    }
    expect(taker.taken).toEqual([]);
  });

  it('turns away what was meant for another app of the same corp', async () => {
    const { corpId, agentId } = rig.platform;
    const said = { from: 'zhang', id: '1', text: '排查' };
    for (const xml of [appXml(corpId, agentId + 1, said), appXml('ww-another-corp', agentId, said)])
      expect((await rig.fetch(appCall(rig.appDoor, HOST, xml))).status).toBe(403);
    expect(taker.taken).toEqual([]);
  });

  it('goes on taking messages after the machine’s clock was wrong by a day again and again', async () => {
    // What measures spans never goes back, so each wrong day leaves it a day further ahead.
    const open = await wecomRig({ forward: () => Date.now() + 4 * 24 * 3_600_000 });
    await open.channel.start(taker.receive);
    const at = Math.floor(Date.now() / 1000) + 3_600;
    const xml = appXml(open.platform.corpId, open.platform.agentId, {
      from: 'zhang',
      id: '1',
      text: '排查',
      at,
    });
    expect((await open.fetch(appCall(open.appDoor, HOST, xml))).status).toBe(200);
    // A moment that lies ahead ends no lock before its time.
    expect(taker.taken[0]?.at).toBeLessThanOrEqual(Date.now());
    await open.close();
  });

  it('writes nothing of what somebody said into the log, however broken it comes', async () => {
    const lines: string[] = [];
    const note = (...said: unknown[]) => void lines.push(JSON.stringify(said));
    const log = { debug: note, info: note, warn: note, error: note };
    const open = await wecomRig({ log });
    await open.channel.start(taker.receive);
    const broken = '<xml><Content>张三<张三得了重病 990101197001010014</Content>';
    expect((await open.fetch(appCall(open.appDoor, HOST, broken))).status).toBe(400);
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toMatch(/张三|9901/u);
    await open.close();
  });

  it('refuses a body that no callback has', async () => {
    const body = `<xml><Encrypt>${'A'.repeat(300_000)}</Encrypt></xml>`;
    expect((await rig.fetch(new Request(HOST, { method: 'POST', body }))).status).toBe(413);
  });

  it('lets the platform deliver again what was not claimed in time, and answers it once', async () => {
    const hasty = await wecomRig({ deadlineMs: 60 });
    const held = Promise.withResolvers<void>();
    taker.answer = async () => {
      await held.promise;
      return '记下了。';
    };
    await hasty.channel.start(taker.receive);
    const { attempts, last } = await hasty.app({ from: 'zhang', id: '77', text: '4口人' });
    expect([attempts, last.status]).toEqual([3, 503]);
    held.resolve();
    await until(() => expect(taker.marked).toEqual(new Set(['app:77'])));
    expect(taker.texts).toEqual(['4口人']);
    expect(hasty.seen()).toHaveLength(1);
    await hasty.close();
  });

  it('takes in a message on its second delivery when the database was away at the first', async () => {
    let calls = 0;
    await rig.channel.stop();
    await rig.channel.start(async (inbound) => {
      if (calls++ === 0) throw new Error('connection refused');
      return taker.receive(inbound);
    });
    taker.answer = () => '记下了。';
    const { attempts, last } = await rig.app({ from: 'zhang', id: '78', text: '4口人' });
    expect([attempts, last.status]).toEqual([2, 200]);
    await until(() => expect(rig.seen()).toHaveLength(1));
  });

  it('tells two clicks within one second apart, and knows a click delivered twice', async () => {
    const click = (key: string) =>
      rig.app({ from: 'zhang', id: '', event: { name: 'click', key }, at: 1_700_000_100 });
    await click('进度');
    await click('下一户');
    await click('进度');
    expect(taker.taken.map(({ content }) => content)).toEqual([
      { type: 'pressed', button: '进度' },
      { type: 'pressed', button: '下一户' },
    ]);
  });

  it('passes over events that say nothing, with an empty 200', async () => {
    const { last } = await rig.app({ from: 'zhang', id: '', event: { name: 'enter_agent', key: '' } });
    expect([last.status, await last.text()]).toEqual([200, '']);
    expect(taker.taken).toEqual([]);
  });

  it('keeps the digits of a message id that is longer than a number holds', async () => {
    await rig.app({ from: 'ZHANG', id: '7346529837465982737', text: '排查' });
    expect(taker.taken).toMatchObject([
      { messageId: 'app:7346529837465982737', from: { externalId: 'zhang' } },
    ]);
  });

  it('takes messages that arrive out of order, each under its own id', async () => {
    await rig.app({ from: 'zhang', id: '202', text: '第二句', at: 1_700_000_010 });
    await rig.app({ from: 'zhang', id: '201', text: '第一句', at: 1_700_000_009 });
    await rig.app({ from: 'zhang', id: '202', text: '第二句', at: 1_700_000_010 });
    expect(taker.taken.map(({ messageId, at }) => [messageId, at])).toEqual([
      ['app:202', 1_700_000_010_000],
      ['app:201', 1_700_000_009_000],
    ]);
  });

  it('asks for a new token when a photo is fetched with a withdrawn one', async () => {
    await rig.photo('zhang', Buffer.from('one'));
    rig.platform.revokeTokens();
    await rig.photo('zhang', Buffer.from('two'));
    expect(taker.texts).toEqual(['image', 'image']);
    expect(rig.platform.tokenFetches).toBe(2);
  });
});
