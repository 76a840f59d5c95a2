import type { Campaign } from '../../campaign/campaign.ts';
import type { HouseholdId } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { known } from '../../form/answer.ts';
import type { Condition } from '../../inquiry/inquiry.ts';
import { answerLabel, conditionLabel, keyLabel } from '../../inquiry/tell.ts';

/** 李秀兰是低保不: whether it holds for one household, in one line; nothing where nothing was asked. */
export function* factOf(campaign: Campaign, id: HouseholdId, where: readonly Condition[]): Asking<string> {
  const [condition] = where;
  if (condition === undefined) return '';
  const opened = yield* ask('openHousehold', { id, questionnaire: campaign.householdForm.id });
  if (opened === null) return '';
  const { household, visit } = opened;
  const name = household.headName;
  if (condition.on === 'tag') {
    const is = condition.values.some((tag) => household.tags.includes(tag));
    return `${name}家：名册上${is ? '是' : '不是'}${conditionLabel(campaign, { on: 'tag', values: condition.values })}。\n`;
  }
  if (condition.on === 'type') {
    const is = condition.values.some((type) => type === household.type || type === household.monitoredKind);
    return `${name}家：名册上${is ? '是' : '不是'}${conditionLabel(campaign, { on: 'type', values: condition.values })}。\n`;
  }
  if (condition.on !== 'answer') return '';
  const value = visit === null ? undefined : known(visit.answers, condition.key);
  if (value === undefined) return `${name}家：${keyLabel(campaign, condition.key)}还没记。\n`;
  const words = (Array.isArray(value) ? value : [value]).map((one) =>
    typeof one === 'number' ? String(one) : answerLabel(campaign, condition.key, one),
  );
  return `${name}家：${words.join('、')}。\n`;
}
