import type { Campaign } from '../campaign/campaign.ts';
import type { CheckItem } from '../campaign/check-item.ts';
import { numberOf } from '../form/answer.ts';
import type { Question, Questionnaire } from '../form/question.ts';
import { type CheckLevel, itemsOf, type Respondent } from './items.ts';

/** The second figure of a clause (last year's, the part of the whole) is a question of its own. */
export function secondKey(clause: string): string {
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
    case 'counted':
      return [{ ...base, key: item.clause, ...figureOf(item) }];
    case 'compared':
    case 'part': {
      const second =
        item.is === 'part'
          ? { title: `其中${item.title}`, ask: item.part }
          : { title: `去年${item.title}`, ask: item.before };
      return [
        { ...base, key: item.clause, ...figureOf(item) },
        {
          ...base,
          ...second,
          key: secondKey(item.clause),
          ...figureOf(item),
          // Of nothing there is no part; a figure of nothing still has a year before.
          when: (answers) => (numberOf(answers, item.clause) ?? -1) >= (item.is === 'part' ? 1 : 0),
        },
      ];
    }
  }
}

function figureOf(item: Exclude<CheckItem, { is: 'judged' }>) {
  return item.of === 'money'
    ? ({ kind: 'money', period: 'year' } as const)
    : ({ kind: 'count', min: 0, max: item.max, measure: item.measure } as const);
}

/** An answer for a clause that has nothing to do with the unit: no relocation site, no solar plant. */
export const notConcerned = { is: 'known', v: '不涉及' } as const;

const sheetsOf = new WeakMap<Campaign, Map<string, CheckForm>>();

/**
 * The questions of an area for units of a level; empty where the area is covered by the household visits.
 * With a unit only what it can know.
 */
export function selfCheckQuestionnaire(
  campaign: Campaign,
  area: number,
  level: CheckLevel,
  unit?: Respondent,
): CheckForm {
  const items = itemsOf(campaign, area, level, unit);
  const key = items.map((i) => i.clause).join();
  const sheets = sheetsOf.get(campaign) ?? new Map<string, CheckForm>();
  sheetsOf.set(campaign, sheets);
  const found = sheets.get(key);
  if (found !== undefined) return found;
  const made: CheckForm = {
    id: `selfCheck.${area}.${level}`,
    version: 2,
    questions: items.flatMap(questionsOf),
  };
  sheets.set(key, made);
  return made;
}

/** All questions of the self-checks, for the coverage of the plan's clauses. */
export function selfCheckQuestions({ checkItems }: Pick<Campaign, 'checkItems'>): readonly CheckQuestion[] {
  return checkItems.flatMap(questionsOf);
}
