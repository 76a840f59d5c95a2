import { Lexicon } from '../../language/lexicon.ts';
import { scanNumbers } from '../../language/numbers/numerals.ts';
import { type Word, wordsInTable } from '../../language/table.ts';
import { peopleWords } from '../../language/words/people.ts';
import { languageWords } from '../../language/words.ts';
import { moneyBounds } from '../../subjects/income/money/bounds.ts';
import { moneyDoubt } from '../../subjects/income/money/doubt.ts';
import { moneyFiller } from '../../subjects/income/money/filler.ts';
import { moneyFrame } from '../../subjects/income/money/frame.ts';
import { moneyLabels } from '../../subjects/income/money/labels.ts';
import { moneyMeasures } from '../../subjects/income/money/measures.ts';
import { moneyPeriods } from '../../subjects/income/money/periods.ts';
import { moneySpent } from '../../subjects/income/money/spent.ts';
import { moneyYears } from '../../subjects/income/money/years.ts';
import { sourceTables } from '../../subjects/income/sources/all.ts';
import { kinHeads } from '../../subjects/people/kin-words.ts';
import { soundless, type Vocabulary } from '../vocabulary.ts';

const own: readonly string[] = [
  moneyMeasures,
  moneyPeriods,
  moneyYears,
  moneyFrame,
  moneyBounds,
  moneySpent,
  moneyDoubt,
  moneyLabels,
  moneyFiller,
];

let words: Vocabulary | undefined;

/** Words around sums of money, sources of income and kin. A word of the language that holds a number is left to the numbers. */
export function incomeVocabulary(): Vocabulary {
  words ??= made();
  return words;
}

function made(): Vocabulary {
  const money = own.flatMap((table) => wordsInTable(table));
  const beside = [...sourceTables, kinHeads].flatMap((table) => wordsInTable(table)).filter(holdsNoNumber);
  const spoken = languageWords
    .filter((table) => table !== peopleWords)
    .flatMap((table) => wordsInTable(table))
    .filter(holdsNoNumber);
  return { lexicon: new Lexicon([...money, ...beside, ...spoken]), sounds: soundless };
}

function holdsNoNumber(word: Word): boolean {
  return scanNumbers(word.form).length === 0;
}
