import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { tokensInDatabase } from '../../src/channels/wecom/database-tokens.ts';
import { AccessToken } from '../../src/channels/wecom/token.ts';
import { county } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const key = { bytes: randomBytes(32) };

describe('platform tokens in the database', () => {
  it('are fetched once for all processes, and again when one was withdrawn', async () => {
    let fetched = 0;
    const now = Date.UTC(2021, 11, 9);
    const fetchToken = async () => ({ token: `token-${++fetched}`, lifetimeMs: 7_200_000 });
    const [one, two] = await Promise.all(
      [0, 1].map(
        async () =>
          new AccessToken(
            'wecom:app',
            await tokensInDatabase({ database, county, key }),
            fetchToken,
            () => now,
          ),
      ),
    );
    expect(await Promise.all([one?.get(), one?.get()])).toEqual(['token-1', 'token-1']);
    expect(await two?.get()).toBe('token-1');
    expect(await two?.get('token-1')).toBe('token-2');
    expect(await one?.get('token-1')).toBe('token-2');
    expect(fetched).toBe(2);
  });

  it('are kept encrypted, and forgotten under another key', async () => {
    const store = await tokensInDatabase({ database, county, key });
    const until = Date.UTC(2021, 11, 10);
    await store.write('wecom:other', 'a secret', until);
    expect(await store.read('wecom:other')).toEqual({ token: 'a secret', expiresAt: until });
    const other = await tokensInDatabase({ database, county, key: { bytes: randomBytes(32) } });
    expect(await other.read('wecom:other')).toBeNull();
  });
});
