import { describe, expect, it } from 'vitest';
import { wecomEnv } from '../../../src/channels/wecom/config.ts';

const app = {
  WECOM_CORP_ID: 'ww1',
  WECOM_AGENT_ID: '1000002',
  WECOM_SECRET: 's',
  WECOM_TOKEN: 't',
  WECOM_AES_KEY: 'a'.repeat(43),
};

const complaints = (env: Record<string, string>) =>
  (wecomEnv.safeParse(env).error?.issues ?? []).map((issue) => `${issue.path.join('.')}：${issue.message}`);

describe('the WeCom part of the environment', () => {
  it('is off where nothing is set, also when variables are left empty', () => {
    expect(wecomEnv.parse({})).toBeNull();
    expect(wecomEnv.parse({ WECOM_CORP_ID: '', WECOM_ROBOTS: ' ' })).toBeNull();
  });

  it('reads app, bot and robots', () => {
    const robots =
      '群甲=https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx，群乙=b56ad3f1-1yyy';
    const config = wecomEnv.parse({ ...app, WECOM_BOT_ID: 'b', WECOM_BOT_SECRET: 'x', WECOM_ROBOTS: robots });
    expect(config?.app).toMatchObject({ corpId: 'ww1', agentId: 1000002 });
    expect(config?.bot?.link?.url).toBe('wss://openws.work.weixin.qq.com');
    expect(config?.robots).toEqual(
      new Map([
        ['群甲', '693a91f6-7xxx'],
        ['群乙', 'b56ad3f1-1yyy'],
      ]),
    );
  });

  it('says in plain words what is missing or mistyped', () => {
    expect(complaints({ WECOM_CORP_ID: 'ww1', WECOM_SECRET: 's' })).toEqual(
      expect.arrayContaining([
        expect.stringContaining('WECOM_AES_KEY：没有填写。企业微信自建应用的 5 项要一起填'),
      ]),
    );
    expect(complaints({ ...app, WECOM_AES_KEY: 'short' })).toEqual([expect.stringContaining('43 位')]);
    expect(complaints({ ...app, WECOM_AGENT_ID: 'abc' })).toEqual([expect.stringContaining('应为数字')]);
    expect(complaints({ WECOM_ROBOTS: '只有群名' })).toEqual([
      expect.stringContaining('群标识=机器人webhook地址'),
    ]);
  });
});
