import { isoDate } from '../../calendar/days.ts';
import { sayMoment } from '../../calendar/workdays.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { inquiryLabel, measureOf } from '../../inquiry/tell.ts';
import type { AnswerSaid } from './answer-said.ts';
import { rememberInquiry, resolved } from './resolve.ts';

/** A number that somebody believes, with what it is a number of: 特困户我印象是6户，对不对. Undefined where none is put to the test. */
function claimOf(said: InquirySaid): { n: number; counts: InquirySaid } | undefined {
  const { these: n, each: _, ...rest } = said;
  if (n === undefined || !said.ideas.has('right') || said.where.length === 0) return undefined;
  if (said.unread.length + said.stranded.length > 0 || said.by !== undefined || said.units !== undefined)
    return undefined;
  return { n, counts: { ...rest, want: 'count', asks: true } };
}

/** Holds a number against the one counted now, and says when it was counted and by what. */
export function* claimed(c: Conversation, said: InquirySaid): Asking<AnswerSaid | undefined> {
  const claim = claimOf(said);
  if (claim === undefined) return undefined;
  const asked = yield* resolved(c, claim.counts);
  if (asked === undefined) return { text: '' };
  const counted = yield* ask('countInquiry', { inquiry: asked, today: isoDate(c.at) });
  rememberInquiry(c, asked, 0);
  const n = asked.of === 'persons' ? (counted.sum ?? 0) : counted.n;
  const unit = measureOf(asked);
  const held =
    n === claim.n
      ? '跟您说的一样'
      : `您说的是${claim.n}${unit}，这里${n > claim.n ? '多' : '少'}${Math.abs(n - claim.n)}${unit}`;
  const rows = n === 0 ? '' : '回“哪些”看是哪些。';
  return {
    text: `${inquiryLabel(campaignOf(c.session.settings), asked)}：${n}${unit}，${held}（今天${sayMoment(c.at).split(' ')[1] ?? ''}现查的）。${rows}`,
  };
}
