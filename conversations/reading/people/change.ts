import { tokensOf } from '../lexer.ts';
import { headClausesOf } from './clauses.ts';
import { peopleVocabulary } from './people-vocabulary.ts';

/** 老人刚走，户口还没迁: somebody came, left or isn't registered. */
export function tellsChange(text: string): boolean {
  return headClausesOf(tokensOf(text, peopleVocabulary())).some((clause) => clause.changed);
}
