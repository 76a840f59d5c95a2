/** What a register says of a household in its own columns; absent where it says nothing. */
interface RegisterFacts {
  /** Everybody of the household, or somebody not. */
  insured?: boolean;
  dangerousHousing?: boolean;
  safeWater?: boolean;
}

/** The same as answers of a visit: shown to be confirmed, not asked. */
export function answersFrom({
  insured,
  dangerousHousing,
  safeWater,
}: RegisterFacts): Record<string, boolean> {
  return {
    ...(insured === undefined ? {} : { allInsured: insured }),
    ...(dangerousHousing === undefined ? {} : { housingSafe: !dangerousHousing }),
    ...(safeWater === undefined ? {} : { waterProblem: !safeWater }),
  };
}
