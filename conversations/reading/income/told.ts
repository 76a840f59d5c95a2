import type { WordToken } from '../lexer.ts';

/** What marks say: 1.2万+0.8万, 3800*10. */
const marks: Readonly<Record<string, string>> = {
  '+': 'added',
  '*': 'times',
  '×': 'times',
  $: 'foreign',
  '€': 'foreign',
  '£': 'foreign',
  '¥': 'yuan',
};

/** Keys of the tables that are told of a sum. */
const ofSums = new Set([
  'money',
  'period',
  'year',
  'half',
  'source',
  'heads',
  'self',
  'away',
  'rest',
  'wage',
  'owed',
  'paid',
]);

/** What a mark beside a sum says of it. */
export function markSays(mark: string): string | undefined {
  return marks[mark];
}

/** What a word tells under one key. */
export function tellOf(token: WordToken | undefined, key: string): string | undefined {
  return token?.is === 'word' ? token.word.tells[key] : undefined;
}

/** All that a word tells of sums. */
export function toldOfSums(token: Extract<WordToken, { is: 'word' }>): [key: string, value: string][] {
  return Object.entries(token.word.tells).filter(([key]) => ofSums.has(key));
}
