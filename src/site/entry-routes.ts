import { Hono } from 'hono';
import { staffId } from '../../conversations/contract/ids.ts';
import type { ChatPeople } from '../channels/web/people.ts';
import { HttpProblem } from '../http/problem-response.ts';
import type { Sessions } from '../http/session.ts';
import { visitorOf } from '../http/visitor.ts';
import { chatPage } from './pages/chat-page.ts';
import { chooseAgainPage, enterPage, howToEnterPage, personaPage } from './pages/entry-pages.ts';
import { navFor, type Page } from './pages/page.ts';

export interface EntryOptions {
  sessions: Sessions;
  people: ChatPeople;
  assetVersion: string;
  pages: readonly Page[];
  now: () => number;
}

/** The front door: the chat for who is in, and the ways in for who isn't. */
export function entryRoutes({ sessions, people, assetVersion, pages, now }: EntryOptions): Hono {
  const routes = new Hono();
  const usedUpPage = async () =>
    (await people.mode()) === 'real'
      ? howToEnterPage({ assetVersion }, true)
      : chooseAgainPage({ assetVersion });

  routes.get('/', async (c) => {
    c.header('cache-control', 'no-store');
    const [visitor, mode] = await Promise.all([visitorOf(c, sessions, people), people.mode()]);
    if (visitor !== null) {
      const nav = navFor(pages, visitor);
      return c.html(chatPage({ visitor, mode, assetVersion, nav }));
    }
    if (mode === 'real') return c.html(howToEnterPage({ assetVersion }));
    return c.html(personaPage({ assetVersion }, mode, await people.personas()));
  });

  routes.post('/persona', async (c) => {
    if ((await people.mode()) === 'real') throw new HttpProblem('forbidden');
    const chosen = staffId.safeParse((await c.req.parseBody())['staff']);
    if (!chosen.success || (await people.person(chosen.data)) === null) throw new HttpProblem('badRequest');
    await people.bind(chosen.data, now());
    await sessions.begin(c, chosen.data, 'persona');
    return c.redirect('/', 303);
  });

  routes.get('/enter', async (c) => {
    const token = c.req.query('t') ?? '';
    c.header('cache-control', 'no-store');
    if ((await sessions.openTicket(token)) === null) return c.html(await usedUpPage(), 403);
    return c.html(enterPage({ assetVersion }, token));
  });

  routes.post('/enter', async (c) => {
    const token = (await c.req.parseBody())['t'];
    const ticket = typeof token === 'string' ? await sessions.openTicket(token) : null;
    const good = ticket !== null && (await people.person(ticket.staff)) !== null;
    if (!good || !(await people.claimTicket(ticket.id, ticket.until))) return c.html(await usedUpPage(), 403);
    await people.bind(ticket.staff, now());
    await sessions.begin(c, ticket.staff, 'link');
    return c.redirect('/', 303);
  });

  routes.post('/leave', (c) => {
    sessions.end(c);
    return c.redirect('/', 303);
  });

  return routes;
}
