import { type Context, Hono } from 'hono';
import { rolesFor } from '../../../conversations/access/policy.ts';
import { staffId } from '../../../conversations/contract/ids.ts';
import type { Speaker } from '../../../conversations/contract/session.ts';
import { read, write } from '../../../db/base/transaction.ts';
import { outboxState } from '../../../db/outbox/outbox-intake.ts';
import { parkedMessages } from '../../../db/outbox/outbox-report.ts';
import { voidCodes } from '../../../db/people/codes.ts';
import { removeFromRoster, roomBindings, staffBindings, unitBindings } from '../../../db/people/roster.ts';
import { securityEvents } from '../../../db/people/security-log.ts';
import type { ChannelState } from '../../channels/platform.ts';
import { handOutCodes } from '../../county/hand-out-codes.ts';
import { HttpFault } from '../../http/fault-response.ts';
import type { Workplace } from '../../setting/workplace.ts';
import { channelsView, qrPicture } from './admin-channels.ts';
import { codeSheet } from './admin-codes.ts';
import { AdminDesk, seesAll } from './admin-desk.ts';
import { fileRoutes, uploadPath } from './admin-files.ts';
import { securityView } from './admin-security.ts';
import { settingsRoutes } from './admin-settings.ts';
import { adminTabs, foundView, roomsView, staffView } from './admin-views.ts';
import { type Html, layout } from './layout.ts';
import type { Page, PageVariables } from './page.ts';

interface AdminOptions {
  place: Pick<Workplace, 'database' | 'county' | 'outside' | 'config' | 'key'>;
  /** The channels beside the page, as they are now. */
  channels: () => readonly ChannelState[];
  now?: () => number;
}

/** What the routes work with. */
type Work = Required<AdminOptions> & { desk: AdminDesk };

type Routes = Hono<PageVariables>;
type Ctx = Context<PageVariables>;

const dayMs = 86_400_000;
const here = '/admin';

/** 管理: who is bound, codes to print, groups, channels. Everybody within his own subtree. */
export function adminPage({ place, channels, now = Date.now }: AdminOptions): Page {
  const routes: Routes = new Hono();
  const work = { place, channels, now, desk: new AdminDesk(place) };
  staffRoutes(routes, work);
  roomRoutes(routes, work);
  channelRoutes(routes, work);
  securityRoutes(routes, work);
  formRoutes(routes, work);
  fileRoutes(routes, { ...work, show });
  settingsRoutes(routes, { ...work, show });
  return { path: here, label: '管理', roles: rolesFor('codes'), uploads: [uploadPath], routes };
}

/** People of a unit and of those below it, or by name. */
function staffRoutes(routes: Routes, { place: { database }, now, desk }: Work): void {
  routes.get('/', async (c) => {
    const speaker = await desk.speakerOf(c);
    const at = new Date(now());
    const words = (c.req.query('q') ?? '').trim().slice(0, 20);
    const rights = { remove: seesAll(speaker) };
    if (words !== '') {
      const people = await read(database, desk.scope, (db) =>
        staffBindings(db, speaker.id, { name: words }, at),
      );
      return show(c, speaker, { tab: 'staff', title: '找人', body: foundView(words, people, rights) });
    }
    const unit = await desk.unitOf(speaker, c.req.query('unit'));
    const { units, people } = await read(database, desk.scope, async (db) => ({
      units: await unitBindings(db, speaker.id, unit.code, at),
      people: await staffBindings(db, speaker.id, { unit: unit.code }, at),
    }));
    const above = unit.code === speaker.unit ? null : unit.parent;
    return show(c, speaker, {
      tab: 'staff',
      title: unit.short,
      body: staffView({ unit, above, units, people, rights }),
    });
  });
}

function roomRoutes(routes: Routes, { place: { database }, desk }: Work): void {
  routes.get('/rooms', async (c) => {
    const speaker = await desk.speakerOf(c);
    const rooms = await read(database, desk.scope, (db) => roomBindings(db, speaker.id, seesAll(speaker)));
    return show(c, speaker, { tab: 'rooms', title: '群', body: roomsView(rooms) });
  });
}

/** How the channels and their queue stand, and the code to log in by. */
function channelRoutes(routes: Routes, { place: { database }, channels, now, desk }: Work): void {
  routes.get('/channels', async (c) => {
    const speaker = await desk.keeperOf(c);
    const since = new Date(now() - 7 * dayMs);
    const { queue, parked } = await read(database, desk.scope, async (db) => ({
      queue: await outboxState(db, since),
      parked: await parkedMessages(db, since),
    }));
    const states = channels();
    const body = channelsView({ states, queue, parked, now: now() });
    // A login code lives for less than a minute.
    return show(c, speaker, {
      tab: 'channels',
      title: '渠道',
      body: body,
      scripts: ['refresh.js'],
      refreshS: 20,
    });
  });

  routes.get('/login.svg', async (c) => {
    await desk.keeperOf(c);
    const code = channels().find((channel) => channel.login?.qr != null)?.login?.qr;
    if (code == null) throw new HttpFault('notFound');
    c.header('content-type', 'image/svg+xml; charset=utf-8');
    return c.body(await qrPicture(code));
  });
}

/** The security log, for who keeps the whole county. */
function securityRoutes(routes: Routes, { place: { database }, now, desk }: Work): void {
  routes.get('/security', async (c) => {
    const speaker = await desk.keeperOf(c);
    const since = new Date(now() - 30 * dayMs);
    const lines = await read(database, desk.scope, (db) => securityEvents(db, { since, limit: 300 }));
    return show(c, speaker, { tab: 'security', title: '安全', body: securityView(lines) });
  });
}

/** Codes handed out and taken back, people taken off the roster. */
function formRoutes(routes: Routes, { place, now, desk }: Work): void {
  const { database } = place;
  routes.post('/codes', async (c) => {
    const speaker = await desk.speakerOf(c);
    const { people, unit } = await desk.peopleMeant(c, speaker);
    const handed = await handOutCodes(place, speaker.id, people, now());
    const title = unit === undefined ? (people[0]?.name ?? '') : unit;
    return show(c, speaker, {
      tab: 'staff',
      title: `${title}绑定码`,
      body: codeSheet(title, handed),
      scripts: ['admin.js'],
    });
  });

  routes.post('/revoke', async (c) => {
    const speaker = await desk.speakerOf(c);
    const { people } = await desk.peopleMeant(c, speaker);
    const ids = people.map((person) => person.id);
    await write(database, desk.scope, (tx) => voidCodes(tx, speaker.id, ids, new Date(now())));
    return c.redirect(backTo(c), 303);
  });

  routes.post('/remove', async (c) => {
    const speaker = await desk.keeperOf(c);
    const id = staffId.safeParse((await c.req.parseBody())['staff']);
    if (!id.success || id.data === speaker.id) throw new HttpFault('badRequest', '不能移出自己');
    await write(database, desk.scope, (tx) => removeFromRoster(tx, speaker.id, id.data, new Date(now())));
    return c.redirect(backTo(c), 303);
  });
}

interface Shown {
  tab: string;
  title: string;
  body: Html;
  scripts?: string[];
  /** After so many seconds the page brings itself up to date; 0 = never. */
  refreshS?: number;
}

function show(c: Ctx, speaker: Speaker, { tab, title, body, scripts = [], refreshS = 0 }: Shown) {
  return c.html(
    layout({
      title: `${title} · 管理`,
      assetVersion: c.get('assetVersion'),
      styles: ['admin.css', 'admin-files.css'],
      scripts,
      nav: c.get('nav'),
      here,
      body: adminTabs(tab, seesAll(speaker), body, refreshS),
    }),
  );
}

/** The page of this house the form was on; anything else leads to the beginning. */
function backTo(c: Ctx): string {
  const from = c.req.header('referer') ?? '';
  if (!URL.canParse(from)) return here;
  const { pathname, search } = new URL(from);
  return pathname === here ? `${pathname}${search}` : here;
}
