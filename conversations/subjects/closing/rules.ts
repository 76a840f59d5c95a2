import { textOf } from '../../form/answer.ts';
import { maskNumbers } from '../../language/masking.ts';
import type { Facts, ProblemRule } from '../problem-rule.ts';

/** Words that mean there is nothing to report, however they got there. */
const nothingWords: ReadonlySet<string> = new Set(['', '无', '没有', '没', '暂无', '没了']);

/** The free words on other problems, or undefined where there are none. */
function otherProblemWords({ answers }: Facts): string | undefined {
  const words = textOf(answers, 'otherProblems')
    ?.trim()
    .replace(/[。.！!]+$/u, '');
  return words === undefined || nothingWords.has(words) ? undefined : words;
}

/** What the helper found beside. */
export const closingRules: readonly ProblemRule[] = [
  {
    name: 'otherProblems',
    category: 'other',
    clauses: ['5.1'],
    from: ['otherProblems'],
    find: (facts) => {
      const words = otherProblemWords(facts);
      return words === undefined
        ? undefined
        : { description: `其他问题：${maskNumbers(words).slice(0, 120)}`, lead: 'coordinator' };
    },
  },
];
