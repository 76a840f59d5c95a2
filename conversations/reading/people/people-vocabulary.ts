import { Lexicon } from '../../language/lexicon.ts';
import { scanNumbers } from '../../language/numbers/numerals.ts';
import { type Word, wordsInTable } from '../../language/table.ts';
import { peopleWords } from '../../language/words/people.ts';
import { languageWords } from '../../language/words.ts';
import { peopleBeside } from '../../subjects/people/beside-words.ts';
import { peopleChanges } from '../../subjects/people/change-words.ts';
import { countingWords } from '../../subjects/people/count-words.ts';
import { kinHeads } from '../../subjects/people/kin-words.ts';
import { soundless, type Vocabulary } from '../vocabulary.ts';

let words: Vocabulary | undefined;

/** Words by which people are counted. A word of the language that holds a number is left to the numbers: 两个孩子. */
export function peopleVocabulary(): Vocabulary {
  words ??= made();
  return words;
}

function made(): Vocabulary {
  const own = [kinHeads, countingWords, peopleChanges, peopleBeside].flatMap((table) => wordsInTable(table));
  const spoken = languageWords
    .filter((table) => table !== peopleWords)
    .flatMap((table) => wordsInTable(table))
    .filter(holdsNoNumber);
  return { lexicon: new Lexicon([...own, ...spoken]), sounds: soundless };
}

function holdsNoNumber(word: Word): boolean {
  return scanNumbers(word.form).length === 0;
}
