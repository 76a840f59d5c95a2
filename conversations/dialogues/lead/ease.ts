import { isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Lead } from '../../leads/lead.ts';
import { stepRules } from '../../leads/step-rules.ts';
import { startEasing } from '../../leads/steps.ts';
import { openAgain } from '../help.ts';
import { photosOf } from '../problem/act.ts';
import { leadName } from './show.ts';

/** What must be in order before the risk can be said to be gone. */
const safeguards = ['education', 'medical', 'housing', 'water'];

/**
 * 风险消除 赵己子 收入稳定了: the removal of the risk begins with somebody's word and goes through a review of its own. A
 * household with an open problem of schooling, care, housing or water isn't there yet.
 */
export function* ease(c: Conversation, lead: Lead, words: string): Asking<void> {
  c.open(undefined);
  const open = (yield* ask('problemsOf', { headName: lead.household.headName, limit: 9 })).filter(
    (p) => p.household?.id === lead.household.id && safeguards.includes(p.category),
  );
  if (open.length > 0)
    return c.say(
      `${leadName(c, lead)}：还有${open.map((p) => `${p.no}号`).join('、')}“三保障”和饮水问题没销号，销号后再提风险消除。`,
    );
  const moved = startEasing(lead, words.slice(0, 300), isoDate(c.at));
  if (moved.is === 'refused') return c.say(moved.why);
  if (moved.is === 'asks') {
    c.open({ is: 'flow', flow: 'lead', step: 'easing', data: { no: String(lead.no), stage: lead.stage } });
    return c.say(`${leadName(c, lead)}：风险怎么消除的？说一句收入和“三保障”情况，要记在案。`);
  }
  c.change({
    do: 'stepLead',
    lead: { id: lead.id, version: lead.version, household: lead.household.id },
    patch: moved.patch,
    event: { kind: '提出风险消除', words: moved.event.words },
    attachments: photosOf(c),
  });
  c.say(
    `${leadName(c, lead)}：提出风险消除已记，待村级民主评议，由${stepRules.easing.whose}办理。${openAgain(c)}`,
  );
}
