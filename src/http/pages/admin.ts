import { type Context, Hono } from 'hono';
import { allows, rolesFor } from '../../../conversations/access/policy.ts';
import { wholeCounty } from '../../../conversations/access/scope.ts';
import { staffId, unitCode } from '../../../conversations/engine/ids.ts';
import type { Speaker } from '../../../conversations/engine/session.ts';
import { personToBind, type Unbound, unboundStaff, voidCodes } from '../../../db/codes.ts';
import { outboxState } from '../../../db/outbox-intake.ts';
import { parkedMessages } from '../../../db/outbox-report.ts';
import { removeFromRoster, roomBindings, staffBindings, unitBindings } from '../../../db/roster.ts';
import { findSpeaker } from '../../../db/staff.ts';
import { read, write } from '../../../db/transaction.ts';
import { type Unit, unitByCode } from '../../../db/units.ts';
import { handOutCodes } from '../../services/hand-out-codes.ts';
import type { Workplace } from '../../workplace.ts';
import { HttpProblem } from '../problem-response.ts';
import { type ChannelState, channelsView, qrPicture } from './admin-channels.ts';
import { codeSheet } from './admin-codes.ts';
import { adminTabs, foundView, roomsView, staffView } from './admin-views.ts';
import { type Html, layout } from './layout.ts';
import type { Page, PageVariables } from './page.ts';

export interface AdminOptions {
  place: Pick<Workplace, 'database' | 'county' | 'outside'>;
  /** The channels beside the page, as they are now. */
  channels: () => readonly ChannelState[];
  now?: () => number;
}

type Ctx = Context<PageVariables>;

const dayMs = 86_400_000;
/** So many codes fit one request; a township has fewer people. */
const mostCodes = 600;
const here = '/admin';

/** 管理: who is bound, codes to print, groups, channels. Everybody within his own subtree. */
export function adminPage({ place, channels, now = Date.now }: AdminOptions): Page {
  const routes = new Hono<PageVariables>();
  const { database, county } = place;
  const everything = wholeCounty(county);

  const speakerOf = async (c: Ctx): Promise<Speaker> => {
    const speaker = await read(database, everything, (db) =>
      findSpeaker(db, { id: c.get('visitor').staffId }),
    );
    if (speaker === null) throw new HttpProblem('notSignedIn');
    return speaker;
  };
  const unitOf = async (speaker: Speaker, asked: string | undefined): Promise<Unit> => {
    const code = unitCode.safeParse(asked ?? speaker.unit);
    const unit = code.success ? await read(database, everything, (db) => unitByCode(db, code.data)) : null;
    if (unit === null) throw new HttpProblem('notFound');
    const township = unit.kind === 'village' ? unit.parent : null;
    const target = { unit: unit.code, kind: unit.kind, ...(township === null ? {} : { township }) };
    if (!allows(speaker, 'codes', target)) throw new HttpProblem('forbidden', '这个单位不在您的范围里');
    return unit;
  };
  const show = (
    c: Ctx,
    speaker: Speaker,
    tab: string,
    title: string,
    body: Html,
    extra: string[] = [],
    refreshS = 0,
  ) =>
    c.html(
      layout({
        title: `${title} · 管理`,
        assetVersion: c.get('assetVersion'),
        styles: ['admin.css'],
        scripts: extra,
        nav: c.get('nav'),
        here,
        body: adminTabs(tab, seesAll(speaker), body, refreshS),
      }),
    );

  routes.get('/', async (c) => {
    const speaker = await speakerOf(c);
    const at = new Date(now());
    const words = (c.req.query('q') ?? '').trim().slice(0, 20);
    const rights = { remove: seesAll(speaker) };
    if (words !== '') {
      const people = await read(database, everything, (db) =>
        staffBindings(db, speaker.id, { name: words }, at),
      );
      return show(c, speaker, 'staff', '找人', foundView(words, people, rights));
    }
    const unit = await unitOf(speaker, c.req.query('unit'));
    const { units, people } = await read(database, everything, async (db) => ({
      units: await unitBindings(db, speaker.id, unit.code, at),
      people: await staffBindings(db, speaker.id, { unit: unit.code }, at),
    }));
    const above = unit.code === speaker.unit ? null : unit.parent;
    return show(c, speaker, 'staff', unit.short, staffView({ unit, above, units, people, rights }));
  });

  routes.get('/rooms', async (c) => {
    const speaker = await speakerOf(c);
    const rooms = await read(database, everything, (db) => roomBindings(db, speaker.id, seesAll(speaker)));
    return show(c, speaker, 'rooms', '群', roomsView(rooms));
  });

  routes.get('/channels', async (c) => {
    const speaker = await onlyWhole(speakerOf(c));
    const since = new Date(now() - 7 * dayMs);
    const { queue, parked } = await read(database, everything, async (db) => ({
      queue: await outboxState(db, since),
      parked: await parkedMessages(db, since),
    }));
    const states = channels();
    const body = channelsView({ states, queue, parked, now: now() });
    // A login code lives for less than a minute.
    return show(c, speaker, 'channels', '渠道', body, ['refresh.js'], 20);
  });

  routes.get('/login.svg', async (c) => {
    await onlyWhole(speakerOf(c));
    const code = channels().find((channel) => channel.login?.qr != null)?.login?.qr;
    if (code == null) throw new HttpProblem('notFound');
    c.header('content-type', 'image/svg+xml; charset=utf-8');
    return c.body(await qrPicture(code));
  });

  /** The people a form is about: one by id, or all of a unit who aren't bound. */
  const meant = async (
    c: Ctx,
    speaker: Speaker,
  ): Promise<{ people: Unbound[]; unit: string | undefined }> => {
    const { staff, unit: asked } = await c.req.parseBody();
    const id = staffId.safeParse(staff);
    if (id.success) {
      const person = await read(database, everything, (db) => personToBind(db, speaker.id, id.data));
      if (person === null) throw new HttpProblem('forbidden', '这个人不在您的范围里');
      return { people: [person], unit: undefined };
    }
    if (typeof asked !== 'string') throw new HttpProblem('badRequest');
    const unit = await unitOf(speaker, asked);
    if (unit.kind === 'county') throw new HttpProblem('badRequest', '全县人太多，请一个乡镇一个乡镇地发');
    const people = await read(database, everything, (db) =>
      unboundStaff(db, speaker.id, unit.code, mostCodes),
    );
    return { people, unit: unit.short };
  };

  routes.post('/codes', async (c) => {
    const speaker = await speakerOf(c);
    const { people, unit } = await meant(c, speaker);
    const handed = await handOutCodes(place, speaker.id, people, now());
    const title = unit === undefined ? (people[0]?.name ?? '') : unit;
    return show(c, speaker, 'staff', `${title}绑定码`, codeSheet(title, handed), ['admin.js']);
  });

  routes.post('/revoke', async (c) => {
    const speaker = await speakerOf(c);
    const { people } = await meant(c, speaker);
    const ids = people.map((person) => person.id);
    await write(database, everything, (tx) => voidCodes(tx, speaker.id, ids, new Date(now())));
    return c.redirect(backTo(c), 303);
  });

  routes.post('/remove', async (c) => {
    const speaker = await onlyWhole(speakerOf(c));
    const id = staffId.safeParse((await c.req.parseBody())['staff']);
    if (!id.success || id.data === speaker.id) throw new HttpProblem('badRequest', '不能移出自己');
    await write(database, everything, (tx) => removeFromRoster(tx, speaker.id, id.data, new Date(now())));
    return c.redirect(backTo(c), 303);
  });

  return { path: here, label: '管理', roles: rolesFor('codes'), routes };
}

/** Who keeps the roster of the whole county sees channels and groups that belong to nobody yet. */
function seesAll(speaker: Speaker): boolean {
  return speaker.unitKind === 'county' && allows(speaker, 'roster', { unit: speaker.unit, kind: 'county' });
}

async function onlyWhole(asking: Promise<Speaker>): Promise<Speaker> {
  const speaker = await asking;
  if (!seesAll(speaker)) throw new HttpProblem('forbidden', '这一页由县专班和管理员看');
  return speaker;
}

/** The page of this house the form was on; anything else leads to the beginning. */
function backTo(c: Ctx): string {
  const from = c.req.header('referer') ?? '';
  if (!URL.canParse(from)) return here;
  const { pathname, search } = new URL(from);
  return pathname === here ? `${pathname}${search}` : here;
}
