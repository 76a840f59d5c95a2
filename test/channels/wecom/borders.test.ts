import { describe, expect, it } from 'vitest';
import { isPlatformAddress, mayBeApiBase } from '../../../src/channels/wecom/addresses.ts';
import { openSigned } from '../../../src/channels/wecom/callback-door.ts';
import { encrypt, sign } from '../../../src/channels/wecom/crypto.ts';

const api = 'https://qyapi.weixin.qq.com';

describe('addresses that a message brings along', () => {
  it.each([
    'https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=1',
    'https://ww-aibot-img-1258476243.cos.ap-guangzhou.myqcloud.com/a.png?sign=x',
    'https://wework.qpic.cn/wwpic/1.jpg',
  ])('are called where they are the platform’s: %s', (address) => {
    expect(isPlatformAddress(address, api)).toBe(true);
  });

  it.each([
    'http://127.0.0.1:9301/internal/secret',
    'http://qyapi.weixin.qq.com/x',
    'https://qq.com.example.org/x',
    'https://myqcloud.com@example.org/x',
    'https://169.254.169.254/latest',
    'file:///etc/passwd',
    'data:image/png;base64,AA',
    '',
  ])('are not called elsewhere: %s', (address) => {
    expect(isPlatformAddress(address, api)).toBe(false);
  });

  it('are called at the server the operator himself named', () => {
    expect(isPlatformAddress('https://wx.county.example.gov.cn/r', 'https://wx.county.example.gov.cn')).toBe(
      true,
    );
    expect(isPlatformAddress('http://wx.county.example.gov.cn/r', 'https://wx.county.example.gov.cn')).toBe(
      false,
    );
    expect(mayBeApiBase('http://wx.county.example.gov.cn')).toBe(false);
    expect(mayBeApiBase('http://127.0.0.1:9310')).toBe(true);
  });
});

describe('a callback', () => {
  const keys = { token: 'token', aesKey: 'A'.repeat(43), receiver: 'corp' };
  const now = Date.parse('2021-12-15T09:00:00+08:00');
  const opened = async (hours: number) => {
    const timestamp = String(Math.floor(now / 1000 + hours * 3600));
    const sealed = await encrypt(keys.aesKey, '<xml/>', keys.receiver);
    const msg_signature = await sign(keys.token, timestamp, 'n', sealed);
    return openSigned(keys, { msg_signature, timestamp, nonce: 'n' }, sealed, now);
  };

  it('of a year ago, of the future or without a time is none, however well it is signed', async () => {
    for (const hours of [-24 * 365, -26, 26, 24 * 3650]) expect(await opened(hours), `${hours} h`).toBeNull();
  });

  it('is heard although this machine’s clock is wrong by hours', async () => {
    for (const hours of [-24, -8, 0, 8, 24]) expect(await opened(hours), `${hours} h`).not.toBeNull();
  });
});
