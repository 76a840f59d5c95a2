import { rotateKey } from '../county/rotate-key.ts';
import { ConfigError, readConfig } from '../setting/config.ts';
import { keyFor } from '../setting/keys.ts';
import type { Streams } from './streams.ts';
import { withApp } from './with-app.ts';

/**
 * `ruhu rotate-key`: opens every ID number with RUHU_KEY and seals it with RUHU_NEW_KEY. Platform tokens are
 * fetched anew; binding codes, codes on paper and web sessions of the old key end. Stop the bot while it runs.
 */
export async function runRotateKey(streams: Streams): Promise<number> {
  const { key, newKey, dataDir } = readConfig(streams.env);
  if (newKey === undefined)
    throw new ConfigError(
      'RUHU_NEW_KEY：没有填写。新密钥放这里（openssl rand -base64 32），旧密钥留在 RUHU_KEY',
    );
  if (newKey === key) throw new ConfigError('RUHU_NEW_KEY：和 RUHU_KEY 一样，没有可换的');
  return withApp(streams, async (app) => {
    const { changed, already } = await rotateKey(app, app.key, keyFor(newKey, dataDir));
    const before = already === 0 ? '' : `（另有 ${already} 个上次已经换过）`;
    streams.output.write(
      `换好了：${changed} 个身份证号已用新密钥重新加密${before}。\n` +
        '请把 RUHU_KEY 改成新密钥、去掉 RUHU_NEW_KEY，再启动；没用过的绑定码要重新发，没用过的满意度码要重新印，网页要重新进。\n',
    );
    return 0;
  });
}
