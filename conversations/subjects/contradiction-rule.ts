import type { QuestionKey } from '../form/keys.ts';
import type { Facts } from './problem-rule.ts';

/** Two answers that don't fit each other, the register or common sense. The answers are as they were said, orphans included. */
export interface ContradictionRule {
  key: string;
  from: readonly [QuestionKey, ...QuestionKey[]];
  find: (said: Facts) => string | undefined;
}

/** A clash that is always told in the same words. */
export function textIf(condition: (said: Facts) => boolean, text: string): ContradictionRule['find'] {
  return (said) => (condition(said) ? text : undefined);
}
