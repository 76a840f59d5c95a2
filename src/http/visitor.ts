import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ChatPeople, WebPerson } from '../channels/web/people.ts';
import { HttpFault } from './fault-response.ts';
import type { Sessions } from './session.ts';

export interface VisitorVariables {
  Variables: { visitor: WebPerson };
}

/**
 * Who makes this request; null for a stranger. A persona counts over demo and rehearsal data only: a cookie
 * from a demonstration opens nothing once real data is there.
 */
export async function visitorOf(
  c: Context,
  sessions: Sessions,
  people: ChatPeople,
): Promise<WebPerson | null> {
  const session = await sessions.of(c);
  if (session === null) return null;
  if (session.by === 'persona' && (await people.mode()) === 'real') return null;
  return people.visitor(session, isDoing(c));
}

/**
 * A person's own doing: opening a page, saying something. What a page fetches by itself (it brings itself up to date,
 * it listens for messages) keeps nobody in.
 */
function isDoing(c: Context): boolean {
  return c.req.method !== 'GET' || c.req.header('sec-fetch-dest') !== 'empty';
}

/** Lets only visitors through, and hands them on as `visitor`. */
export function visitorsOnly(sessions: Sessions, people: ChatPeople): MiddlewareHandler<VisitorVariables> {
  return createMiddleware<VisitorVariables>(async (c, next) => {
    const visitor = await visitorOf(c, sessions, people);
    if (visitor === null) throw new HttpFault('notSignedIn');
    c.set('visitor', visitor);
    await next();
  });
}
