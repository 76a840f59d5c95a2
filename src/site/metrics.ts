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

/** Metrics on Node, readable from this machine only: a request that a proxy passed on is not from here. */
export function nodeMetrics(): Metrics {
  const registry = new Registry();
  const { printMetrics, registerMetrics } = prometheus({
    registry,
    collectDefaultMetrics: true,
    prefix: 'ruhu_',
  });
  return {
    registry,
    observe: registerMetrics,
    print: (c) => (isFromHere(c) ? printMetrics(c) : c.notFound()),
  };
}

function isFromHere(c: Context): boolean {
  const address = getConnInfo(c).remote.address ?? '';
  const passedOn = ['x-forwarded-for', 'forwarded', 'x-real-ip'].some(
    (name) => c.req.header(name) !== undefined,
  );
  return !passedOn && /^(?:::ffff:)?127\.|^::1$/u.test(address);
}
