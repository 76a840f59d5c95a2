/** Who is measured: the letter in the table, the file in contenders/, and what it is. */
export const contenders = [
  {
    letter: 'a',
    file: 'answers',
    what: 'Ruhu, one answer, from the channel’s message to the committed reply',
  },
  {
    letter: 'v',
    file: 'full-path',
    what: 'Ruhu, whole visits: finding the household, card, answers, submission, problems',
  },
  { letter: 'b', file: 'hand-transaction', what: 'by hand: begin, lock, append, update, commit' },
  { letter: 'c', file: 'hand-cte', what: 'by hand: one read, one CTE with dedupe' },
  { letter: 'd', file: 'single-commit', what: 'one row, one commit' },
  { letter: 'e', file: 'grammy', what: 'grammY with @grammyjs/conversations' },
  { letter: 'f', file: 'botbuilder', what: 'botbuilder-dialogs' },
] as const;

export type Letter = (typeof contenders)[number]['letter'];

/** Which are divided by which, round by round. */
export const compared: readonly (readonly [over: Letter, under: Letter])[] = [
  ['a', 'b'],
  ['a', 'c'],
  ['a', 'e'],
  ['a', 'f'],
  ['c', 'b'],
];
