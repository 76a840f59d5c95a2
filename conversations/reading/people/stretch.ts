import type { NumberSpan } from '../../language/numbers/number-span.ts';
import { classOf } from '../clauses.ts';
import type { WordToken } from '../lexer.ts';

/** Larger numbers count no people. */
const most = 200;

/**
 * Of a clause about many things the stretch that counts people: 户主张德胜一般农户|五口人|养羊六十来只.
 */
export function countingStretch(tokens: readonly WordToken[]): readonly WordToken[] {
  const at = tokens.findIndex((_, i) => isAnchor(tokens, i));
  // Without a number of people: who is named, and what changed; the rest is another subject's.
  if (at < 0) return tokens.filter((_, i) => !isForeign(tokens, i));
  let from = at;
  let to = at;
  while (from > 0 && !isForeign(tokens, from - 1) && !isPartOfName(tokens[from - 1])) from -= 1;
  while (to < tokens.length - 1 && !isForeign(tokens, to + 1)) to += 1;
  return tokens.slice(from, to + 1);
}

/** 五口人, 就他自己. */
function isAnchor(tokens: readonly WordToken[], i: number): boolean {
  const token = tokens[i];
  if (token?.is === 'number') return token.number.hi < most && tell(tokens[i + 1], 'measure') === 'people';
  return tell(token, 'count') === 'alone';
}

/** Words nobody counts people by, and numbers of other things. */
function isForeign(tokens: readonly WordToken[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || token.is === 'mark') return false;
  if (token.is === 'unread') return true;
  if (token.is === 'number') return isOther(token.number) || tell(tokens[i + 1], 'measure') === 'thing';
  const { tells } = token.word;
  if (Object.keys(tells).length > 0) return tells['measure'] === 'thing';
  return !classOf(token, 'p', 'aux', 'now', 'past', 'last', 'all', 'only', 'neg', 'hedge', 'have');
}

/** 葛小满三口: what stands before the number may be the end of a name. */
function isPartOfName(token: WordToken | undefined): boolean {
  return (
    token?.is === 'word' && (token.word.tells['side'] !== undefined || token.word.classes.includes('all'))
  );
}

function isOther(number: NumberSpan): boolean {
  return number.lo > most || number.unit >= 100;
}

function tell(token: WordToken | undefined, key: string): string | undefined {
  return token?.is === 'word' ? token.word.tells[key] : undefined;
}
