import { wholeCounty } from '../../conversations/access/scope.ts';
import { aesCipher } from '../../db/cipher.ts';
import { forgetTokens, saveIdNumbers, sealedIdNumbers } from '../../db/id-numbers.ts';
import { write } from '../../db/transaction.ts';
import { openApp } from '../compose.ts';
import { keyFor } from '../keys.ts';
import type { Streams } from './streams.ts';

const page = 500;

/**
 * `ruhu rotate-key`: opens every ID number with RUHU_KEY and seals it with RUHU_NEW_KEY, all or nothing. Platform
 * tokens are fetched anew; binding codes and web sessions of the old key end. Stop the bot while it runs.
 */
export async function runRotateKey(streams: Streams): Promise<number> {
  const next = streams.env['RUHU_NEW_KEY'];
  if (next === undefined || Buffer.from(next, 'base64').length !== 32) {
    streams.errors.write(
      '请把新密钥放在 RUHU_NEW_KEY 里（openssl rand -base64 32），旧密钥留在 RUHU_KEY。\n',
    );
    return 2;
  }
  const app = await openApp({ env: streams.env, say: (line) => streams.errors.write(`${line}\n`) });
  try {
    const from = await aesCipher(Uint8Array.from(app.key.bytes));
    const to = await aesCipher(Uint8Array.from(keyFor(next, app.config.dataDir).bytes));
    const count = await write(app.database, wholeCounty(app.county), async (tx) => {
      let done = 0;
      for (let after: string | null = null; ; ) {
        const rows = await sealedIdNumbers(tx, after, page);
        const last = rows.at(-1);
        if (last === undefined) break;
        const sealed = await Promise.all(
          rows.map(async ({ id, cipher }) => {
            const number = await from.decrypt(cipher);
            return { id, cipher: await to.encrypt(number), hash: await to.hash(number) };
          }),
        );
        await saveIdNumbers(tx, sealed);
        after = last.id;
        done += rows.length;
      }
      await forgetTokens(tx);
      return done;
    });
    streams.output.write(`换好了：${count} 个身份证号已用新密钥重新加密。请把 RUHU_KEY 改成新密钥再启动。\n`);
    return 0;
  } finally {
    await app.close();
  }
}
