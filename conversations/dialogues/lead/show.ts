import { isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { maskNumbers } from '../../language/masking.ts';
import { clockInWords } from '../../leads/clock.ts';
import { isOpen, kindLabels, kindsFor, type Lead, leadStageLabels } from '../../leads/lead.ts';
import { stepRules } from '../../leads/steps.ts';
import { whenInWords } from '../../problems/moves.ts';

/** 线索3【张三·3组】 */
export function leadName(c: Conversation, lead: Lead): string {
  const { headName, group } = lead.household;
  // That a household is one speaks of its income and health: a group hears its number only.
  return c.inRoom
    ? `线索${lead.no}`
    : `线索${lead.no}【${[headName, group].filter((w) => w !== '').join('·')}】`;
}

/** One line of a list: no reasons in a group, since they speak of illness and income. */
export function leadLine(c: Conversation, lead: Lead): string {
  const clock = clockInWords(lead, isoDate(c.at));
  return `${leadName(c, lead)}${c.inRoom ? '，' : ''}${lead.village.name}，${leadStageLabels[lead.stage]}${clock === '' ? '' : `，${clock}`}`;
}

/** The lead in full, and what can be said now by whom. */
export function leadCard(c: Conversation, lead: Lead): string {
  const reasons = c.inRoom ? '原因请私聊看' : lead.reasons.map((r) => maskNumbers(r.reason)).join('；');
  const history = lead.history
    .slice(-4)
    .map(
      (e) =>
        `${whenInWords(e.at)} ${e.by?.name ?? '系统'} ${e.kind}${c.inRoom || e.words === '' ? '' : `：${e.words.slice(0, 40)}`}`,
    );
  return [leadLine(c, lead), `疑似原因：${reasons}（只是线索，由人核定）`, ...history, nextStepLine(c, lead)]
    .filter((l) => l !== '')
    .join('\n');
}

/** What the person at this step says; for anybody else whose step it is. */
function nextStepLine(c: Conversation, lead: Lead): string {
  if (!isOpen(lead.stage)) return '';
  const rule = stepRules[lead.stage];
  if (!rule.mayAct(c.speaker, lead)) return `下一步：${rule.verb}，归${rule.whose}。`;
  const hint = {
    flagged: '（看清情况，农户签授权书）',
    checked: '',
    reviewed: '（发公示文给您去贴）',
    published: '',
    township: '',
    county: `（定类别：${kindsFor(lead.household.type)
      .map((k) => kindLabels[k])
      .join('/')}）`,
  }[lead.stage];
  return `下一步：${rule.verb}${hint}\n回 1.${rule.yes} 2.${rule.no}，可以带上说明`;
}
