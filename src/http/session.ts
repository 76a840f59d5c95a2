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
/** Names a browser in which nobody is in yet, so that its wrong codes count together. */
const DOOR_COOKIE = 'ruhu_door';
const doorCookie = z.object({ door: z.uuid() });

/**
 * How somebody came in: chosen freely (only over demo and rehearsal data) or by a link from the bot. `id` names the
 * session's row: whether it is still open is known there (channels/web/people.ts).
 */
const session = z.object({
  id: z.uuid(),
  staff: staffId,
  by: z.enum(['persona', 'link']),
  until: z.number(),
});
export type PageSession = z.infer<typeof session>;

const ticket = z.object({ id: z.uuid(), staff: staffId, until: z.number() });
type Ticket = z.infer<typeof ticket>;

/** Sessions in a signed cookie and the short-lived tickets that open them. */
export class Sessions {
  readonly #cookies: Signer;
  readonly #tickets: Signer;
  readonly #now: () => number;
  readonly #publicUrl: string | undefined;

  constructor(secret: Uint8Array, now: () => number, publicUrl?: string) {
    this.#cookies = signer(secret, 'web session');
    this.#tickets = signer(secret, 'web entry link');
    this.#now = now;
    this.#publicUrl = publicUrl;
  }

  /** The session a request's cookie names; null without one, and after its last moment. */
  async of(c: Context): Promise<PageSession | null> {
    const cookie = getCookie(c, COOKIE);
    const found = cookie === undefined ? null : await this.#cookies.open(cookie, session);
    return found !== null && found.until > this.#now() ? found : null;
  }

  /** Gives the browser its cookie; the row of the same id is the caller's to make. */
  async begin(c: Context, { id, staff, by }: Omit<PageSession, 'until'>): Promise<void> {
    const until = this.#now() + SESSION_MS;
    setCookie(c, COOKIE, await this.#cookies.seal({ id, staff, by, until } satisfies PageSession), {
      httpOnly: true,
      sameSite: 'Strict',
      secure: this.#isBehindTls(c),
      path: '/',
      maxAge: SESSION_MS / 1000,
    });
  }

  /** The browser's name at the door, `door:` and an id; a new one gets a cookie. */
  async doorOf(c: Context): Promise<string> {
    const cookie = getCookie(c, DOOR_COOKIE);
    const found = cookie === undefined ? null : await this.#cookies.open(cookie, doorCookie);
    const door = found?.door ?? crypto.randomUUID();
    if (found === null)
      setCookie(c, DOOR_COOKIE, await this.#cookies.seal({ door }), {
        httpOnly: true,
        sameSite: 'Strict',
        secure: this.#isBehindTls(c),
        path: '/',
        maxAge: SESSION_MS / 1000,
      });
    return `door:${door}`;
  }

  end(c: Context): void {
    deleteCookie(c, COOKIE, { path: '/', secure: this.#isBehindTls(c) });
  }

  /** A ticket for an entry link, good for ten minutes and, where it is claimed, once. */
  issueTicket(staff: PageSession['staff']): Promise<string> {
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

  /**
   * The operator's own word on how people reach the pages comes first; a proxy's header may be missing. Believing one
   * that is there can only make the cookie stricter.
   */
  #isBehindTls(c: Context): boolean {
    if (this.#publicUrl?.startsWith('https:') === true) return true;
    return new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https';
  }
}

/** The address the bot hands out in a private chat. */
export function entryAddress(publicUrl: string, ticketToken: string): string {
  return new URL(`/enter?t=${ticketToken}`, publicUrl).href;
}
