import { and, eq } from 'drizzle-orm';
import type { Cipher } from '../base/cipher.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { platformToken } from './platform-token-table.ts';

/** A platform's access token and when it runs out, in milliseconds since 1970. */
interface PlatformToken {
  token: string;
  expiresAt: number;
}

/** The kept token, or null where there is none that this key opens. */
export async function readToken(db: Db, cipher: Cipher, name: string): Promise<PlatformToken | null> {
  const [row] = await db.orm
    .select({ sealed: platformToken.cipher, expiresAt: platformToken.expiresAt })
    .from(platformToken)
    .where(and(eq(platformToken.county, db.scope.county), eq(platformToken.name, name)));
  if (row === undefined || row.expiresAt === null) return null;
  try {
    return { token: await cipher.decrypt(row.sealed, `token/${name}`), expiresAt: row.expiresAt.getTime() };
  } catch {
    // The key was changed since: a new token is fetched and kept under the new one.
    return null;
  }
}

/** Keeps a token, encrypted; the last one fetched is the one kept. */
export async function writeToken(tx: Tx, cipher: Cipher, name: string, kept: PlatformToken): Promise<void> {
  const sealed = await cipher.encrypt(kept.token, `token/${name}`);
  const now = { cipher: sealed, expiresAt: new Date(kept.expiresAt) };
  await tx.orm
    .insert(platformToken)
    .values({ county: tx.scope.county, name, ...now })
    .onConflictDoUpdate({ target: [platformToken.county, platformToken.name], set: now });
}
