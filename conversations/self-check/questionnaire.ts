import type { Campaign } from '../campaign/campaign.ts';
import type { CheckItem } from '../campaign/check-item.ts';
import { numberOf } from '../form/answer.ts';
import type { Question, Questionnaire } from '../form/question.ts';
import { type CheckLevel, itemsOf } from './items.ts';

/** Last year's figure of a compared clause is a question of its own. */
export function lastYearKey(clause: string): string {
  return `${clause}-`;
}

/** 4.1- → 4.1: the clause a question belongs to. */
export function clauseOfKey(key: string): string {
  return key.replace(/-$/u, '');
}

/** Depends on nothing but the answers. */
type CheckQuestion = Question<unknown>;

/** The form of an area for one level of units. */
export type CheckForm = Questionnaire<unknown>;

function questionsOf(item: CheckItem): CheckQuestion[] {
  const base = { clauses: [item.clause], title: item.title, ask: item.ask };
  switch (item.is) {
    case 'judged':
      return [{ ...base, key: item.clause, kind: 'yesNo', trueIsGood: item.good }];
    case 'share':
      return [{ ...base, key: item.clause, kind: 'count', min: 0, max: 100, measure: '%' }];
    case 'compared': {
      const before = { ...base, key: lastYearKey(item.clause), title: `去年${item.title}`, ask: item.before };
      const figure =
        item.of === 'money'
          ? ({ kind: 'money', period: 'year' } as const)
          : ({ kind: 'count', min: 0, max: item.max, measure: item.measure } as const);
      return [
        { ...base, key: item.clause, ...figure },
        {
          ...before,
          ...figure,
          when: (answers) => numberOf(answers, item.clause) !== undefined,
        },
      ];
    }
  }
}

/** An answer for a clause that has nothing to do with the unit: no relocation site, no solar plant. */
export const notConcerned = { is: 'known', v: '不涉及' } as const;

const sheetsOf = new WeakMap<Campaign, Map<string, CheckForm>>();

/** The questions of an area for units of a level; empty where the area is covered by the household visits. */
export function selfCheckQuestionnaire(campaign: Campaign, area: number, level: CheckLevel): CheckForm {
  const id = `selfCheck.${area}.${level}`;
  const sheets = sheetsOf.get(campaign) ?? new Map<string, CheckForm>();
  sheetsOf.set(campaign, sheets);
  const found = sheets.get(id);
  if (found !== undefined) return found;
  const made: CheckForm = { id, version: 1, questions: itemsOf(campaign, area, level).flatMap(questionsOf) };
  sheets.set(id, made);
  return made;
}

/** All questions of the self-checks, for the coverage of the plan's clauses. */
export function selfCheckQuestions({ checkItems }: Pick<Campaign, 'checkItems'>): readonly CheckQuestion[] {
  return checkItems.flatMap(questionsOf);
}
