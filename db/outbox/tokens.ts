import type { Cipher } from '../base/cipher.ts';
import type { Db, Tx } from '../base/transaction.ts';

/** A platform's access token and when it runs out, in milliseconds since 1970. */
export interface PlatformToken {
  token: string;
  expiresAt: number;
}

/** The kept token, or null where there is none that this key opens. */
export async function readToken(db: Db, cipher: Cipher, name: string): Promise<PlatformToken | null> {
  const [row] = await db.sql<{ cipher: Uint8Array; expires_at: Date | null }[]>`
    select cipher, expires_at from platform_token where county = ${db.scope.county} and name = ${name}`;
  if (row === undefined || row.expires_at === null) return null;
  try {
    return { token: await cipher.decrypt(row.cipher, `token/${name}`), expiresAt: row.expires_at.getTime() };
  } catch {
    // The key was changed since: a new token is fetched and kept under the new one.
    return null;
  }
}

/** Keeps a token, encrypted; the last one fetched is the one kept. */
export async function writeToken(tx: Tx, cipher: Cipher, name: string, kept: PlatformToken): Promise<void> {
  const sealed = await cipher.encrypt(kept.token, `token/${name}`);
  await tx.sql`
    insert into platform_token (county, name, cipher, expires_at)
    values (${tx.scope.county}, ${name}, ${sealed}, ${new Date(kept.expiresAt)})
    on conflict (county, name) do update set cipher = excluded.cipher, expires_at = excluded.expires_at`;
}
