import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examineWecom } from '../../../src/channels/wecom/examine-wecom.ts';
import { Taker } from '../contract.ts';
import { type WecomRig, wecomRig } from './rig.ts';

const PUBLIC = 'https://ruhu.example.gov.cn';

describe('examining the WeCom set-up', () => {
  let rig: WecomRig;
  beforeEach(async () => {
    rig = await wecomRig();
    await rig.channel.start(new Taker().receive);
  });
  afterEach(() => rig.close());

  /** The platform's double for its address, our own routes for ours. */
  const reach = (): typeof fetch => {
    const house = new Hono().route('/wecom', rig.channel.routes);
    return async (input, init) => {
      const url = String(input);
      return url.startsWith(PUBLIC) ? house.fetch(new Request(url)) : fetch(url, init);
    };
  };
  const examined = (config = rig.config) => examineWecom(config, { publicUrl: PUBLIC, fetch: reach() });

  it('finds nothing wrong where nothing is', async () => {
    expect((await examined()).map(({ is }) => is)).toEqual(['fine', 'fine', 'fine']);
    expect(await examineWecom(null, { publicUrl: PUBLIC })).toEqual([]);
  });

  it('says which secret is wrong', async () => {
    const app = rig.config.app && { ...rig.config.app, secret: 'old' };
    expect((await examined({ ...rig.config, app }))[0]).toMatchObject({
      is: 'broken',
      says: expect.stringContaining('WECOM_SECRET'),
    });
  });

  it('says that the running program has another token', async () => {
    const app = rig.config.app && { ...rig.config.app, token: 'new-token' };
    expect((await examined({ ...rig.config, app }))[1]).toMatchObject({
      is: 'broken',
      says: expect.stringContaining('要重启'),
    });
  });

  it('says that the address is missing or does not lead here', async () => {
    expect((await examineWecom(rig.config, { publicUrl: undefined, fetch: reach() }))[1]?.says).toContain(
      'PUBLIC_URL',
    );
    const elsewhere: typeof fetch = async (input, init) =>
      String(input).startsWith(PUBLIC) ? new Response('<html>', { status: 404 }) : fetch(String(input), init);
    const findings = await examineWecom(rig.config, { publicUrl: PUBLIC, fetch: elsewhere });
    expect(findings[1]?.says).toContain('反向代理');
  });

  it('says that the platform can’t be reached', async () => {
    await rig.platform.close();
    expect((await examined())[0]).toMatchObject({ is: 'broken', says: expect.stringContaining('连不上') });
  });
});
