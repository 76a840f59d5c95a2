import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

export interface HttpServer {
  /** `http://127.0.0.1:8787` */
  url: string;
  port: number;
  close(): Promise<void>;
}

/**
 * How long a request may take to arrive: its head, and all of it (10 MB of photo over a poor line). A connection that is
 * held open and says nothing is closed.
 */
const timeLimits = {
  headersTimeout: 15_000,
  requestTimeout: 180_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
};
/** More at once than a county has people. */
const MAX_CONNECTIONS = 10_000;

/** Serves the application on Node. Rejects when the port is taken; port 0 takes a free one. */
export function serveHttp(app: Hono, at: { host: string; port: number }): Promise<HttpServer> {
  return new Promise((resolve, reject) => {
    const serving = { fetch: app.fetch, hostname: at.host, port: at.port, serverOptions: timeLimits };
    const server = serve(serving, ({ port }) => {
      const host = at.host.includes(':') ? `[${at.host}]` : at.host;
      resolve({
        url: `http://${host}:${port}`,
        port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            // Event streams would hold it open for ever.
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.maxConnections = MAX_CONNECTIONS;
    server.once('error', reject);
  });
}
