import type { Database } from './connect.ts';
import { Lines } from './lines.ts';

/**
 * The database as a Worker reaches it: through Hyperdrive, which pools the real connections, so that a handle
 * is cheap and made for one request. The schema is brought up to date by the bot's Node side; the user is the
 * application's own. Settings of a session would outlive it in the pool: there are none here.
 */
export function openHyperdrive(url: string, connections = 3): Database {
  const lines = new Lines({ url: () => url, max: connections });
  return {
    lines,
    hotLines: lines,
    farLines: null,
    embedded: null,
    recover: () => new Promise((again) => setTimeout(again, 250)),
    close: () => lines.close(),
  };
}
