import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/setting/config.ts';

const complaints = (env: Record<string, string>): string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n');
  }
};

describe('the environment', () => {
  it('may be empty: everything has a default for one machine', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 8787,
      dataDir: './data',
      county: '341322',
      databaseUrl: undefined,
      mail: undefined,
      wecom: null,
      wechaty: null,
    });
  });

  it('takes an empty variable for one that isn’t set', () => {
    const names = [
      'DATABASE_URL',
      'PORT',
      'HOST',
      'PUBLIC_URL',
      'RUHU_KEY',
      'RUHU_COUNTY',
      'LOG_LEVEL',
      'SMTP_URL',
      'WECOM_TOKEN',
    ];
    expect(readConfig(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(readConfig({}));
  });

  it('names all that is wrong at once, over all channels, each by its name and what to write', () => {
    const wrong = complaints({
      DATABASE_URL: 'mysql://root@localhost/ruhu',
      PORT: '八千',
      HOST: 'http://0.0.0.0',
      PUBLIC_URL: 'ruhu.example.gov.cn',
      RUHU_KEY: 'too short',
      RUHU_COUNTY: '萧县',
      LOG_LEVEL: 'verbose',
      SMTP_URL: 'smtp.example.gov.cn',
      REPORT_MAIL_TO: '办公室',
      WECOM_CORP_ID: 'ww1',
      WECOM_AES_KEY: 'short',
      WECHATY_PUPPET: 'wechaty-puppet-service',
    });
    const named = new Set(wrong.map((line) => line.split('：')[0]));
    expect([...named].sort()).toEqual([
      'DATABASE_URL',
      'HOST',
      'LOG_LEVEL',
      'PORT',
      'PUBLIC_URL',
      'REPORT_MAIL_TO',
      'RUHU_COUNTY',
      'RUHU_KEY',
      'SMTP_URL',
      'WECHATY_PUPPET_SERVICE_TOKEN',
      'WECOM_AES_KEY',
      'WECOM_AGENT_ID',
      'WECOM_SECRET',
      'WECOM_TOKEN',
    ]);
    // No sentence of a library, no value of a secret.
    for (const line of wrong) expect(line).toMatch(/^[A-Z_]+：.*[\u4e00-\u9fff]/u);
    expect(wrong.join()).not.toMatch(/Invalid|expected|too short|ww1/iu);
  });

  it.each([
    ['0', []],
    ['65535', []],
    ['65536', ['PORT：应是端口号，1 到 65535 之间，如 8787']],
    ['-1', ['PORT：应是端口号，1 到 65535 之间，如 8787']],
    ['80.5', ['PORT：应是端口号，1 到 65535 之间，如 8787']],
  ])('takes %s as a port: %j', (PORT, expected) => {
    expect(complaints({ PORT })).toEqual(expected);
  });

  it('takes a key of 32 bytes and no other', () => {
    for (const bytes of [16, 31, 33, 64])
      expect(complaints({ RUHU_KEY: randomBytes(bytes).toString('base64') }), String(bytes)).toHaveLength(1);
    expect(complaints({ RUHU_KEY: randomBytes(32).toString('base64') })).toEqual([]);
  });

  it('wants the mailbox whole or not at all, and says which part is missing', () => {
    expect(complaints({ SMTP_URL: 'smtps://u:p@smtp.example.gov.cn:465' })).toEqual([
      'REPORT_MAIL_FROM：没有填写。发报告的邮箱 3 项要一起填：SMTP_URL、REPORT_MAIL_FROM、REPORT_MAIL_TO',
      'REPORT_MAIL_TO：没有填写。发报告的邮箱 3 项要一起填：SMTP_URL、REPORT_MAIL_FROM、REPORT_MAIL_TO',
    ]);
  });
});
