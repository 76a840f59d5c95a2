import { isFalse, listOf, numberOf } from '../../form/answer.ts';
import { type ContradictionRule, textIf } from '../contradiction-rule.ts';
import { type Facts, type ProblemRule, type RuleFinding, withDetail } from '../problem-rule.ts';

function landIdle({ answers }: Facts): RuleFinding | undefined {
  if (!isFalse(answers, 'springSown')) return undefined;
  const idle = numberOf(answers, 'idleLand');
  const how = idle === undefined ? '' : `，撂荒${idle}亩`;
  return { description: withDetail(`春耕没种全${how}`, answers, 'springSown', 'idleLand') };
}

function needs({ answers }: Facts): RuleFinding | undefined {
  const missing = listOf(answers, 'farmNeeds').filter((need) => need !== '都不缺');
  return missing.length === 0 ? undefined : { description: `春耕缺${missing.join('、')}` };
}

export const farmingRules: readonly ProblemRule[] = [
  {
    name: 'landIdle',
    category: 'industry',
    clauses: ['3.1'],
    from: ['springSown', 'idleLand'],
    lead: 'agriculture',
    find: landIdle,
  },
  { name: 'farmNeeds', category: 'industry', clauses: ['3.2'], from: ['farmNeeds'], find: needs },
];

export const farmingContradictions: readonly ContradictionRule[] = [
  {
    key: 'lacksAndLacksNothing',
    from: ['farmNeeds'],
    find: textIf(({ answers }) => {
      const said = listOf(answers, 'farmNeeds');
      return said.length > 1 && said.includes('都不缺');
    }, '说都不缺，又说缺东西'),
  },
];
