import { dayInWords, isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { maskNumbers } from '../../language/masking.ts';
import { clockInWords } from '../../leads/clock.ts';
import { isOpen, kindLabels, type Lead, leadStageLabels } from '../../leads/lead.ts';
import { type Missing, stepRules } from '../../leads/step-rules.ts';
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
  const record = c.inRoom ? [] : recordLines(lead);
  return [
    leadLine(c, lead),
    `疑似原因：${reasons}（只是线索，由人核定）`,
    ...record,
    ...history,
    nextStepLine(c, lead),
  ]
    .filter((l) => l !== '')
    .join('\n');
}

/** What the person at this step says; for anybody else whose step it is. */
function nextStepLine(c: Conversation, lead: Lead): string {
  if (!isOpen(lead.stage)) return '';
  const rule = stepRules[lead.stage];
  if (!rule.mayAct(c.speaker, lead)) return `下一步：${rule.verb}，由${rule.whose}办理。`;
  const ask = rule.wants.length === 0 ? '' : `（${rule.wants.map((w) => wanted[w]).join('、')}）`;
  const posts = rule.verb === '张榜公示' ? '（发公示文给您去贴）' : ask;
  return `下一步：${rule.verb}${posts}\n回 1.${rule.yes} 2.${rule.no}，可以带上说明`;
}

/** What a step must say beside its yes. */
const wanted: Readonly<Record<Missing, string>> = {
  reason: '原因',
  authorised: '看清情况，农户签申请和授权书',
  compared: '比对了哪几样、结果',
  review: '日期、到会和同意人数',
  kind: '类别',
  minute: '会议纪要号',
  help: '帮扶责任人和措施',
};

/** What the steps so far left behind, for the card. */
function recordLines({ record, kind, source }: Lead): string[] {
  const { review, minute, help } = record;
  return [
    source === 'declared' ? '来源：农户自主申报' : '',
    kind === null ? '' : `类别：${kindLabels[kind]}`,
    record.compared === undefined ? '' : `比对：${maskNumbers(record.compared).slice(0, 40)}`,
    review === undefined
      ? ''
      : `评议：${dayInWords(review.on)}到会${review.attended}人，同意${review.agreed}人`,
    minute === undefined ? '' : `审定：${minute}`,
    help === undefined ? '' : `帮扶：${help.person}，${help.plan.slice(0, 40)}`,
  ].filter((line) => line !== '');
}
