import type { SpotCheckData } from '../../campaign/campaign.ts';

/** Opinions are left out: they are not the visit's facts. */
export const spotCheckAsks: SpotCheckData = {
  first: {
    key: 'visitedInPerson',
    clauses: ['1.3'],
    title: '真上门',
    ask: '排查员真的上门问过吗？',
    kind: 'yesNo',
    trueIsGood: true,
    yes: '来过',
    no: '没来过',
    topics: ['上门', '来过'],
  },
  again: [
    'population',
    'annualIncome',
    'allInsured',
    'seriousIllness',
    'schoolAgeChild',
    'droppedOut',
    'housingSafe',
    'waterProblem',
  ],
};
