import { Lexicon } from '../language/lexicon.ts';
import { type WordClass, wordsInTable } from '../language/table.ts';
import { mannerWords } from '../language/words/manner.ts';
import { classOf, clausesOf } from './clauses.ts';
import { tokensOf, type WordToken } from './lexer.ts';
import { isJudgement, praise } from './mood.ts';
import type { OwnWords } from './own-words.ts';
import type { AskReason } from './understood.ts';
import { readingVocabulary } from './vocabulary.ts';

/** Ways of speaking that make any answer doubtful, whatever the question. */

let manner: OwnWords | undefined;

function tokensIn(text: string): readonly WordToken[] {
  manner ??= { lexicon: new Lexicon(wordsInTable(mannerWords)), gapped: [] };
  return tokensOf(text, readingVocabulary(), undefined, manner);
}

function has(tokens: readonly WordToken[], ...classes: readonly WordClass[]): boolean {
  return tokens.some((token) => classOf(token, ...classes));
}

/** 同上, 跟上家一样 */
export function isSameAsBefore(text: string): boolean {
  return has(tokensIn(text), 'same');
}

/** 正在办, 还没来得及, 准备交 */
export function isUnderWay(text: string): boolean {
  return tokensIn(text).some((token) => token.is === 'word' && token.word.tells['way'] === 'under');
}

/** The doubt that a way of speaking casts on an answer, if any; questions first. */
export function doubtOf(text: string): AskReason | undefined {
  const tokens = tokensIn(text);
  if (has(tokens, 'ask') || clausesOf(tokens).some((clause) => clause.asks)) return 'question';
  if (has(tokens, 'same')) return 'sameAsBefore';
  const last = tokens.findLast((token) => token.is !== 'mark')?.text;
  return has(tokens, 'hedge') || last === '吧' ? 'hedged' : undefined;
}

/** 没问题, 挺好 with nothing said of what. */
export function isFineAlone(text: string): boolean {
  const tokens = tokensIn(text);
  return (
    text.length <= 8 &&
    has(tokens, 'good') &&
    !has(tokens, 'other') &&
    isJudgement(text) &&
    praise(text) === 'good'
  );
}

/** 都好, 一切正常, 其他没问题: said of everything at once, so it answers nothing in particular. */
export function isAllFine(text: string): boolean {
  const tokens = tokensIn(text).filter((token) => token.is !== 'mark');
  const ofAll = has(tokens, 'all', 'other');
  return ofAll && isFine(text, tokens) && tokens.every(isOfEverything);
}

/** 都好: praise, or an assent behind 都. */
function isFine(text: string, tokens: readonly WordToken[]): boolean {
  return has(tokens, 'good', 'ok') || praise(text) === 'good';
}

function isOfEverything(token: WordToken): boolean {
  if (token.is !== 'word' || token.word.topics.length > 0) return false;
  return classOf(token, 'all', 'other', 'good', 'ok', 'p', 'now', 'n', 'who', 'aux', 'no', 'neg', 'have');
}
