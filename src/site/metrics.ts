import { timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { prometheus } from '@hono/prometheus';
import type { Context, MiddlewareHandler } from 'hono';
import { Registry } from 'prom-client';

/** Counts and times requests and prints them; `registry` takes the other figures of the process. */
export interface Metrics {
  registry: Registry;
  observe: MiddlewareHandler;
  print: (c: Context) => Promise<Response> | Response;
}

/**
 * Metrics on Node. With a token whoever brings it may read them; without one they are read from this machine alone, and
 * only where no proxy serves the bot to outside (`isPublic`): a proxy's requests come from this machine as well.
 */
export function nodeMetrics({ token, isPublic }: { token: string | undefined; isPublic: boolean }): Metrics {
  const registry = new Registry();
  const { printMetrics, registerMetrics } = prometheus({
    registry,
    collectDefaultMetrics: true,
    prefix: 'ruhu_',
  });
  return {
    registry,
    observe: registerMetrics,
    print: (c) => {
      const may = token === undefined ? !isPublic && isFromHere(c) : bringsToken(c, token);
      return may ? printMetrics(c) : c.notFound();
    },
  };
}

function bringsToken(c: Context, token: string): boolean {
  const brought = Buffer.from(c.req.header('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return brought.length === wanted.length && timingSafeEqual(brought, wanted);
}

function isFromHere(c: Context): boolean {
  const address = getConnInfo(c).remote.address ?? '';
  const passedOn = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some(
    (name) => c.req.header(name) !== undefined,
  );
  return !passedOn && /^(?:::ffff:)?127\.|^::1$/u.test(address);
}
