import type { Campaign } from '../campaign/campaign.ts';
import type { ProblemRule } from '../subjects/problem-rule.ts';
import type { Condition, Inquiry } from './inquiry.ts';
import { conditionLabel } from './tell.ts';

/** Names of the findings that rest on a bad answer to a question: what a department sees of it. */
function rulesOn(campaign: Campaign, condition: Extract<Condition, { on: 'answer' }>): string[] {
  return campaign.problemRules.filter((rule) => rule.from[0] === condition.key).map((rule) => rule.name);
}

/** Names of the findings whose description tells such an answer: 饮水安全有问题：水质. */
function rulesBeside(campaign: Campaign, { key }: Extract<Condition, { on: 'answer' }>): string[] {
  return campaign.problemRules.filter((rule) => rule.from.slice(1).includes(key)).map((rule) => rule.name);
}

/**
 * The same inquiry over the problem ledger, for who sees no answers: 没参保的户 as the problems that rest on it.
 * Undefined where an answer is asked for that is no problem, or a number, or the register.
 */
export function findingsFor(campaign: Campaign, asked: Inquiry): Inquiry | undefined {
  const where: Condition[] = [];
  for (const condition of asked.where) {
    if (condition.on === 'answer' && condition.not !== true) {
      const names = rulesOn(campaign, condition);
      const beside = names.length > 0 ? [] : rulesBeside(campaign, condition);
      if (names.length + beside.length === 0) return undefined;
      where.push({
        on: 'finding',
        values: [...names, ...beside],
        label: conditionLabel(campaign, condition),
        ...(beside.length === 0 ? {} : { says: condition.values.map(String) }),
      });
    } else if (condition.on === 'type' || condition.on === 'tag' || condition.on === 'group')
      where.push(condition);
    else if (condition.on === 'standing' && condition.values.every((v) => v === 'withProblems')) continue;
    else return undefined;
  }
  if (where.length === 0 || asked.by === 'answer' || asked.key !== undefined) return undefined;
  return { ...asked, of: 'problems', where };
}

/** Departments that lead the problems of the categories an inquiry names; none where it names none. */
export function leadsOfCategories(campaign: Campaign, asked: Inquiry): string[] {
  const named = asked.where.flatMap((c) => (c.on === 'category' && c.not !== true ? c.values : []));
  const rules = campaign.problemRules.filter((rule) => named.includes(rule.category));
  return [...new Set(rules.flatMap((rule) => leadsOfRule(campaign, rule)))];
}

const leadsOfRule = (campaign: Campaign, rule: ProblemRule): readonly string[] =>
  rule.lead === undefined ? campaign.leadUnitsOf(rule.clauses[0]) : [campaign.officeName(rule.lead)];

/** Departments that lead what an inquiry's answers lead to; none where they lead to no finding. */
export function leadsOfFindings(campaign: Campaign, asked: Inquiry): string[] {
  const rules = asked.where.flatMap((c) =>
    c.on === 'answer' ? campaign.problemRules.filter((r) => r.from.includes(c.key)) : [],
  );
  return [...new Set(rules.flatMap((rule) => leadsOfRule(campaign, rule)))];
}
