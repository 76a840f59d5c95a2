import type { Campaign } from '../campaign/campaign.ts';
import { type Cover, coverKindLabels, coverStrengthLabels } from '../campaign/cover.ts';
import type { ClauseLevel } from '../campaign/plan.ts';
import type { ClauseId } from '../form/keys.ts';
import { selfCheckQuestions } from './questionnaire.ts';

/** Something that looks into clauses: a question or a rule, by its name. */
interface Coverer {
  name: string;
  clauses: readonly ClauseId[];
}

interface ClauseCoverage {
  id: ClauseId;
  level: ClauseLevel;
  /** Names of questions and rules; empty = nothing looks into it yet. */
  by: string[];
  /** How it is looked into, how strong that is, and why. */
  cover: Cover;
}

/** Everything that covers clauses: the visit's questions and rules, and the units' self-checks. */
function coverersOf(campaign: Campaign): readonly Coverer[] {
  return [
    ...askedInVisits(campaign).map((q) => ({ name: q.key, clauses: q.clauses })),
    ...campaign.satisfaction.questions.map((q) => ({ name: `spotCheck:${q.key}`, clauses: q.clauses })),
    ...campaign.problemRules,
    ...campaign.leadRules.map((r) => ({ name: `lead:${r.key}`, clauses: [r.clause] })),
    ...selfCheckQuestions(campaign).map((q) => ({ name: `selfCheck:${q.key}`, clauses: q.clauses })),
  ];
}

/** The questions of a visit that it asks itself. */
function askedInVisits({ householdForm, satisfaction }: Campaign) {
  const others = new Set(satisfaction.questions.map((q) => q.key));
  return householdForm.questions.filter((q) => !others.has(q.key));
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
    cover: campaign.coverNotes[id] ?? coverOf(campaign, id),
  }));
}

/** What follows from the questions, rules and self-check items of a clause. */
function coverOf(campaign: Campaign, id: ClauseId): Cover {
  const cites = (c: { clauses: readonly ClauseId[] }) => c.clauses.includes(id);
  const asked = askedInVisits(campaign).some(cites);
  const judged = campaign.problemRules.some(cites) || campaign.leadRules.some((r) => r.clause === id);
  if (asked && judged) return { kind: 'asked', strength: 'strong', why: '逐户问，答案由规则判定' };
  if (judged) return { kind: 'computed', strength: 'strong', why: '由入户答案和名册推出' };
  if (asked) return { kind: 'asked', strength: 'fair', why: '逐户问，没有判定规则' };
  const item = campaign.checkItems.find((i) => i.clause === id);
  if (item === undefined) return { kind: 'outside', strength: 'weak', why: '没有题目和规则' };
  if (item.computed !== undefined)
    return { kind: 'computed', strength: 'strong', why: '单位自填，排查数据不符的直接列为问题' };
  if (item.is !== 'judged') return { kind: 'declared', strength: 'fair', why: '单位填数，程序比较' };
  return item.shows === undefined
    ? { kind: 'declared', strength: 'weak', why: '单位自填是否和依据，没有数据可对' }
    : { kind: 'declared', strength: 'fair', why: '单位自填，题旁有排查数据可对' };
}

/** 强 54、中 40、弱 37: how many clauses are covered how well. */
export function strengthLine(coverage: readonly ClauseCoverage[]): string {
  const count = (strength: Cover['strength']) =>
    `${coverStrengthLabels[strength]}${coverage.filter((c) => c.cover.strength === strength).length}`;
  const kinds = (Object.keys(coverKindLabels) as Cover['kind'][]).map(
    (kind) => `${coverKindLabels[kind]}${coverage.filter((c) => c.cover.kind === kind).length}`,
  );
  return `覆盖强度：${count('strong')}、${count('fair')}、${count('weak')}；方式：${kinds.join('、')}`;
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
  return coverage.flatMap(({ id, level, by, cover }) => {
    const own = areaOf(id);
    const heading =
      own !== undefined && own.no !== area ? [`\n${own.no} ${own.title}（${own.lead.join('、')}）`] : [];
    area = own?.no ?? area;
    const gist = own?.checks.find((c) => c.id === id)?.gist ?? '';
    return [
      ...heading,
      `  ${id.padEnd(6)}${levelNames[level]}  ${gist}`,
      `          【${coverStrengthLabels[cover.strength]}·${coverKindLabels[cover.kind]}】${cover.why}`,
      `          ${by.length === 0 ? '—' : by.join(' ')}`,
    ];
  });
}
