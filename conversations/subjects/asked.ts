import type { YesNoAsked } from '../form/asked.ts';

/** What each yes/no question asks of its subject. */
export const askedByQuestion: ReadonlyMap<string, YesNoAsked> = new Map<string, YesNoAsked>([
  [
    'housingSafe',
    {
      topic: 'house',
      yes: '+',
      good: '+',
      kind: 'state',
      being: false,
      dated: true,
      loose: ['bad', 'trouble', 'soft'],
      livedIn: true,
      flaws: true,
    },
  ],
  [
    'otherSafeHousing',
    {
      topic: 'oth',
      yes: '+',
      kind: 'existential',
      being: true,
      dated: true,
      others: true,
      single: '+',
      onlyAsked: true,
    },
  ],
  ['housingAppraised', { topic: 'appr', yes: '+', kind: 'existential', being: true, dated: true }],
  [
    'waterProblem',
    {
      topic: 'water',
      yes: '-',
      good: '+',
      kind: 'state',
      being: true,
      seldom: '-',
      notes: 'kinds',
      flaws: true,
      loose: ['bad'],
    },
  ],
  ['allInsured', { topic: 'ins', yes: '+', kind: 'universal', being: true }],
  [
    'seriousIllness',
    {
      topic: 'ill',
      yes: '+',
      good: '-',
      kind: 'existential',
      being: true,
      dated: true,
      loose: ['trouble', 'noTrouble', 'bad'],
      living: true,
      single: '-',
      anyWord: true,
      notes: 'words',
    },
  ],
  [
    'canAffordCare',
    { topic: 'care', yes: '+', good: '+', kind: 'state', being: true, loose: ['bad'], onlyAsked: true },
  ],
  ['schoolAgeChild', { topic: 'age', yes: '+', kind: 'existential', being: true, ages: { from: 6, to: 15 } }],
  ['droppedOut', { topic: 'drop', yes: '+', good: '-', kind: 'existential', being: true, dated: true }],
  [
    'incomeStable',
    { topic: 'stab', yes: '+', good: '+', kind: 'state', being: false, loose: ['good', 'noTrouble'] },
  ],
  [
    'otherDifficulties',
    {
      topic: 'diff',
      yes: '+',
      good: '-',
      kind: 'existential',
      being: true,
      loose: ['good', 'noTrouble'],
      others: true,
      onlyAsked: true,
    },
  ],
  ['helperKnown', { topic: 'help', yes: '+', kind: 'existential', being: true, dated: true }],
  ['satisfiedTeam', { topic: 'sat', yes: '+', good: '+', kind: 'state', being: false }],
]);

/** The subject of how somebody finds something: said to a question of fact it answers nothing. */
export const judgementTopic = 'sat';

/** The illness that a household may have. */
export const illnessAsked: YesNoAsked | undefined = askedByQuestion.get('seriousIllness');
