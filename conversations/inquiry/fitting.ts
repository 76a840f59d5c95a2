import type { Question } from '../form/question.ts';
import type { Condition, Of } from './inquiry.ts';
import { ofProblems } from './subject-of.ts';

/** 饮水 is a question of its own before it is a reason among those of another one. `topic`: the questions just named. */
export function awaitsPredicate(
  keys: readonly string[],
  fact: Condition,
  topic: readonly string[] | undefined,
): boolean {
  if (fact.on === 'category') return true;
  if (!('key' in fact) || keys.includes(fact.key)) return false;
  return topic?.includes(fact.key) !== true;
}

/** Which of a word's meanings fits what is asked of: a kind of problem, or an answer of the question just named. */
export function fittingFact(
  facts: readonly Condition[],
  of: Of | undefined,
  topic: readonly string[] | undefined,
): Condition | undefined {
  const category = facts.find((f) => f.on === 'category');
  if (of === 'problems') return category ?? facts.find((f) => ofProblems.has(f.on)) ?? facts[0];
  const others = facts.filter((f) => f.on !== 'category');
  const named = others.find((f) => 'key' in f && topic?.includes(f.key) === true);
  return named ?? others[0];
}

/** 没参保 turns a good answer into the bad one: that is what is looked for. */
export function turnsBad(fact: Condition, questionOf: (key: string) => Question | undefined): boolean {
  if (fact.on !== 'answer') return false;
  const question = questionOf(fact.key);
  return question?.kind === 'yesNo' && fact.values[0] === question.trueIsGood;
}
