import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

export interface HttpServer {
  /** `http://127.0.0.1:8787` */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Serves the application on Node. Rejects when the port is taken; port 0 takes a free one. */
export function serveHttp(app: Hono, at: { host: string; port: number }): Promise<HttpServer> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: at.host, port: at.port }, ({ port }) => {
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
    server.once('error', reject);
  });
}
