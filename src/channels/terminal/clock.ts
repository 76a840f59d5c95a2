/** Milliseconds between two lines under a fixed clock: enough to keep their order, too little to matter. */
const STEP_MS = 1000;

/** The time of each line, milliseconds since 1970: the real one, or from `fixed` on, one second a line. */
export function lineClock(fixed: Date | undefined): () => number {
  if (fixed === undefined) return () => Date.now();
  let next = fixed.getTime() - STEP_MS;
  return () => {
    next += STEP_MS;
    return next;
  };
}
