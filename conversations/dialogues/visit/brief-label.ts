import { ledgerOutcomes } from '../../campaign/outcomes.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { HouseholdBrief } from '../../contract/needs.ts';
import { maskName } from '../../language/masking.ts';

/** 张三（龙湖社区3组，已排查): enough to tell namesakes apart. */
export function briefLabel(c: Conversation, h: HouseholdBrief): string {
  const name = c.inRoom ? maskName(h.headName) : h.headName;
  return `${name}（${h.villageName}${h.group}${stateOf(h)}）`;
}

/** Labels of a list, with the register's number where two are alike (in private: a group shows no numbers of anybody). */
export function toldApart(
  c: Conversation,
  found: readonly HouseholdBrief[],
  label: (h: HouseholdBrief) => string = (h) => briefLabel(c, h),
): string[] {
  const labels = found.map(label);
  return labels.map((one, i) => {
    const alike = labels.filter((other) => other === one).length > 1;
    return alike && !c.inRoom ? `${one.replace(/）$/u, '')}，户编号${found[i]?.code ?? ''}）` : one;
  });
}

function stateOf({ status, outcome }: HouseholdBrief): string {
  if (status === null) return '';
  if (status === 'returned') return '，被退回';
  if (outcome !== null && outcome !== 'answered') return `，${ledgerOutcomes[outcome].label}`;
  return status === 'draft' ? '，没答完' : '，已排查';
}
