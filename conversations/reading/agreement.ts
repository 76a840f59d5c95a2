/** What a reading says of one field: a fact that would be stored, a question with its best guess, or nothing. */
export type FieldSaid = { is: 'sure'; value: unknown } | { is: 'ask'; value?: unknown } | { is: 'nothing' };

/** What a second, independent reader makes of the same words. */
export interface SecondSaid {
  sure: boolean;
  value: unknown;
}

/**
 * Two independent readers that agree are sure; that disagree, ask. A fact the first is sure of and the second reads
 * otherwise or doubts is asked; a doubtful one that both read alike is stored; what only the second reads is
 * confirmed with one tap. Without a second reading (null) the first one's stands.
 */
export function agreed(
  first: FieldSaid,
  second: SecondSaid | null,
  same: (a: unknown, b: unknown) => boolean,
): FieldSaid {
  if (second === null) return first;
  const value = first.is === 'nothing' ? undefined : first.value;
  const alike = second.sure && value !== undefined && same(value, second.value);
  if (alike) return { is: 'sure', value };
  const guess = second.value ?? value;
  return guess === undefined || guess === null ? { is: 'ask' } : { is: 'ask', value: guess };
}
