import { Hono } from 'hono';

/** What `/health` tells: whether the database answers, what runs and whether it goes on. */
interface Health {
  database: { reachable: boolean };
  /** Is each channel able to send? */
  channels: Readonly<Record<string, boolean>>;
  /** Seconds since each loop last went round well; where loops run. */
  rounds?: Readonly<Record<string, number>>;
  /** Loops that stand still. */
  still?: readonly string[];
  /** How long the longest waiting reply has been waiting; null = none waits. */
  oldestUnsentSeconds?: number | null;
  disk?: { full: boolean; freeBytes: number | null };
  clock?: { offSeconds: number | null; movedSeconds: number };
}

export type HealthCheck = () => Promise<Health>;

/**
 * No version is told, the program's or the database's: everybody may ask. `ruhu doctor` tells both.
 * 200 while messages are taken in and go out; 503 while the database can't be reached, a loop stands still or the disk is full.
 */
export function healthRoutes(check: HealthCheck): Hono {
  const routes = new Hono();
  routes.get('/', async (c) => {
    const health = await check();
    const ok = health.database.reachable && (health.still ?? []).length === 0 && health.disk?.full !== true;
    c.header('cache-control', 'no-store');
    return c.json({ status: ok ? 'ok' : 'unavailable', ...health }, ok ? 200 : 503);
  });
  return routes;
}
