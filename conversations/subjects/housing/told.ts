/** What is told of a home at once, and the question each is an answer to. */
export const homeTold = {
  safe: 'housingSafe',
  otherHome: 'otherSafeHousing',
  appraised: 'housingAppraised',
} as const;
