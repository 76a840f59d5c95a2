import { sayMoment } from '../../calendar/workdays.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { inquiryLabel } from '../../inquiry/tell.ts';
import { definitions } from '../../progress/definitions.ts';
import { contactOf } from './contact.ts';
import { lastInquiry } from './resolve.ts';

/** 这数咋跟早上报的不一样: when the figures were counted, which one was told last, and by which definition. */
export function mismatchSaid(c: Conversation, said: InquirySaid): string {
  const last = c.chat.last?.query === 'inquiry' ? lastInquiry(c) : undefined;
  const told =
    last === undefined ? '' : `刚才说的是“${inquiryLabel(campaignOf(c.session.settings), last)}”。`;
  const states = [...(last?.where ?? []), ...said.where].flatMap((x) =>
    x.on === 'standing' ? x.values.map(String) : [],
  );
  // How far the work is goes by those visited, whichever of them were told of.
  const progress = last === undefined && c.speaker.unitKind !== 'department';
  const meant = definitions.find(
    ({ key }) => states.includes(key) || (key === 'visited' && (progress || states.includes('remaining'))),
  );
  const by = meant === undefined ? '' : `“${meant.label}”指${meant.means}。`;
  return `${told}我这里的数是现查的，截至今天${sayMoment(c.at).split(' ')[1] ?? ''}；之前报的数之后又有提交、退回或更正，就会不一样。${by}回“进度”看最新的，回“口径”看每个数怎么算；是哪个数对不上，把数发我，如“为什么 12户”。还对不上，${contactOf(c)}。`;
}
