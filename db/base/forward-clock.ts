/** A clock to measure spans by, milliseconds. Where it begins means nothing. */
type Forward = () => number;

/** A step of the machine's clock smaller than this is its usual correction. */
const stepMs = 1_000;

/**
 * A clock that never goes back: it goes at the pace of time whatever is done to the machine's clock, and jumps ahead
 * with it, since a machine that slept doesn't count its sleep otherwise.
 */
export function forwardClock(wall: () => number, steady: () => number): Forward {
  let ahead = 0;
  let last = { wall: wall(), steady: steady() };
  const begun = last;
  return () => {
    const now = { wall: wall(), steady: steady() };
    const jump = now.wall - last.wall - (now.steady - last.steady);
    if (jump > stepMs) ahead += jump;
    last = now;
    return begun.wall + (now.steady - begun.steady) + ahead;
  };
}

/** The process's own. */
export const forwardNow: Forward = forwardClock(Date.now, () => performance.now());
