import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { type Lead, leadStageLabels } from '../../leads/lead.ts';
import { leadLine } from './show.ts';

export const leadsPerPage = 8;

/**
 * 线索: those on their way within the speaker's scope, the most urgent first. That a household is one speaks of its
 * income and health, so a group hears only how many there are.
 */
export function* listLeads(c: Conversation, offset: number): Asking<void> {
  const { leads, total } = yield* ask('openLeads', { limit: leadsPerPage, offset });
  if (leads.length === 0) return c.say(offset === 0 ? '现在没有在办的监测线索。' : '后面没有了。');
  if (c.inRoom)
    return c.say(`在办的监测线索${total}条，最急的${firstStep(leads)}。是哪些户请私聊问我“线索”。`);
  c.remember({ query: 'leads', args: {}, offset: offset + leads.length });
  const rest = total - offset - leads.length;
  const head = offset === 0 ? [`在办的监测线索${total}条${rest > 0 ? '，先列最急的' : ''}：`] : [];
  const more = rest > 0 ? `还有${rest}条，回“更多”；` : '';
  c.say([...head, ...leads.map((l) => leadLine(c, l)), `${more}回“线索 编号”看详情、办下一步。`].join('\n'));
}

function firstStep([first]: readonly Lead[]): string {
  return first === undefined ? '' : leadStageLabels[first.stage];
}
