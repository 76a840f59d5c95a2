import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { staffId } from '../../conversations/contract/ids.ts';
import { type Signer, signer } from './signing.ts';

const DAY_MS = 86_400_000;
/** A field day and the next morning; then a new link is asked for. */
const SESSION_MS = 2 * DAY_MS;
/** Long enough to change from the chat to the browser. */
const TICKET_MS = 10 * 60_000;
const COOKIE = 'ruhu_session';

/** How somebody came in: chosen freely (only over demo and rehearsal data) or by a link from the bot. */
const session = z.object({ staff: staffId, by: z.enum(['persona', 'link']), until: z.number() });
export type Session = z.infer<typeof session>;

const ticket = z.object({ id: z.uuid(), staff: staffId, until: z.number() });
export type Ticket = z.infer<typeof ticket>;

/** Sessions in a signed cookie and the short-lived tickets that open them. Nothing is kept on the server. */
export class Sessions {
  readonly #cookies: Signer;
  readonly #tickets: Signer;
  readonly #now: () => number;

  constructor(secret: Uint8Array, now: () => number) {
    this.#cookies = signer(secret, 'web session');
    this.#tickets = signer(secret, 'web entry link');
    this.#now = now;
  }

  /** The session of a request; null without one, and after its end. */
  async of(c: Context): Promise<Session | null> {
    const cookie = getCookie(c, COOKIE);
    const found = cookie === undefined ? null : await this.#cookies.open(cookie, session);
    return found !== null && found.until > this.#now() ? found : null;
  }

  async begin(c: Context, staff: Session['staff'], by: Session['by']): Promise<void> {
    const until = this.#now() + SESSION_MS;
    setCookie(c, COOKIE, await this.#cookies.seal({ staff, by, until } satisfies Session), {
      httpOnly: true,
      sameSite: 'Strict',
      secure: isBehindTls(c),
      path: '/',
      maxAge: SESSION_MS / 1000,
    });
  }

  end(c: Context): void {
    deleteCookie(c, COOKIE, { path: '/', secure: isBehindTls(c) });
  }

  /** A ticket for an entry link, good for ten minutes and, where it is claimed, once. */
  issueTicket(staff: Session['staff']): Promise<string> {
    return this.#tickets.seal({
      id: crypto.randomUUID(),
      staff,
      until: this.#now() + TICKET_MS,
    } satisfies Ticket);
  }

  async openTicket(token: string): Promise<Ticket | null> {
    const found = await this.#tickets.open(token, ticket);
    return found !== null && found.until > this.#now() ? found : null;
  }
}

/** Believing the proxy's word is harmless here: it can only make the cookie stricter. */
function isBehindTls(c: Context): boolean {
  return new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https';
}

/** The address the bot hands out in a private chat. */
export function entryAddress(publicUrl: string, ticketToken: string): string {
  return new URL(`/enter?t=${ticketToken}`, publicUrl).href;
}
