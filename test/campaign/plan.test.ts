import { describe, expect, it } from 'vitest';
import { addDays } from '../../conversations/calendar/days.ts';
import { dueDate } from '../../conversations/campaign/deadlines.ts';
import { departmentCode } from '../../conversations/campaign/departments.ts';
import { newSettings } from '../../conversations/campaigns/all.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { ProblemCategory } from '../../conversations/contract/finding.ts';
import { campaignSettings } from '../../conversations/contract/session.ts';
import { clauseCoverage, coverageLine } from '../../conversations/self-check/clause-coverage.ts';
import { specimenHouseholds } from '../../conversations/subjects/specimens.ts';
import { runPlan } from '../../src/cli/plan.ts';
import { askAll, goodNews, settings } from '../household/people.ts';

const { areaOf, areas, clauses, householdClauses, ledgerColumns } = xiaoxian2021;
const { departments, leadDepartments, leadUnitsOf, deadlineDays } = xiaoxian2021;

describe('the plan as data', () => {
  it('has 14 areas, 131 clauses, 53 of them for households, and 19 columns', () => {
    expect([areas.length, clauses.length, householdClauses.length, ledgerColumns.length]).toEqual([
      14, 131, 53, 19,
    ]);
  });

  it('every clause has a lead among the departments', () => {
    const names = new Set(departments.map((d) => d.name));
    for (const { id } of clauses) {
      const leads = leadUnitsOf(id);
      expect(leads.length, id).toBeGreaterThan(0);
      for (const lead of leads) expect(names.has(lead), `${id} ${lead}`).toBe(true);
    }
  });

  it('the lead of a clause belongs to its area where the area names departments', () => {
    for (const area of areas) {
      if (area.lead.includes('各重点工程牵头部门')) continue;
      for (const { id } of area.checks)
        for (const lead of leadUnitsOf(id)) expect(area.lead, `${id} ${lead}`).toContain(lead);
    }
  });

  it('insurance belongs to the insurance bureau and water to the water bureau', () => {
    expect(leadUnitsOf('5.6')).toEqual(['县医保局']);
    expect(leadUnitsOf('5.13')).toEqual(['县水利局']);
    expect(areaOf('5.6')?.title).toBe('三保障和饮水安全');
  });

  it('departments are named once, whether the plan writes 医保局 or 县医保局', () => {
    expect(departments.filter((d) => d.name.includes('医保局'))).toEqual([
      { code: departmentCode('县医保局'), name: '县医保局' },
    ]);
    expect(departments.map((d) => d.name)).not.toContain('各乡镇');
    expect(leadDepartments.map((d) => d.name)).toContain('县发改委');
  });
});

describe('the campaign', () => {
  it('takes its dates from the plan and shows year and source of the income line', () => {
    const campaign = newSettings(xiaoxian2021, 'real');
    expect(campaignSettings.parse(campaign)).toEqual(campaign);
    expect(campaign).toMatchObject({ start: '2021-12-09', end: '2021-12-31', reportDeadline: '2021-12-27' });
    expect(campaign.incomeLine).toMatchObject({ yuan: 6000, year: 2021 });
  });

  it('a problem is due after the days of its category, but within the campaign if three days are left', () => {
    const end = '2021-12-31';
    const due = (opened: string, category: ProblemCategory, own = {}) =>
      dueDate(xiaoxian2021, { end, deadlineDays: own }, category, opened);
    expect(due('2021-12-10', 'education')).toBe(addDays('2021-12-10', deadlineDays.education));
    expect(due('2021-12-20', 'housing')).toBe('2021-12-31');
    expect(due('2021-12-30', 'housing')).toBe('2022-01-02');
    expect(due('2021-12-10', 'water', { water: 2 })).toBe('2021-12-12');
  });
});

describe('coverage', () => {
  it('every household clause is covered by a question or a rule', () => {
    const coverage = clauseCoverage(xiaoxian2021);
    expect(coverage.filter((c) => c.level === 'household' && c.by.length === 0)).toEqual([]);
    expect(coverageLine('household', coverage)).toBe('户级条目 53/53 已覆盖');
  });

  it('says of each clause how it is looked into, how strong that is and why', () => {
    const of = (id: string) => clauseCoverage(xiaoxian2021).find((c) => c.id === id)?.cover;
    expect(of('5.4')).toEqual({ kind: 'asked', strength: 'strong', why: '逐户问，答案由规则判定' });
    expect(of('1.4')).toMatchObject({ kind: 'computed', strength: 'strong' });
    expect(of('7.1')).toMatchObject({ kind: 'declared' });
    expect(of('11.1')).toMatchObject({ kind: 'declared', strength: 'fair' });
    expect(of('10.14')).toMatchObject({ kind: 'declared', strength: 'fair' });
    expect(of('9.10')).toMatchObject({ kind: 'outside', strength: 'fair' });
    expect(of('4.1')).toMatchObject({ kind: 'declared', strength: 'fair' });
    for (const { cover } of clauseCoverage(xiaoxian2021)) expect(cover.why.length).toBeGreaterThan(4);
  });

  it('villages and units answer for the other 78 in their self-checks', () => {
    expect(clauseCoverage(xiaoxian2021).filter((c) => c.by.length === 0)).toEqual([]);
  });

  it('each kind of household a clause is for can be asked about it', () => {
    const asked = new Map(specimenHouseholds.map((of) => [of, clausesAsked(of)]));
    for (const clause of householdClauses) {
      const all = clause.appliesTo?.includes('all') === true;
      const kinds = all ? ['general', 'povertyAlleviated', 'monitored'] : (clause.appliesTo ?? []);
      for (const kind of kinds) {
        const able = specimenHouseholds.filter((h) => h.type === kind || h.tags.some((t) => t === kind));
        expect(
          able.some((of) => asked.get(of)?.has(clause.id)),
          `${clause.id} for ${kind}`,
        ).toBe(true);
      }
    }
  });

  it('ruhu plan --json prints one object per clause', () => {
    let written = '';
    const code = runPlan({ write: (text) => (written += text) }, { json: true, campaign: xiaoxian2021 });
    const lines = written
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines).toHaveLength(131);
    expect(lines.find((l) => l.id === '5.6')).toMatchObject({
      id: '5.6',
      level: 'household',
      by: ['allInsured'],
      cover: { kind: 'asked', strength: 'fair' },
    });
  });

  it('ruhu plan closes with the line that counts', () => {
    let written = '';
    expect(runPlan({ write: (text) => (written += text) }, { json: false, campaign: xiaoxian2021 })).toBe(0);
    expect(written.trim().split('\n').at(-1)).toBe('户级条目 53/53 已覆盖');
    expect(written).not.toContain('题目有误');
  });
});

/** Clauses a household is asked about when all is well, and when nearly everything is not. */
function clausesAsked(of: (typeof specimenHouseholds)[number]): Set<string> {
  const troubled = (droppedOut: boolean) =>
    askAll(of, (q) => {
      if (q.key === 'supports')
        return { is: 'known', v: q.kind === 'choices' ? q.choices.slice(0, 5).map((c) => c.value) : [] };
      if (q.kind !== 'yesNo') return goodNews(q);
      return {
        is: 'known',
        v: q.key === 'droppedOut' ? droppedOut : opensMore.has(q.key) ? !q.trueIsGood : true,
      };
    });
  const walks = [askAll(of, goodNews), troubled(true), troubled(false)];
  // What is asked by others: of everybody, reasons of the unsatisfied.
  const unhappy = { satisfiedBasics: no, satisfiedHelp: no, satisfiedLife: no };
  const subject = { household: of, year: settings.year };
  const byOthers = xiaoxian2021.satisfaction.questions.filter((q) => q.when?.(unhappy, subject) !== false);
  return new Set([...walks.flatMap((walk) => walk.asked), ...byOthers].flatMap((q) => q.clauses));
}

/** Questions whose bad answer, or whose 有, opens further clauses. */
const no = { is: 'known', v: false } as const;

const opensMore = new Set(['housingSafe']);
