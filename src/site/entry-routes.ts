import { type Context, Hono } from 'hono';
import { type StaffId, staffId } from '../../conversations/contract/ids.ts';
import { RateLimiter } from '../channels/rate-limit.ts';
import type { ChatPeople } from '../channels/web/people.ts';
import type { WebChannel } from '../channels/web/web-channel.ts';
import { clientOf } from '../http/client.ts';
import { deviceOf } from '../http/device.ts';
import { HttpFault } from '../http/fault-response.ts';
import type { PageSession, Sessions } from '../http/session.ts';
import { visitorOf } from '../http/visitor.ts';
import { chatPage } from './pages/chat-page.ts';
import { chooseAgainPage, enterPage, howToEnterPage, personaPage } from './pages/entry-pages.ts';
import { navFor, type Page } from './pages/page.ts';

interface EntryOptions {
  channel: Pick<WebChannel, 'tryCode' | 'ready'>;
  sessions: Sessions;
  people: ChatPeople;
  assetVersion: string;
  pages: readonly Page[];
  now: () => number;
}

/** From one address: an office's people come in one after the other. The browser itself has five tries an hour. */
const triesAtTheDoor = { burst: 30, everyMs: 120_000 };

/** The front door: the chat for who is in, and the ways in for who isn't. */
export function entryRoutes({ channel, sessions, people, assetVersion, pages, now }: EntryOptions): Hono {
  const routes = new Hono();
  const tries = new RateLimiter(triesAtTheDoor, now);
  const usedUpPage = async () =>
    (await people.mode()) === 'real'
      ? howToEnterPage({ assetVersion, expired: true })
      : chooseAgainPage({ assetVersion });

  const letIn = async (c: Context, staff: StaffId, by: PageSession['by']) => {
    const id = crypto.randomUUID();
    await people.beginSession({ id, staff, by, device: deviceOf(c.req.header('user-agent') ?? '') });
    await sessions.begin(c, { id, staff, by });
  };

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
    if ((await people.mode()) === 'real') throw new HttpFault('forbidden');
    const chosen = staffId.safeParse((await c.req.parseBody())['staff']);
    if (!chosen.success || (await people.person(chosen.data)) === null) throw new HttpFault('badRequest');
    await people.bind(chosen.data, now());
    await letIn(c, chosen.data, 'persona');
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
    await letIn(c, ticket.staff, 'link');
    return c.redirect('/', 303);
  });

  routes.post('/code', async (c) => {
    if ((await people.mode()) !== 'real') throw new HttpFault('forbidden');
    const code = (await c.req.parseBody())['code'];
    if (typeof code !== 'string' || code.trim() === '' || code.length > 40) throw new HttpFault('badRequest');
    if (!channel.ready()) throw new HttpFault('unavailable');
    const wait = tries.take(clientOf(c));
    if (wait > 0) throw new HttpFault('tooMany', '', Math.ceil(wait / 1000));
    const device = await sessions.doorOf(c);
    const said = await channel.tryCode(device, code.trim());
    const staff = await people.boundAtTheDoor(device);
    if (staff === null) return c.html(howToEnterPage({ assetVersion, said }), 403);
    await people.bind(staff, now());
    await letIn(c, staff, 'link');
    return c.redirect('/', 303);
  });

  routes.post('/leave', async (c) => {
    const session = await sessions.of(c);
    if (session !== null) await people.endSessions(session.staff, session.id);
    sessions.end(c);
    return c.redirect('/', 303);
  });

  return routes;
}
