import type { Entry } from './entry.ts';

/** The few English words somebody may try; the answer stays Chinese. */
export const englishWords: readonly Entry[] = [
  [{ is: 'filler' }, 'me please the of in are is all'],
  [{ is: 'want', want: 'list' }, 'show list'],
  [{ is: 'want', want: 'count' }, 'how many count howmany'],
  [{ is: 'of', of: 'households' }, 'households household families family'],
  [{ is: 'of', of: 'problems' }, 'problems issues problem'],
  [{ is: 'fact', facts: [{ on: 'answer', key: 'housingSafe', values: [false] }] }, 'unsafe'],
  [{ is: 'topic', keys: ['housingSafe'] }, 'houses house housing'],
  [{ is: 'topic', keys: ['waterProblem'] }, 'water'],
  [{ is: 'fact', facts: [{ on: 'answer', key: 'allInsured', values: [false] }] }, 'uninsured'],
  [{ is: 'fact', facts: [{ on: 'answer', key: 'droppedOut', values: [true] }] }, 'dropout dropouts'],
  [{ is: 'fact', facts: [{ on: 'problemState', values: ['overdue'] }] }, 'overdue'],
];
