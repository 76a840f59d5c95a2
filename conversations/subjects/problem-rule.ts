import type { ProblemCategory } from '../contract/finding.ts';
import type { Household } from '../contract/household.ts';
import type { CampaignSettings } from '../contract/session.ts';
import { type Answers, known } from '../form/answer.ts';
import type { ClauseId, QuestionKey } from '../form/keys.ts';
import { whoWords } from '../form/show-answer.ts';
import { maskNumbers } from '../language/masking.ts';

/** What a rule may look at. The answers hold only those of questions that apply. */
export interface Facts {
  answers: Answers;
  household: Household;
  settings: CampaignSettings;
}

/** Whose business a matter is; every campaign says which department of its county that is. */
export type Office =
  | 'coordinator'
  | 'health'
  | 'insurance'
  | 'civilAffairs'
  | 'transport'
  | 'water'
  | 'education'
  | 'agriculture'
  | 'energy';

/** What a rule found: a sentence, and where the case decides it, its clause or who leads. */
export interface RuleFinding {
  description: string;
  clause?: ClauseId;
  lead?: Office;
}

/** One way a household's answers can be a problem. A rule finds at most one; its name is the finding's key. */
export interface ProblemRule {
  name: string;
  category: ProblemCategory;
  /** The clauses it checks; a finding cites the first that the campaign has unless it says otherwise. */
  clauses: readonly [ClauseId, ...ClauseId[]];
  /** Questions it rests on. */
  from: readonly [QuestionKey, ...QuestionKey[]];
  /** Who leads where the clause's own lead doesn't fit the topic. */
  lead?: Office;
  /** What the county has to fill in before it can find anything. */
  needs?: 'incomeGrowth' | 'subsistenceLine';
  find: (facts: Facts) => RuleFinding | undefined;
}

/** A question one of whose answers is a problem by itself; the finding has the question's key. */
export function badAnswer(
  key: QuestionKey,
  bad: boolean | string,
  category: ProblemCategory,
  clause: ClauseId,
  sentence: string,
): ProblemRule {
  return {
    name: key,
    category,
    clauses: [clause],
    from: [key],
    find: ({ answers }) =>
      known(answers, key) === bad ? { description: withDetail(sentence, answers, key) } : undefined,
  };
}

/** Adds who is meant and the words kept beside the answer: 有人未参保（老太太，在外地）. */
export function withDetail(sentence: string, answers: Answers, ...keys: readonly QuestionKey[]): string {
  const details = keys.flatMap((key) => {
    const answer = answers[key];
    if (answer === undefined || answer.is === 'skipped') return [];
    return [answer.is === 'known' ? whoWords(answer) : undefined, answer.note];
  });
  const said = [...new Set(details.filter((d): d is string => d !== undefined && d.trim() !== ''))];
  return said.length === 0 ? sentence : `${sentence}（${maskNumbers(said.join('，')).slice(0, 80)}）`;
}

/** 脱贫户 or 监测对象. */
export function isSpecial({ household }: Facts): boolean {
  return household.type !== 'general';
}
