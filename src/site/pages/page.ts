import { Hono } from 'hono';
import type { Role } from '../../../conversations/contract/session.ts';
import type { ChatPeople, WebPerson } from '../../channels/web/people.ts';
import { HttpFault } from '../../http/fault-response.ts';
import type { Sessions } from '../../http/session.ts';
import { type VisitorVariables, visitorsOnly } from '../../http/visitor.ts';
import type { NavLink } from './layout.ts';

/** What a page's routes find in their context: who looks, where else he may go, and what `layout` needs. */
export interface PageVariables {
  Variables: VisitorVariables['Variables'] & { nav: readonly NavLink[]; assetVersion: string };
}

/** A page (or a few under one path) beside the chat, for visitors of certain roles. */
export interface Page {
  /** `/board` */
  path: string;
  /** What it is called in the navigation. */
  label: string;
  /** Who may; absent = everyone who is in. */
  roles?: readonly Role[];
  /** Addresses that take a file as large as a register. */
  uploads?: readonly string[];
  routes: Hono<PageVariables>;
}

function mayOpen({ roles }: Page, visitor: WebPerson): boolean {
  return roles === undefined || visitor.roles.some((role) => roles.includes(role));
}

/** The pages a visitor may open, the chat first. */
export function navFor(pages: readonly Page[], visitor: WebPerson): NavLink[] {
  const open = pages.filter((page) => mayOpen(page, visitor));
  return [{ href: '/', label: '聊天' }, ...open.map(({ path, label }) => ({ href: path, label }))];
}

/** A page behind the front door: a stranger is sent there, a visitor without the role is told so. */
export function guardedPage(
  page: Page,
  all: readonly Page[],
  { sessions, people, assetVersion }: { sessions: Sessions; people: ChatPeople; assetVersion: string },
): Hono<PageVariables> {
  const guarded = new Hono<PageVariables>();
  guarded.use(visitorsOnly(sessions, people));
  guarded.use(async (c, next) => {
    const visitor = c.get('visitor');
    if (!mayOpen(page, visitor)) throw new HttpFault('forbidden', '这一页不归你的角色看');
    c.set('nav', navFor(all, visitor));
    c.set('assetVersion', assetVersion);
    await next();
    c.header('cache-control', 'no-store');
  });
  guarded.route('/', page.routes);
  return guarded;
}
