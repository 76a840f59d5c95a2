import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { HttpFault } from './fault-response.ts';

/** Everything comes from this server; nothing is framed, embedded or sent elsewhere. */
export function securityHeaders(): MiddlewareHandler {
  const self = ["'self'"];
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: self,
      styleSrc: self,
      imgSrc: [...self, 'data:', 'blob:'],
      fontSrc: self,
      connectSrc: self,
      manifestSrc: self,
      workerSrc: self,
      formAction: self,
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: false, // The proxy that holds the certificate says it.
    permissionsPolicy: { camera: ['self'], microphone: ['self'], geolocation: ['self'] },
  });
}

/**
 * Refuses what another site's page sends with a person's cookie. A browser names the origin of every POST; what
 * names none is not a browser and has no cookie that wasn't given to it.
 */
export function sameOrigin(publicUrl: string | undefined): MiddlewareHandler {
  return async (c, next) => {
    if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) {
      const site = c.req.header('sec-fetch-site');
      const origin = c.req.header('origin');
      if (site !== undefined && site !== 'same-origin' && site !== 'none')
        throw new HttpFault('foreignOrigin');
      if (origin !== undefined && !isOwn(origin, c.req.url, c.req.header('host'), publicUrl))
        throw new HttpFault('foreignOrigin');
    }
    await next();
  };
}

/** Compared by host: behind a proxy the request itself doesn't know whether it came by TLS. */
function isOwn(
  origin: string,
  url: string,
  host: string | undefined,
  publicUrl: string | undefined,
): boolean {
  if (!URL.canParse(origin)) return false;
  const known = [new URL(url).host, host, publicUrl === undefined ? undefined : new URL(publicUrl).host];
  return known.includes(new URL(origin).host);
}
