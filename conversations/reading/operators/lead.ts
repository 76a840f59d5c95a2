import type { YesNoAsked } from '../../form/asked.ts';
import { classOf } from '../clauses.ts';
import type { WordToken } from '../lexer.ts';

/** What a clause holds beside yes and no. */
interface Beside {
  tokens: readonly WordToken[];
  topics: ReadonlySet<string>;
  /** 没有, 否, or a negation that ends the clause. */
  no?: { being: boolean };
  /** 是, 对. */
  yes: boolean;
  /** 有 with nothing behind it, or with a count: 有, 有俩. */
  have: boolean;
  /** Something stands there that is no part of a bare answer. */
  filled: boolean;
  /** Nouns, auxiliaries: a 是 beside them is no yes. */
  company: boolean;
  /** 别的: of others. */
  other: boolean;
}

/** The clause as a bare yes or no, if it is nothing else: 有, 没有没有, 家里没有, 医保 √. 好 alone is assent. */
export function leadOf(
  asked: YesNoAsked,
  beside: Beside,
): { yes: boolean; being: boolean } | 'assent' | undefined {
  const { topic } = asked;
  if (beside.filled || (beside.topics.size > 0 && !beside.topics.has(topic))) return undefined;
  // 别的没啥 says nothing of what was asked, unless others are what is asked about.
  if (beside.other && asked.others !== true) return undefined;
  if (beside.no !== undefined) return { yes: false, being: beside.no.being };
  if (beside.have) return { yes: true, being: true };
  const bare = beside.tokens.filter((token) => token.is !== 'mark' && !classOf(token, 'p', 'all'));
  if (bare.length > 0 && bare.every((token) => token.is === 'word' && token.word.tells['lead'] === topic))
    return { yes: true, being: false };
  if (bare.length > 0 && bare.every((token) => classOf(token, 'ok'))) return 'assent';
  return beside.yes && !beside.company ? { yes: true, being: false } : undefined;
}
