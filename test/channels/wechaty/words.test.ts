import { describe, expect, it } from 'vitest';
import { wechatyEnv } from '../../../src/channels/wechaty/config.ts';
import { withoutNames, withoutQuote } from '../../../src/channels/wechaty/inbound.ts';

describe('mentions in WeChat', () => {
  it('are found by the name or the alias in the room, with either kind of space', () => {
    const names = ['入户助手', '小助手'];
    expect(withoutNames('@入户助手\u2005进度', names)).toEqual({ mentioned: true, rest: '进度' });
    expect(withoutNames('进度 @小助手 ', names)).toEqual({ mentioned: true, rest: '进度' });
    expect(withoutNames('@入户助手', names)).toEqual({ mentioned: true, rest: '' });
  });

  it('are found with the emoji of the name spelt out, and with others called to look before', () => {
    const found = { mentioned: true, rest: '进度' };
    expect(withoutNames('@入户助手[笑脸]\u2005进度', ['入户助手'])).toEqual(found);
    expect(withoutNames('@许镇\u2005@入户助手\u2005进度', ['入户助手'])).toEqual(found);
  });

  it('take the longer of two names that begin alike', () => {
    expect(withoutNames('@入户助手2号 进度', ['入户助手', '入户助手2号'])).toEqual({
      mentioned: true,
      rest: '进度',
    });
  });

  it('leave other people’s mentions and plain words alone', () => {
    expect(withoutNames('@张三\u2005去李庄', ['入户助手'])).toEqual({
      mentioned: false,
      rest: '@张三 去李庄',
    });
    expect(withoutNames('a+b', ['.'])).toEqual({ mentioned: false, rest: 'a+b' });
    expect(withoutNames('入户助手好用', ['入户助手', ''])).toEqual({
      mentioned: false,
      rest: '入户助手好用',
    });
  });
});

describe('quoting replies in WeChat', () => {
  it('are taken apart into what is quoted and what is answered', () => {
    const text = '「入户助手：李庄村 张* 家几口人？」\n- - - - - - - - - - - - - - -\n4口';
    expect(withoutQuote(text)).toEqual({ text: '4口', quote: '李庄村 张* 家几口人？' });
  });

  it('are not seen in what merely looks like one', () => {
    expect(withoutQuote('「好」的')).toEqual({ text: '「好」的' });
  });
});

describe('the wechaty part of the environment', () => {
  const complaints = (env: Record<string, string>) =>
    wechatyEnv.safeParse(env).error?.issues.map((i) => i.message);

  it('is off by default', () => {
    expect(wechatyEnv.parse({})).toBeNull();
  });

  it('takes any puppet with its options', () => {
    const config = wechatyEnv.parse({
      WECHATY_PUPPET: 'wechaty-puppet-padlocal',
      WECHATY_PUPPET_OPTIONS: '{"token":"t"}',
    });
    expect(config).toEqual({
      puppet: 'wechaty-puppet-padlocal',
      options: { token: 't' },
      memory: './data/wechaty',
    });
  });

  it('takes token and endpoint of a puppet service', () => {
    const env = {
      WECHATY_PUPPET: 'wechaty-puppet-service',
      WECHATY_PUPPET_SERVICE_TOKEN: 'puppet_x',
      WECHATY_PUPPET_SERVICE_ENDPOINT: '10.0.0.8:9999',
      DATA_DIR: '/srv/ruhu',
    };
    const config = wechatyEnv.parse(env);
    expect(config).toEqual({
      puppet: 'wechaty-puppet-service',
      options: { token: 'puppet_x', endpoint: '10.0.0.8:9999' },
      memory: '/srv/ruhu/wechaty',
    });
  });

  it('says what is wrong', () => {
    expect(complaints({ WECHATY_PUPPET: 'wechaty-puppet-service' })).toEqual([
      expect.stringContaining('token'),
    ]);
    expect(complaints({ WECHATY_PUPPET: '../x' })).toEqual([expect.stringContaining('npm 包名')]);
    expect(complaints({ WECHATY_PUPPET: 'x', WECHATY_PUPPET_OPTIONS: '{' })).toEqual([
      expect.stringContaining('JSON'),
    ]);
  });
});
