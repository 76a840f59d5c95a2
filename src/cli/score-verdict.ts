import { z } from 'zod';
import type { FieldSaid } from '../../conversations/reading/agreement.ts';

/** A line of a scored file. A whole household in one message has no `field`: it is read as `multi`. */
export const scoredLine = z.object({
  field: z.string().default('multi'),
  text: z.string(),
  q: z.string().nullish(),
  expect: z.unknown(),
  ambiguous: z.boolean().default(false),
});
export type ScoredLine = z.infer<typeof scoredLine>;

/** What came of one line, or of one ledger cell of a whole message. */
export const verdicts = ['right', 'oneTap', 'asked', 'wrong', 'overSure'] as const;
export type ScoreVerdict = (typeof verdicts)[number];

/**
 * How a reading compares with what was meant. On an ambiguous line asking is right and a sure value is
 * over-sure, whatever it says; on a clear line a question is one tap if its guess is what was meant.
 */
export function verdictOf(
  field: string,
  line: Pick<ScoredLine, 'expect' | 'ambiguous'>,
  said: FieldSaid,
): ScoreVerdict {
  if (line.ambiguous) {
    // A command is carried out by its own dialogue, which asks before anything is lost.
    const command = field === 'control' && said.is === 'sure' && isSame(field, said.value, line.expect);
    return said.is === 'sure' && !command ? 'overSure' : 'right';
  }
  if (said.is === 'nothing') return 'asked';
  const meant = isSame(field, said.value, line.expect);
  if (said.is === 'sure') return meant ? 'right' : 'wrong';
  return meant ? 'oneTap' : 'asked';
}

/** The keys that count, where a field has more than those; elsewhere all keys that both hold. */
const counted: Readonly<Record<string, readonly string[]>> = {
  housing: ['safe'],
  water: ['problem'],
  money: ['amount', 'period'],
};

/** Whether two readings of a field mean the same. */
export function isSame(field: string, found: unknown, expected: unknown): boolean {
  if (isRecord(found) && isRecord(expected)) {
    const keys = counted[field] ?? Object.keys(expected).filter((key) => key in found);
    return keys.length > 0 && keys.every((key) => isEqual(found[key], expected[key]));
  }
  // A cell of a whole message holds the sources alone.
  if (Array.isArray(found) && isRecord(expected)) return isEqual(found, expected['sources']);
  return isEqual(found, expected);
}

function isEqual(found: unknown, expected: unknown): boolean {
  if (Array.isArray(found) && Array.isArray(expected))
    return found.length === expected.length && expected.every((item) => found.includes(item));
  // The ledger's cell names the main source of an income, first of a list.
  if (Array.isArray(found) && typeof expected === 'string') return found[0] === expected;
  return found === expected;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export { isRecord };
