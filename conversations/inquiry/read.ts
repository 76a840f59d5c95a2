import type { Campaign } from '../campaign/campaign.ts';
import { pinyinOf } from '../language/pinyin.ts';
import { compose } from './compose.ts';
import type { Of } from './inquiry.ts';
import { type InquiryLexicon, lex, withUnits } from './lexer.ts';
import type { InquiryToken, UnitNamed } from './mark.ts';
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
