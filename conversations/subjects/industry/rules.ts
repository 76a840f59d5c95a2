import { textOf } from '../../form/answer.ts';
import { badAnswer, type Facts, type ProblemRule, type RuleFinding, withDetail } from '../problem-rule.ts';

function poorProject({ answers }: Facts): RuleFinding | undefined {
  const say = (sentence: string) => withDetail(sentence, answers, 'projectResult');
  switch (textOf(answers, 'projectResult')) {
    case 'none':
      return { description: say('产业项目没有带来增收'), clause: '8.1' };
    case 'little':
      return { description: say('产业项目收益偏低'), clause: '8.8' };
    case 'idle':
      return { description: say('产业项目没有真正参与进去'), clause: '8.8' };
    default:
      return undefined;
  }
}

/** Area 8: projects, shares, loans. */
export const industryRules: readonly ProblemRule[] = [
  {
    name: 'projectResult',
    category: 'industry',
    clauses: ['8.1', '8.8'],
    from: ['projectResult'],
    find: poorProject,
  },
  badAnswer('projectGuided', false, 'industry', '8.9', '产业项目缺技术指导'),
  badAnswer('projectUnfit', true, 'industry', '8.6', '不具备条件却安排了产业项目'),
  badAnswer('dividendPaid', false, 'industry', '8.10', '入股分红没按约定给'),
  badAnswer('shareContract', 'lapsed', 'industry', '8.11', '入股三方协议到期没有续签'),
  badAnswer('loanRefused', true, 'industry', '8.14', '够条件、想贷款搞生产却没贷到'),
  badAnswer('loanOwnUse', false, 'industry', '8.15', '小额贷款没用在自家生产上'),
  badAnswer('loanOverdue', true, 'industry', '8.16', '小额贷款逾期没还'),
  badAnswer('loanSubsidised', false, 'industry', '8.17', '小额贷款没有贴息'),
];
