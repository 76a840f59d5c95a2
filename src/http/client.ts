import type { Context } from 'hono';

interface NodeEnv {
  incoming?: { socket?: { remoteAddress?: string } };
}

/**
 * Where a request comes from, to count tries by: the address the nearest proxy saw, else that of the connection. A
 * client can put anything before the proxy's entry, never behind it.
 */
export function clientOf(c: Context): string {
  const passedOn =
    c.req.header('cf-connecting-ip') ?? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  const node = c.env as NodeEnv | undefined;
  return passedOn ?? node?.incoming?.socket?.remoteAddress ?? 'unknown';
}
