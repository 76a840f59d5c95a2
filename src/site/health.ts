import { Hono } from 'hono';

/** What `/health` tells: whether the database answers, and what runs. */
export interface Health {
  database: { reachable: boolean; version?: string; schema?: string };
  /** Is each channel able to send? */
  channels: Readonly<Record<string, boolean>>;
}

export type HealthCheck = () => Promise<Health>;

/** 200 while messages can be taken in, 503 while the database can't be reached. */
export function healthRoutes(check: HealthCheck, version: string): Hono {
  const routes = new Hono();
  routes.get('/', async (c) => {
    const health = await check();
    const ok = health.database.reachable;
    c.header('cache-control', 'no-store');
    return c.json({ status: ok ? 'ok' : 'unavailable', version, ...health }, ok ? 200 : 503);
  });
  return routes;
}
