import { isOncePoor } from '../contract/household.ts';
import { type Answers, isFalse, isTrue, known } from '../form/answer.ts';
import type { HouseholdSubject } from './subject.ts';

/** A condition under which a question is asked. */
export type When = (answers: Answers, subject: HouseholdSubject) => boolean;

/** 脱贫户 or 监测对象: the household is asked the extended questions. */
export const special: When = (_, { household }) => household !== undefined && household.type !== 'general';

export const povertyAlleviated: When = (_, { household }) => household?.type === 'povertyAlleviated';

/** Out of poverty once: a 脱贫不稳定户 is a 脱贫户 whose footing is unsure. */
export const oncePoor: When = (_, { household }) => household !== undefined && isOncePoor(household);

export const monitored: When = (_, { household }) => household?.type === 'monitored';

export const relocated: When = (_, { household }) => household?.tags.includes('relocated') === true;

/** Asked only where the other question was answered 是. */
export function yes(key: string): When {
  return (answers) => isTrue(answers, key);
}

/** Asked only where the other question was answered 否. */
export function no(key: string): When {
  return (answers) => isFalse(answers, key);
}

/** A multiple choice holds this value. */
export function picked(key: string, value: string): When {
  return (answers) => {
    const v = known(answers, key);
    return Array.isArray(v) ? v.includes(value) : v === value;
  };
}

/** Asked only where every condition holds. */
export function all(...conditions: readonly When[]): When {
  return (answers, subject) => conditions.every((c) => c(answers, subject));
}

/** Asked where at least one condition holds. */
export function any(...conditions: readonly When[]): When {
  return (answers, subject) => conditions.some((c) => c(answers, subject));
}

/** The question was answered already, although nobody asked it. */
export function said(key: string): When {
  return (answers) => answers[key] !== undefined;
}

/** The question has no value yet: not asked, 不清楚 or skipped. */
export function open(key: string): When {
  return (answers) => known(answers, key) === undefined;
}

/**
 * `key` depends on what is said about `parent`. People say things in any order, so an answer that came before
 * the parent's is kept until the parent is answered. `parentMay` says whether the parent can still be asked.
 */
export function follows(key: string, parent: string, condition: When, parentMay: When = () => true): When {
  return any(condition, all(said(key), open(parent), parentMay));
}
