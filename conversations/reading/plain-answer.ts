import type { YesNoAsked } from '../form/asked.ts';
import { Lately } from '../form/lately.ts';
import { Lexicon } from '../language/lexicon.ts';
import { pickedNumber } from '../language/picked-number.ts';
import { wordsInTable } from '../language/table.ts';
import { plainAnswerWords } from '../language/words/plain-answers.ts';
import { classOf } from './clauses.ts';
import { tokensOf, type WordToken } from './lexer.ts';
import type { OwnWords } from './own-words.ts';
import { readingVocabulary } from './vocabulary.ts';
import { readYesNo, type YesNo } from './yes-no.ts';

/** `agree` is 行, 好, 中: assent to a request, but no answer to a question of fact. */
type PlainAnswer = 'yes' | 'no' | 'agree';

/** A question of nothing in particular: only yes and no answer it. */
const anything: YesNoAsked = { topic: '', yes: '+', kind: 'state', being: true };

/** 1 and 2: the answers as they stand under the question; 1吧 isn't sure of it. */
export function shownNumber(text: string): boolean | undefined {
  const picked = text.endsWith('吧') ? undefined : pickedNumber(text, 2);
  return picked === undefined ? undefined : picked === 0;
}

/** Yes and no, whatever else is said beside them. */
export function readAnything(text: string): YesNo {
  return readYesNo(text, anything, wordsAlone());
}

/** 有, 没有, 没了: what is or isn't there; 满意吗 asks nothing of the kind. */
export function isExistence(text: string): boolean {
  const tokens = tokensOf(text, readingVocabulary(), undefined, wordsAlone());
  const said = tokens.find((token) => token.is === 'word' && !classOf(token, 'p', 'all', 'now'));
  return (
    said !== undefined &&
    /^(?:都|也|全|还)?(?:有|没|无|木|冇|莫|么)/u.test(said.text) &&
    plainAnswer(text) !== undefined
  );
}

/** Nothing but agreement, denial, being and what strengthens them. */
function isPlain(token: WordToken): boolean {
  return (
    token.is === 'mark' || classOf(token, 'yes', 'no', 'ok', 'neg', 'negq', 'have', 'p', 'all', 'now', 'what')
  );
}

let alone: OwnWords | undefined;

function wordsAlone(): OwnWords {
  alone ??= { lexicon: new Lexicon(wordsInTable(plainAnswerWords)), gapped: [] };
  return alone;
}

/** Longer texts say more than yes or no. */
const longest = 12;

/** Reads a text that is nothing but yes, no or assent (with particles, repeats or the number shown beside). */
export function plainAnswer(text: string): PlainAnswer | undefined {
  if (text.length > longest) return undefined;
  return lately.of(wordsAlone(), text, undefined, () => readPlain(text));
}

/** A message is asked from several places whether it is nothing but yes or no. */
const lately = new Lately<OwnWords, PlainAnswer | undefined>();

function readPlain(text: string): PlainAnswer | undefined {
  const picked = shownNumber(text);
  if (picked !== undefined) return picked ? 'yes' : 'no';
  if (!tokensOf(text, readingVocabulary(), undefined, wordsAlone()).every(isPlain)) return undefined;
  const { value, sure, doubts } = readAnything(text);
  if (sure && value !== undefined) return value ? 'yes' : 'no';
  return value === undefined && doubts.size === 1 && doubts.has('assent') ? 'agree' : undefined;
}
