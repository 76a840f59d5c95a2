import type { Campaign } from '../campaign/campaign.ts';
import { pinyinOf } from '../language/pinyin.ts';
import { compose } from './compose.ts';
import type { Of } from './inquiry.ts';
import { type InquiryLexicon, lex, withUnits } from './lexer.ts';
import type { InquiryMark, InquiryToken, UnitNamed } from './mark.ts';
import type { InquirySaid } from './reading.ts';
import { inquiryVocabulary } from './vocabulary.ts';

/** Longer stretches are no mistyped word. */
const longestHeard = 4;

/** Longer messages are no question to the data. */
export const longestInquiry = 60;

/**
 * Reads a question about the data, with the names of the units the speaker can see. What is left unread is heard once
 * more by its sound; what then means nothing stays in `unread`, a name perhaps.
 */
export function readInquiry(
  campaign: Campaign,
  text: string,
  units: readonly UnitNamed[],
  before?: Of,
): InquirySaid {
  const lexicon = withUnits(inquiryVocabulary(campaign), units);
  return compose(heard(lexicon, lex(lexicon, text)), campaign.householdForm, before);
}

/** A stretch that is no word but sounds like one that people ask for: 进渡, 未排察. */
function heard(lexicon: InquiryLexicon, tokens: readonly InquiryToken[]): readonly InquiryToken[] {
  return tokens.map((token) => {
    if (token.marks.length > 0 || token.text.length < 2 || token.text.length > longestHeard) return token;
    const meant = lexicon.sounds().get(pinyinOf(token.text).full);
    const marks = meant === undefined ? undefined : lexicon.words.get(meant);
    return meant === undefined || marks === undefined ? token : { text: meant, marks };
  });
}

/** Ideas that are asked after without a word of asking. */
const askedAfter: ReadonlySet<string> = new Set(['when', 'how', 'rate']);
const asking: ReadonlySet<InquiryMark['is']> = new Set([
  'want',
  'by',
  'units',
  'left',
  'waited',
  'spent',
  'most',
  'why',
  'sheet',
  'chart',
  'send',
  'state',
  'perHead',
]);
/** A no at the end asks: 交了没. */
const endsInNo = /(?:[没不无否未]|没有)[\s啊呀呢吗嘛的了呗?。.!]*$/u;

/**
 * Can the words ask anything at all? Much cheaper than reading them as a question, which most answers of a visit need
 * not be: without a word that asks none of them is one.
 */
export function mightAsk(campaign: Campaign, text: string): boolean {
  const { words } = inquiryVocabulary(campaign);
  const said = text.normalize('NFKC').toLowerCase();
  if (endsInNo.test(said)) return true;
  const chars = [...said];
  let found = false;
  const look = (marks: readonly InquiryMark[]): void => {
    found ||= marks.some((m) => asking.has(m.is) || (m.is === 'idea' && askedAfter.has(m.idea)));
  };
  for (let from = 0; from < chars.length && !found; from += 1) words.each(chars, from, look);
  return found;
}
