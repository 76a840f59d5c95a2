import { wholeCounty } from '../../../conversations/access/scope.ts';
import type { CountyCode } from '../../../conversations/contract/ids.ts';
import { openCipher } from '../../../db/base/cipher.ts';
import type { Database } from '../../../db/base/connect.ts';
import { read, write } from '../../../db/base/transaction.ts';
import { readToken, writeToken } from '../../../db/outbox/tokens.ts';
import type { TokenStore } from './token.ts';

interface Place {
  database: Database;
  county: CountyCode;
  key: { bytes: Uint8Array };
}

/** Tokens kept in the database, encrypted, so that all processes share one. */
export async function tokensInDatabase({ database, county, key }: Place): Promise<TokenStore> {
  const cipher = await openCipher(Uint8Array.from(key.bytes));
  const scope = wholeCounty(county);
  return {
    read: (name) => read(database, scope, (db) => readToken(db, cipher, name)),
    write: (name, token, expiresAt) =>
      write(database, scope, (tx) => writeToken(tx, cipher, name, { token, expiresAt })),
  };
}
