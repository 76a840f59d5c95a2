import type { QuestionKey } from './keys.ts';

/** What can be wrong with a questionnaire before anybody has answered it. */
const faultKinds = [
  'duplicateKey',
  'missingText',
  'tooLong',
  'topicCollision',
  'wordCollision',
  'unknownClause',
  'neverAsked',
  'unbounded',
  'jumpsBack',
  'badCheck',
  'throws',
] as const;
type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  kind: FaultKind;
  key: QuestionKey;
  /** What is wrong, for the one who edits the questions. */
  text: string;
}
