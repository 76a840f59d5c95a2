import type { Asked } from '../form/asked.ts';

/** What each yes/no question asks of its subject. */
export const askedOf: ReadonlyMap<string, Asked> = new Map<string, Asked>([
  ['housingSafe', { topic: 'house', yes: '+', good: '+', kind: 'state', being: false, dated: true }],
  ['otherSafeHousing', { topic: 'oth', yes: '+', kind: 'existential', being: true, dated: true }],
  ['housingAppraised', { topic: 'appr', yes: '+', kind: 'existential', being: true, dated: true }],
  ['waterProblem', { topic: 'water', yes: '-', good: '+', kind: 'state', being: true, dated: false }],
  ['allInsured', { topic: 'ins', yes: '+', kind: 'universal', being: true }],
  ['seriousIllness', { topic: 'ill', yes: '+', good: '-', kind: 'existential', being: true, dated: true }],
  ['canAffordCare', { topic: 'care', yes: '+', good: '+', kind: 'state', being: true }],
  ['schoolAgeChild', { topic: 'age', yes: '+', kind: 'existential', being: true }],
  ['droppedOut', { topic: 'drop', yes: '+', good: '-', kind: 'existential', being: true, dated: true }],
  ['incomeStable', { topic: 'stab', yes: '+', good: '+', kind: 'state', being: false }],
  ['otherDifficulties', { topic: 'diff', yes: '+', good: '-', kind: 'existential', being: true }],
  ['helperKnown', { topic: 'help', yes: '+', kind: 'existential', being: true, dated: true }],
  ['satisfiedTeam', { topic: 'sat', yes: '+', good: '+', kind: 'state', being: false }],
]);
