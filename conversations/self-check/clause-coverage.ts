import type { Campaign } from '../campaign/campaign.ts';
import type { ClauseLevel } from '../campaign/plan.ts';
import type { ClauseId } from '../form/keys.ts';
import { selfCheckQuestions } from './questionnaire.ts';

/** Something that looks into clauses: a question or a rule, by its name. */
export interface Coverer {
  name: string;
  clauses: readonly ClauseId[];
}

export interface ClauseCoverage {
  id: ClauseId;
  level: ClauseLevel;
  /** Names of questions and rules; empty = nothing looks into it yet. */
  by: string[];
}

/** Everything that covers clauses: the visit's questions and rules, and the units' self-checks. */
function coverersOf(campaign: Campaign): readonly Coverer[] {
  return [
    ...campaign.householdForm.questions.map((q) => ({ name: q.key, clauses: q.clauses })),
    ...campaign.problemRules,
    ...campaign.leadRules.map((r) => ({ name: `lead:${r.key}`, clauses: [r.clause] })),
    ...selfCheckQuestions(campaign).map((q) => ({ name: `selfCheck:${q.key}`, clauses: q.clauses })),
  ];
}

/** For each of the plan's clauses what covers it, in the plan's order. */
export function clauseCoverage(
  campaign: Campaign,
  all: readonly Coverer[] = coverersOf(campaign),
): ClauseCoverage[] {
  return campaign.clauses.map(({ id, level }) => ({
    id,
    level,
    by: [...new Set(all.filter((c) => c.clauses.includes(id)).map((c) => c.name))],
  }));
}

const levelNames: Readonly<Record<ClauseLevel, string>> = {
  household: '户级',
  village: '村级',
  unit: '单位',
};

/** 户级条目 53/53 已覆盖 */
export function coverageLine(level: ClauseLevel, coverage: readonly ClauseCoverage[]): string {
  const own = coverage.filter((c) => c.level === level);
  return `${levelNames[level]}条目 ${own.filter((c) => c.by.length > 0).length}/${own.length} 已覆盖`;
}

/** The coverage as lines to read: areas with their clauses, what each says and what covers it. */
export function coverageTable(
  { areaOf }: Pick<Campaign, 'areaOf'>,
  coverage: readonly ClauseCoverage[],
): string[] {
  let area = 0;
  return coverage.flatMap(({ id, level, by }) => {
    const own = areaOf(id);
    const heading =
      own !== undefined && own.no !== area ? [`\n${own.no} ${own.title}（${own.lead.join('、')}）`] : [];
    area = own?.no ?? area;
    const gist = own?.checks.find((c) => c.id === id)?.gist ?? '';
    return [
      ...heading,
      `  ${id.padEnd(6)}${levelNames[level]}  ${gist}`,
      `          ${by.length === 0 ? '—' : by.join(' ')}`,
    ];
  });
}
