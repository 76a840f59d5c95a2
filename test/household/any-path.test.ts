import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerCells } from '../../conversations/campaign/ledger.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { Household } from '../../conversations/contract/household.ts';
import { isOncePoor } from '../../conversations/contract/household.ts';
import { summaryCard } from '../../conversations/dialogues/visit/summary.ts';
import type { Answer, Answers } from '../../conversations/form/answer.ts';
import type { Question } from '../../conversations/form/question.ts';
import { pruneAnswers } from '../../conversations/form/questionnaire.ts';
import { valuesOf } from '../../conversations/form/walk.ts';
import { monitoringFlags } from '../../conversations/leads/flags.ts';
import { contradictions } from '../../conversations/problems/contradictions.ts';
import { findProblems } from '../../conversations/problems/find.ts';
import { specimenHouseholds } from '../../conversations/subjects/specimens.ts';
import { askAll, settings } from './people.ts';

const anyHousehold = fc.constantFrom(...specimenHouseholds);
/** A stream of picks: which value each question gets, sometimes 不清楚 or skipped for good. */
const anyPicks = fc.infiniteStream(fc.nat(40));

function replyFrom(picks: Iterator<number>): (question: Question) => Answer {
  return (question) => {
    const pick = picks.next().value ?? 0;
    if (pick === 0) return { is: 'unsure' };
    if (pick === 1) return { is: 'skipped', again: true };
    const values = valuesOf(question);
    const v = values[pick % values.length];
    return v === undefined ? { is: 'unsure' } : { is: 'known', v };
  };
}

/** Answers to any questions at all, asked or not, as a hand-made record might hold them. */
const anyAnswers: fc.Arbitrary<Answers> = fc
  .tuple(
    ...xiaoxian2021.householdForm.questions.map((q) =>
      fc.option(fc.constantFrom(...valuesOf(q)).map((v) => [q.key, { is: 'known' as const, v }] as const)),
    ),
  )
  .map((entries) => Object.fromEntries(entries.filter((e) => e !== null)));

/** 脱贫不稳定户 are 脱贫户 as well as 监测对象. */
function kindsOf(of: Household): string[] {
  return [
    'all',
    of.type,
    ...(isOncePoor(of) ? ['povertyAlleviated'] : []),
    ...(of.tags.includes('relocated') ? ['relocated'] : []),
  ];
}

const named = new Set(xiaoxian2021.departments.map((d) => d.name));

describe('whatever a household is and says', () => {
  it('the questions come to an end and each has words', () => {
    fc.assert(
      fc.property(anyHousehold, anyPicks, (of, picks) => {
        const { asked } = askAll(of, replyFrom(picks));
        expect(new Set(asked.map((q) => q.key)).size).toBe(asked.length);
        for (const question of asked) {
          expect(question.ask.trim()).not.toBe('');
          expect(question.title.trim()).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('every problem cites a clause of the plan and a department of the county, once each', () => {
    fc.assert(
      fc.property(anyHousehold, anyAnswers, (of, answers) => {
        const found = findProblems(answers, of, settings);
        expect(new Set(found.map((f) => f.key)).size).toBe(found.length);
        for (const finding of found) {
          expect(xiaoxian2021.clauseOf(finding.clause)?.level).toBe('household');
          expect(named.has(finding.leadUnit), finding.leadUnit).toBe(true);
          expect(finding.description.trim()).not.toBe('');
          expect(finding.from.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a problem is only found for a kind of household its clause speaks of', () => {
    fc.assert(
      fc.property(anyHousehold, anyAnswers, (of, answers) => {
        const kinds = kindsOf(of);
        for (const { clause } of findProblems(answers, of, settings))
          expect(
            xiaoxian2021.clauseOf(clause)?.appliesTo?.some((kind) => kinds.includes(kind)),
            clause,
          ).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('flags, warnings, card and ledger can be made, and pruning settles', () => {
    fc.assert(
      fc.property(anyHousehold, anyAnswers, fc.boolean(), (of, answers, masked) => {
        const subject = { household: of, year: settings.year };
        const pruned = pruneAnswers(xiaoxian2021.householdForm, answers, subject);
        expect(pruneAnswers(xiaoxian2021.householdForm, pruned, subject)).toEqual(pruned);
        for (const flag of monitoringFlags(answers, of, settings))
          expect(xiaoxian2021.clauseOf(flag.clause)).toBeDefined();
        for (const warning of contradictions(answers, of, settings))
          expect(warning.text).not.toContain('undefined');
        const card = summaryCard({ household: of, answers: pruned, settings, masked });
        expect(card).not.toMatch(/undefined|null|NaN/u);
        expect(Object.keys(ledgerCells(xiaoxian2021, of, { answers: pruned, problemCount: 0 }))).toHaveLength(
          19,
        );
      }),
      { numRuns: 300 },
    );
  });
});
