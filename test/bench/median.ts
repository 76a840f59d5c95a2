/** The middle of some numbers; of an even number of them the mean of the two in the middle. NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/** The lowest and the highest of some numbers. */
export function spread(numbers: readonly number[]): { lowest: number; highest: number } {
  return { lowest: Math.min(...numbers), highest: Math.max(...numbers) };
}
