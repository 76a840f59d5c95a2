import { isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { StaffId } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Inquiry } from '../../inquiry/inquiry.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import type { PaperLevel } from './papers.ts';
import {
  helpersToRemind,
  papersToRemind,
  problemsToRemind,
  type Reminding,
  unitsToRemind,
} from './reminded.ts';
import { lastInquiry, ownPlace } from './resolve.ts';

/** 催他们, 催一遍: nobody is named but those told of. */
const namesNobody = (said: InquirySaid): boolean =>
  said.place === undefined &&
  said.where.length === 0 &&
  said.by === undefined &&
  said.of === undefined &&
  said.unread.length === 0 &&
  (said.units === undefined || said.ideas.has('those')) &&
  !['departments', 'report', 'selfCheck', 'unitSelfCheck', 'submit', 'slow', 'people'].some((idea) =>
    said.ideas.has(idea),
  );

/** Those that the last answer told of, and no others; undefined where somebody is named, or nobody was told of. */
export function* toldLast(c: Conversation, said: InquirySaid): Asking<Reminding | undefined> {
  const { last } = c.chat;
  if (last === undefined || !namesNobody(said)) return undefined;
  const { args } = last;
  if (last.query === 'papers')
    return yield* papersToRemind(
      c,
      args['paper'] === 'selfChecks' ? 'selfChecks' : 'reports',
      args['level'] as PaperLevel | undefined,
    );
  if (last.query === 'breakdown' && args['told'] !== undefined) {
    const told = new Set(args['told'].split(' '));
    const all = yield* unitsToRemind(c, levelled(said, args['by']), ownPlace(c));
    return { ...all, all: all.all.filter((one) => 'unit' in one.to && told.has(one.to.unit)) };
  }
  const asked = last.query === 'inquiry' ? lastInquiry(c) : undefined;
  return asked === undefined ? undefined : yield* ofInquiry(c, said, asked);
}

const levelled = (said: InquirySaid, by: string | undefined): InquirySaid => ({
  ...said,
  by: by === 'village' ? 'village' : 'township',
});

function* ofInquiry(c: Conversation, said: InquirySaid, asked: Inquiry): Asking<Reminding | undefined> {
  const place = asked.place.is === 'unit' ? asked.place : ownPlace(c);
  if (asked.of === 'problems') {
    const departments = asked.by === 'leadUnit' ? new Set([...said.ideas, 'departments']) : said.ideas;
    return yield* problemsToRemind(c, { ...said, where: asked.where, ideas: departments }, place);
  }
  if (asked.of === 'staff') {
    const page = { inquiry: asked, today: isoDate(c.at), offset: 0, limit: mostStaff };
    const told = new Set<StaffId>((yield* ask('inquiryStaff', page)).rows.map(({ id }) => id));
    return among(yield* helpersToRemind(c, place, undefined), told);
  }
  if (asked.of !== 'households') return undefined;
  if (asked.by === 'township' || asked.by === 'village') {
    const { parts } = yield* ask('countInquiry', { inquiry: asked, today: isoDate(c.at) });
    const told = new Set(parts.filter(({ n }) => n > 0).map(({ key }) => key));
    const all = yield* unitsToRemind(c, levelled(said, asked.by), place);
    return { ...all, all: all.all.filter((one) => 'unit' in one.to && told.has(one.to.unit)) };
  }
  const { key: _, ...plain } = asked;
  const inquiry: Inquiry = { ...plain, want: 'count', by: 'helper' };
  const { parts } = yield* ask('countInquiry', { inquiry, today: isoDate(c.at) });
  const told = new Set(parts.filter(({ n }) => n > 0).map(({ key }) => key as StaffId));
  return among(yield* helpersToRemind(c, place, undefined), told);
}

const among = (all: Reminding, told: ReadonlySet<StaffId>): Reminding => ({
  ...all,
  all: all.all.filter((one) => 'staff' in one.to && told.has(one.to.staff)),
});

/** More at once is a broadcast, which a reminder is not. */
const mostStaff = 60;
