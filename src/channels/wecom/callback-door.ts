import type { Context } from 'hono';
import { z } from 'zod';
import { decrypt, type OpenedMessage, sameSecret, sign } from './crypto.ts';

/** A callback larger than this is not one of the platform's: photos come as ids or addresses. */
export const MAX_CALLBACK_BYTES = 256 * 1024;

/**
 * A callback signed longer ago, or so far in the future, is none of today's: somebody kept it. A day and an hour, since
 * this machine's clock may be wrong by hours and no message may be lost for that; what is younger and comes again is
 * known by its id.
 */
const WINDOW_MS = 25 * 3_600_000;

const signed = z.object({
  msg_signature: z.string().regex(/^[0-9a-f]{40}$/iu),
  timestamp: z.string().regex(/^\d{1,13}$/u),
  nonce: z.string().max(128),
});

export interface DoorKeys {
  token: string;
  aesKey: string;
  /** The corp id for an app, empty for a bot. */
  receiver: string;
}

/** Checks the signature over an encrypted text and opens it; null for anything that is not from the platform. */
export async function openSigned(
  keys: DoorKeys,
  query: unknown,
  encrypted: string,
  now: number,
): Promise<OpenedMessage | null> {
  const read = signed.safeParse(query);
  if (!read.success) return null;
  if (Math.abs(Number(read.data.timestamp) * 1000 - now) > WINDOW_MS) return null;
  const expected = await sign(keys.token, read.data.timestamp, read.data.nonce, encrypted);
  if (!sameSecret(expected, read.data.msg_signature.toLowerCase())) return null;
  // Signed but not to be opened: sealed with another key, as good as not ours.
  const opened = await decrypt(keys.aesKey, encrypted).catch(() => null);
  return opened !== null && sameSecret(opened.receiver, keys.receiver) ? opened : null;
}

/** Answers the console's check of the address: the opened `echostr`, bare, within a second. */
export async function answerVerification(c: Context, keys: DoorKeys, now: number): Promise<Response> {
  const opened = await openSigned(keys, c.req.query(), c.req.query('echostr') ?? '', now);
  return opened === null ? c.text('', 403) : c.text(opened.message);
}
