import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { checkQuestionnaire } from '../../conversations/form/check.ts';
import type { Fault } from '../../conversations/form/form-fault.ts';
import {
  clauseCoverage,
  coverageLine,
  coverageTable,
  strengthLine,
} from '../../conversations/self-check/clause-coverage.ts';
import { selfCheckQuestionnaire } from '../../conversations/self-check/questionnaire.ts';
import { specimenHouseholds } from '../../conversations/subjects/specimens.ts';

/** Where the lines go: standard output, or a test's own. */
interface PlanOutput {
  write(text: string): unknown;
}

/**
 * `ruhu plan`: what covers each of the plan's clauses. With `json` one object per clause and line,
 * `{id, level, by, cover}`; else a table, the faults of the questionnaire if it has any, and one line per level.
 * Returns the exit code: 1 when a household clause is open or the questionnaire is faulty.
 */
export function runPlan(out: PlanOutput, options: { json: boolean; campaign: Campaign }): number {
  const { campaign } = options;
  const coverage = clauseCoverage(campaign);
  const open = coverage.some((c) => c.level === 'household' && c.by.length === 0);
  if (options.json) {
    for (const clause of coverage) out.write(`${JSON.stringify(clause)}\n`);
    return open ? 1 : 0;
  }
  const faults = questionnaireFaults(campaign);
  const lines = [
    campaign.plan.title,
    ...coverageTable(campaign, coverage),
    '',
    ...faults.map((f) => `题目有误 ${f.key}：${f.text}`),
    strengthLine(coverage),
    coverageLine('unit', coverage),
    coverageLine('village', coverage),
    coverageLine('household', coverage),
  ];
  out.write(`${lines.join('\n')}\n`);
  return open || faults.length > 0 ? 1 : 0;
}

/** Faults of the household's questions and of the units' self-checks, whose titles may be longer. */
function questionnaireFaults(campaign: Campaign): Fault[] {
  const { isClause } = campaign;
  const { year } = campaign.settings;
  const subjects = specimenHouseholds.map((household) => ({ household, year }));
  const sheets = campaign.areas.flatMap(({ no }) => [
    selfCheckQuestionnaire(campaign, no, 'unit'),
    selfCheckQuestionnaire(campaign, no, 'village'),
  ]);
  return [
    ...checkQuestionnaire(campaign.householdForm, { subjects, isClause }),
    ...sheets.flatMap((sheet) =>
      checkQuestionnaire(sheet, { subjects: [{ year }], isClause, titleLength: 8 }),
    ),
  ];
}
